# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stays the same through all years of a run: the baseline, and the drivers and draws of every lane."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

import numpy as np

from engine.axes import FloatArray, IntArray
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.ensemble import Draws

Lanes = TypeVar("Lanes", Drivers, Draws)


@dataclass(frozen=True, slots=True)
class World:
    """Baseline, drivers and draws; drivers and draws are arrays (lane,)."""

    base: Baseline
    drivers: Drivers
    draws: Draws

    @property
    def lanes(self) -> int:
        """Number of lanes."""
        return self.draws.beta.size

    def at(self, lanes: IntArray) -> "World":
        """Return some of the lanes."""
        return self._with(lambda array: array[lanes])

    def over_years(self, years: int) -> "World":
        """Lay the lanes side by side for each year."""
        return self._with(lambda array: np.tile(array, years))

    def _with(self, change: Callable[[FloatArray], FloatArray]) -> "World":
        return World(self.base, _each(self.drivers, change), _each(self.draws, change))


def _each(group: Lanes, change: Callable[[FloatArray], FloatArray]) -> Lanes:
    changed: dict[str, Any] = {field.name: change(getattr(group, field.name)) for field in fields(group)}
    return type(group)(**changed)

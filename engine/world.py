# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stays the same through all years of a run: the baseline, and the drivers and draws of every lane."""

from dataclasses import dataclass

from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.ensemble import Draws


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

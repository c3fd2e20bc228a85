# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""States of knowledge: what the priors would be with the evidence of another year."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from engine import tables
from engine.ranges import Range
from engine.tables import Status


@dataclass(frozen=True, slots=True)
class HeldPrior:
    """One prior that differs, with the evidence for it."""

    key: str
    low: float
    mode: float
    high: float
    unit: str
    year: int
    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class Preset:
    """Priors held together; those that are left out stay as they are."""

    key: str
    priors: tuple[HeldPrior, ...]

    @property
    def held(self) -> Mapping[str, Range]:
        """What to give to `draw_parameters`."""
        return MappingProxyType({one.key: (one.low, one.mode, one.high) for one in self.priors})


@cache
def presets() -> tuple[Preset, ...]:
    """Return the states of knowledge that ship with the model.

    >>> [preset.key for preset in presets()]
    ['knowledge_2015', 'knowledge_2020']
    """
    return tuple(Preset(key, tuple(_prior(*one) for one in rows.items())) for key, rows in _table().items())


def _table() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    return tables.table("presets")


def _prior(key: str, row: Mapping[str, object]) -> HeldPrior:
    return HeldPrior(key=key, mode=row["value"], **{name: told for name, told in row.items() if name != "value"})  # type: ignore[arg-type]

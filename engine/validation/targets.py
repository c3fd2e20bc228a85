# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the model is held to, and what it gives: a target with its source, and our figure beside it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine import tables
from engine.tables import Status

Block = Literal["theory", "institutes", "backcast", "base_year", "corridor", "effects", "twin", "since"]
Used = Literal["no", "in_view", "fitted", "by_construction"]


@dataclass(frozen=True, slots=True)
class Found:
    """Our figure, with a band from the tenth to the ninetieth percentile where there are draws."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a figure of the model is held to.

    Attributes
    ----------
    value : float or None
        The figure to come near; None where only bounds are known.
    low, high : float or None
        Bounds within which ours passes; None is no bound on that side.
    used : str
        What the figure had to do with setting the model: no, in_view, fitted, by_construction.
    """

    key: str
    block: Block
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str
    year: int
    source: str
    status: Status
    used: Used

    def allows(self, value: float) -> bool:
        """Whether a figure lies within the bounds; what is no number does not."""
        over = self.low is None or value >= self.low
        under = self.high is None or value <= self.high
        return over and under and math.isfinite(value)


@dataclass(frozen=True, slots=True)
class Check:
    """A target, and what the model gives; nothing found means that it was not computed here."""

    target: Target
    found: Found | None

    @property
    def has_passed(self) -> bool | None:
        """Whether ours lies within the bounds; None when it was not computed."""
        return None if self.found is None else self.target.allows(self.found.value)


TARGETS = tuple(Target(key=key, **row) for key, row in tables.table("validation").items())


def checks_of(found: Mapping[str, Found]) -> tuple[Check, ...]:
    """Put each figure beside its target, in the order of data/validation.toml.

    A figure without a target, or computed for none, stops: the table and the code belong together.
    """
    strangers = set(found) - {target.key for target in TARGETS}
    if strangers:
        raise KeyError(f"validation.toml has no target for {', '.join(sorted(strangers))}")
    return tuple(Check(target, found.get(target.key)) for target in TARGETS)

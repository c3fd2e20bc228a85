# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study of failure answers: per way to fail a box, how steady it is, and points to draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Criterion(StrEnum):
    """What counts as failing."""

    USEFUL = "useful"  # by all yardsticks together it is not useful
    SIDE = "side"  # one yardstick worsens beyond its tolerance
    FLOOR = "floor"  # an outcome is on the wrong side of its floor, reform and all
    GROUP = "group"  # an outcome of a group worsens noticeably


class Outcome(StrEnum):
    """How the search ended."""

    BOX = "box"
    NO_PATTERN = "no_pattern"
    NEVER = "never"  # fails in too few futures to look for a pattern
    ALWAYS = "always"  # holds in too few


class Told(StrEnum):
    """Which futures the box holds: the rarer ones."""

    FAILS = "fails"
    HOLDS = "holds"


@dataclass(frozen=True, slots=True)
class Limit:
    """What a box asks of one driver or assumption, in the engine's unit."""

    factor: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the examined futures."""

    limits: tuple[Limit, ...]
    coverage: float
    density: float
    mass: float


@dataclass(frozen=True, slots=True)
class Refits:
    """How steady a box is: found anew on random halves, tried on the others."""

    count: int
    same: float
    used: Mapping[str, float]
    coverage: float
    density: float
    is_steady: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Some of the futures on two factors: a row of values and whether it fails for each."""

    across: str
    up: str
    points: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class WayToFail:
    """One way to fail, and what was found about it."""

    key: str
    criterion: Criterion
    yardstick: str
    outcome: str
    group: str
    limit: float | None
    found: Outcome
    told: Told
    fails: float
    cases: int
    box: Box | None
    others: tuple[Box, ...]
    refits: Refits | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Factor:
    """A driver or assumption and between what it was drawn."""

    key: str
    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DiscoveryAnswer:
    """Everything that was found about one reform."""

    futures: int
    factors: tuple[Factor, ...]
    ways: tuple[WayToFail, ...]

    def way(self, key: str) -> WayToFail | None:
        """Return one way to fail."""
        return next((one for one in self.ways if one.key == key), None)

    def factor(self, key: str) -> Factor:
        """Return one factor."""
        return next(one for one in self.factors if one.key == key)

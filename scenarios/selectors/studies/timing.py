# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study of timing answers: per floor and scenario, in how many draws it is crossed first in each year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import engine
from engine import Urgency

__all__ = ["Announcement", "FloorPaths", "Need", "Path", "TimingAnswer", "Urgency", "need"]
MEDIAN, EARLY, LATE = 0.5, 0.1, 0.9


@dataclass(frozen=True, slots=True)
class Announcement:
    """The level that announces a crossing some years ahead, engine units."""

    level: float
    announced: float
    right: float


@dataclass(frozen=True, slots=True)
class Path:
    """One outcome in one scenario: its course and when it crosses."""

    counts: tuple[int, ...]
    low: tuple[float, ...]
    mid: tuple[float, ...]
    high: tuple[float, ...]
    signals: Mapping[str, Announcement]


@dataclass(frozen=True, slots=True)
class FloorPaths:
    """A floor that a yardstick has, over the scenarios."""

    yardstick: str
    outcome: str
    group: str
    better: Literal["up", "down"]
    floor: float
    scenarios: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class TimingAnswer:
    """All floors, over the years looked at."""

    years: tuple[int, ...]
    draws: int
    floors: tuple[FloorPaths, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """By when a decision is needed in one scenario, for a reform that takes some years to work.

    Years are none where so few draws cross the floor that there is no such year.
    """

    early: int | None
    median: int | None
    late: int | None
    never: float
    lead: int
    urgency: Urgency
    signal: Announcement | None
    by_draw: tuple[tuple[int, float], ...]

    def decide(self, year: int | None) -> int | None:
        """Return the last year to decide, for a year of crossing."""
        return None if year is None else year - self.lead


def need(path: Path, answer: TimingAnswer, *, lead: int, now: int) -> Need:
    """Return what one path asks, seen from a year: arithmetic on what was counted, no statements."""
    crossing = engine.Crossing(answer.years, path.counts, answer.draws)
    early, median, late = (crossing.year_at(share) for share in (EARLY, MEDIAN, LATE))
    shares = tuple((year, count / answer.draws) for year, count in zip(answer.years, path.counts, strict=True) if count)
    urgency = crossing.urgency(lead=lead, now=now)
    return Need(early, median, late, crossing.never, lead, urgency, path.signals.get(str(lead)), shares)

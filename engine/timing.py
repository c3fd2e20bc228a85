# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Needed by when: the year in which an outcome crosses a floor, less the time that a reform takes (adaptation tipping points).

Kwadijk and others (2010) on tipping points; Haasnoot and others (2013) on acting, preparing and the signals to watch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine import tables
from engine.axes import FloatArray
from engine.checks import finite, in_bounds
from engine.errors import ContradictionError

Years = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lines:
    """Where one class of urgency ends and the next begins; units and reasons in data/methods.toml."""

    act_share: float
    prepare_share: float
    prepare_years: float
    announced: float
    least_announced: float
    round_years: float
    most_lead: float


LINES = tables.block(Lines, "methods", "timing")


class Urgency(StrEnum):
    """What a council has to do about a floor now."""

    ACT = "act"
    PREPARE = "prepare"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Crossing:
    """When a floor is crossed, counted over draws.

    Attributes
    ----------
    years : tuple of int
        The years looked at, rising.
    counts : tuple of int
        Draws in which the floor is crossed first in each of those years.
    draws : int
        All draws; what `counts` leaves is never crossed within these years.
    """

    years: tuple[int, ...]
    counts: tuple[int, ...]
    draws: int

    @property
    def never(self) -> float:
        """Share of the draws in which the floor is not crossed in these years."""
        return 1 - sum(self.counts) / self.draws

    def share_by(self, year: float) -> float:
        """Share of the draws in which the floor is crossed in a year or before it.

        >>> Crossing((2030, 2031), (1, 2), draws=4).share_by(2030)
        0.25
        """
        return sum(count for at, count in zip(self.years, self.counts, strict=True) if at <= year) / self.draws

    def year_at(self, share: float) -> int | None:
        """Return the first year by which a share of all draws has crossed; none when that share never does.

        >>> Crossing((2030, 2031), (1, 2), draws=4).year_at(0.5), Crossing((2030, 2031), (1, 2), draws=4).year_at(0.9)
        (2031, None)
        """
        needed = in_bounds("share", share, 0.0, 1.0, "share of draws") * self.draws
        reached = 0
        for year, count in zip(self.years, self.counts, strict=True):
            reached += count
            if reached >= needed - 1e-9 and reached:
                return year
        return None

    def urgency(self, *, lead: int, now: int) -> Urgency:
        """Return what is to be done now, when a reform takes `lead` years from decision to effect.

        The last year to decide is the year of crossing less the lead. *Act* when in at least half of the draws that
        year is no later than next year; else *prepare* when in at least a fifth of the draws it lies within five
        years from now; else *wait* and watch the signal.
        """
        if self.share_by(now + int(LINES.round_years) + lead) >= LINES.act_share:
            return Urgency.ACT
        return (
            Urgency.PREPARE
            if self.share_by(now + int(LINES.prepare_years) + lead) >= LINES.prepare_share
            else Urgency.WAIT
        )


@dataclass(frozen=True, slots=True)
class Signal:
    """The level that announces a crossing, some years ahead.

    Attributes
    ----------
    level : float
        In the outcome's unit: so early that four in five crossings are announced.
    announced : float
        Share of the crossings that are announced: the level was passed `lead` years before or earlier.
    right : float
        Share of the draws passing the level in which the floor is crossed within the years looked at.
    """

    level: float
    announced: float
    right: float


def first_crossing(paths: FloatArray, years: Sequence[int], *, level: float, better: Literal["up", "down"]) -> Years:
    """Return the first year in which each path is on the wrong side of a level, array (draw,); not-a-number when never.

    Parameters
    ----------
    paths : array (draw, year)
        An outcome, in its unit.
    years : sequence of int
        The years of the paths, rising.
    level : float
        The floor: what the outcome should not fall below where more is better, or rise above where less is.
    better : {"up", "down"}
        Which way is better.

    Examples
    --------
    >>> first_crossing(np.array([[0.04, 0.06], [0.04, 0.05]]), (2030, 2031), level=0.05, better="down")
    array([2031.,   nan])
    """
    if paths.shape[-1] != len(years) or not len(years):
        raise ContradictionError(
            f"The paths have {paths.shape[-1]} years, and {len(years)} were named.", field="years", value=tuple(years)
        )
    finite("level", level)
    beyond = paths < level if better == "up" else paths > level
    first = np.asarray(years, dtype=np.float64)[beyond.argmax(axis=-1)]
    return np.where(beyond.any(axis=-1), first, np.nan)


def crossing(first: Years, years: Sequence[int]) -> Crossing:
    """Count the draws per year of their first crossing."""
    return Crossing(tuple(years), tuple(int((first == year).sum()) for year in years), int(first.size))


def signal(
    paths: FloatArray, first: Years, years: Sequence[int], *, lead: int, better: Literal["up", "down"]
) -> Signal | None:
    """Return the level of the outcome itself that announces a crossing `lead` years ahead.

    None when nothing crosses in time, or when no level is passed in time by most draws that cross: what
    hardly moves before it crosses announces nothing.

    Parameters
    ----------
    paths : array (draw, year)
        An outcome, in its unit.
    first : array (draw,)
        See `first_crossing`.
    years : sequence of int
        The years of the paths, one after another.
    lead : int
        Years ahead, at least 1.
    better : {"up", "down"}
        Which way is better.
    """
    in_bounds("lead", lead, 1, LINES.most_lead, "years")
    ahead = first - lead - years[0]
    known = np.flatnonzero(np.nan_to_num(ahead, nan=-1.0) >= 0)
    if not known.size:
        return None
    before = paths[known, ahead[known].astype(int)]
    level = float(np.quantile(before, LINES.announced if better == "up" else 1 - LINES.announced))
    reached = first_crossing(paths, years, level=level, better=better)
    announced = float((reached[known] <= first[known] - lead).mean())
    if announced < LINES.least_announced:
        return None
    crosses = ~np.isnan(first[~np.isnan(reached)])
    right = float(crosses.mean()) if crosses.size else 0.0
    return Signal(level, announced, right)

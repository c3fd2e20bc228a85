# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far two futures lie apart: in what drives them, and in what comes of it. Arithmetic on what is already there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

NEARLY_SAME_DRIVERS = 0.05  # of the room between the bounds, on average: our own choice
NOTICEABLE = 1.0  # smallest noticeable differences between two medians


class Interval(Protocol):
    """A median and its band."""

    @property
    def low(self) -> float:
        """10th percentile."""

    @property
    def mid(self) -> float:
        """The median."""

    @property
    def high(self) -> float:
        """90th percentile."""


class Bounded(Protocol):
    """A driver: what it is called and between which bounds it may be set."""

    @property
    def key(self) -> str:
        """The name in data."""

    @property
    def low(self) -> float:
        """The lowest that it may be."""

    @property
    def high(self) -> float:
        """The highest that it may be."""


@dataclass(frozen=True, slots=True)
class DriverGap:
    """Two settings of one driver: how far apart, and how far they could be, as shares of the room between its bounds."""

    key: str
    apart: float
    widest: float

    @property
    def room(self) -> float:
        """How much further apart they could be set, by moving one of the two to a bound."""
        return self.widest - self.apart


@dataclass(frozen=True, slots=True)
class OutcomeGap:
    """One figure in two futures: medians apart in noticeable differences; how much of the narrower band the other holds."""

    steps: float
    overlap: float

    @property
    def is_real(self) -> bool:
        """The medians differ noticeably, and the bands have nothing in common."""
        return self.steps >= NOTICEABLE and self.overlap == 0


def driver_gaps(
    one: Mapping[str, float], other: Mapping[str, float], drivers: Sequence[Bounded]
) -> tuple[DriverGap, ...]:
    """Return how far apart two futures set each driver that both of them set."""
    return tuple(_driver_gap(one[driver.key], other[driver.key], driver) for driver in _shared(one, other, drivers))


def _shared(one: Mapping[str, float], other: Mapping[str, float], drivers: Sequence[Bounded]) -> list[Bounded]:
    return [driver for driver in drivers if driver.key in one and driver.key in other]


def _driver_gap(one: float, other: float, driver: Bounded) -> DriverGap:
    room = driver.high - driver.low
    widest = max(abs(end - value) for end in (driver.low, driver.high) for value in (one, other))
    return DriverGap(driver.key, abs(one - other) / room, widest / room)


def mean_apart(gaps: Sequence[DriverGap]) -> float:
    """Return the mean over the drivers; futures that share no driver are not apart in any."""
    return sum(one.apart for one in gaps) / len(gaps) if gaps else 0.0


def most_room(gaps: Sequence[DriverGap]) -> DriverGap | None:
    """Return the driver that would pull two futures apart most, when one of the two moved it to a bound."""
    return max(gaps, key=lambda one: one.room, default=None)


def outcome_gap(one: Interval, other: Interval, *, noticeable: float, is_relative: bool) -> OutcomeGap:
    """Return how far apart one figure is in two futures; relative: as a share of the mean of both medians."""
    apart = abs(one.mid - other.mid)
    if is_relative:
        apart /= abs(one.mid + other.mid) / 2
    return OutcomeGap(apart / noticeable, _overlap(one, other))


def _overlap(one: Interval, other: Interval) -> float:
    common = min(one.high, other.high) - max(one.low, other.low)
    narrower = min(one.high - one.low, other.high - other.low)
    if common < 0:
        return 0.0
    return common / narrower if narrower > 0 else 1.0


def are_nearly_same(drivers: Sequence[DriverGap], outcomes: Sequence[OutcomeGap]) -> bool:
    """Say whether two futures hardly differ: in what drives them, or in every figure that is known of both."""
    if mean_apart(drivers) < NEARLY_SAME_DRIVERS:
        return True
    return bool(outcomes) and not any(one.is_real for one in outcomes)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may be told of tallies, of numbers that people set and of ratings: all where that tells on nobody."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from workshops.enums import Band
from workshops.tally import Countable

FEWEST = 5
COUNTED_FROM = 20
NEARLY_ALL, LARGE, SMALL, HARDLY = Fraction(9, 10), Fraction(2, 3), Fraction(1, 3), Fraction(1, 10)

Side = TypeVar("Side")
Count = TypeVar("Count", bound=Countable)


class OfASide(Protocol):
    """Something that one side said."""

    constituency_id: UUID


Rating = TypeVar("Rating", bound=OfASide)


@dataclass(frozen=True, slots=True)
class Disclosed(Generic[Side, Count]):
    """What page, API, export, report and screen may show of one question of a poll: counts, or bands where counts would tell on people."""

    tallies: Mapping[Side, Count] = field(default_factory=dict)
    bands: Mapping[Side, Band] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether every side is told in counts, so that they may be added up."""
        return not self.bands


def disclosed(tallies: Mapping[Side, Count], *, is_by_name: bool) -> Disclosed[Side, Count]:
    """Decide once for everybody what is told of a poll.

    By name everything is told. Otherwise a side is told in bands when fewer than twenty took a position, or when
    all of them but at most one said the same, for that would tell on each. One side in bands takes the counts of a
    lone other side with it when those two are all there is: from a total the hidden one could be worked out.
    """
    if is_by_name:
        return Disclosed(tallies=dict(tallies))
    banded = {side for side, one in tallies.items() if not is_countable(one)}
    counted = [side for side in tallies if side not in banded]
    if len(banded) == 1 and len(counted) == 1:
        banded.update(counted)
    return Disclosed(
        tallies={side: one for side, one in tallies.items() if side not in banded},
        bands={side: band_of(one) for side, one in tallies.items() if side in banded},
    )


def ratings_told(ratings: Iterable[Rating], *, own: Collection[UUID], are_open: bool) -> list[Rating]:
    """Decide once for everybody which ratings are told: all once they are open, else those of one's own sides.

    So no side leans on what another said first, and whoever keeps the site or leads the workshop sees no more.
    """
    return [one for one in ratings if are_open or one.constituency_id in own]


def is_countable(one: Countable) -> bool:
    """Say whether counts of a side without names tell on nobody."""
    in_favour = one.supporting
    is_uniform = max(one.largest, in_favour, one.took_position - in_favour) >= one.took_position - 1
    return one.took_position >= COUNTED_FROM and not is_uniform


def tells_who_voted(voted: int, *, is_by_name: bool) -> bool:
    """Say whether the list of who voted may be shown: not of so few that their reasons would have a name."""
    return is_by_name or voted == 0 or voted >= FEWEST


def band_of(one: Countable) -> Band:
    """Return in words how much of those who took a position is in favour."""
    positions = one.took_position
    if positions < FEWEST:
        return Band.TOO_FEW
    share = Fraction(one.supporting, positions)
    if share >= NEARLY_ALL or one.supporting >= positions - 1:
        return Band.NEARLY_ALL
    if share >= LARGE:
        return Band.LARGE_MAJORITY
    if share > SMALL:
        return Band.DIVIDED
    return Band.MINORITY if share > HARDLY else Band.HARDLY_ANY


DOTS, PARTS = 20, 5  # places for a dot along the bounds of a number; parts in which a small side is told


@dataclass(frozen=True, slots=True)
class Spread:
    """What may be told of a number that several people set: how many, and dots, or where the middle half lies."""

    count: int
    dots: tuple[int, ...] = ()
    middle: tuple[int, int] | None = None

    @property
    def is_too_few(self) -> bool:
        """So few that nothing but their number is told."""
        return 0 < self.count < FEWEST


@dataclass(frozen=True, slots=True)
class Spreads(Generic[Side]):
    """A number as everybody together sets it, and each side apart; never a mean."""

    total: Spread
    sides: Mapping[Side, Spread]


def spreads(values: Mapping[Side, Sequence[float]], *, low: float, high: float) -> Spreads[Side]:
    """Decide once for everybody what is told of a number that people set without their names.

    Under five of a side nothing is told but how many; under twenty, or where all but at most one set the same, in which
    parts of the room between the bounds its middle half lies; else a dot for each. Everybody together has dots
    under the same limits, but not where some sides have them and others not: what is left would be the hidden side's.
    """
    sides = {side: _spread(given, low, high) for side, given in values.items()}
    everybody = [value for given in values.values() for value in given]
    dotted = [one for one in sides.values() if one.dots]
    silent = [one for one in sides.values() if one.count and not one.dots]
    total = _spread(everybody, low, high)
    return Spreads(Spread(total.count) if dotted and silent else total, sides)


def _spread(values: Sequence[float], low: float, high: float) -> Spread:
    count = len(values)
    if count < FEWEST:
        return Spread(count)
    found = Counter(_part(value, low, high, DOTS) for value in values)
    if count >= COUNTED_FROM and max(found.values()) < count - 1:
        return Spread(count, dots=tuple(found.get(at, 0) for at in range(DOTS)))
    ordered, quarter = sorted(values), (count - 1) // 4
    ends = ordered[quarter], ordered[-1 - quarter]
    return Spread(count, middle=(_part(ends[0], low, high, PARTS), _part(ends[1], low, high, PARTS)))


def _part(value: float, low: float, high: float, parts: int) -> int:
    return max(0, min(parts - 1, int((value - low) / (high - low) * parts)))

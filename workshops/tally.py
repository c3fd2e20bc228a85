# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Count ballots into support per constituency: abstentions, denominators and thresholds spelled out."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from workshops.enums import AGREEING, LEVELS, SUPPORTING, Need, NeedClass, Stance, SupportClass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What was agreed before the round opened."""

    broad: Fraction = Fraction(3, 4)
    majority: Fraction = Fraction(1, 2)
    response: Fraction = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Tally:
    """How the seats of one constituency answered one poll; `quorum` ballots make the count hold."""

    seats: int
    counts: Mapping[Stance, int]
    quorum: int = 0

    @property
    def ballots(self) -> int:
        return sum(self.counts.values())

    @property
    def took_position(self) -> int:
        """Ballots on one of the five levels."""
        return sum(self.counts.get(level, 0) for level in LEVELS)

    @property
    def supporting(self) -> int:
        """Levels 5, 4 and 3: agree, with reservations, can live with it."""
        return sum(self.counts.get(level, 0) for level in SUPPORTING)

    @property
    def agreeing(self) -> int:
        """Levels 5 and 4 only."""
        return sum(self.counts.get(level, 0) for level in AGREEING)

    @property
    def living_with(self) -> int:
        return self.counts.get(Stance.LIVE_WITH, 0)

    @property
    def objecting(self) -> int:
        return self.counts.get(Stance.OBJECTION, 0)

    @property
    def refusing(self) -> int:
        """Level 1: unacceptable."""
        return self.counts.get(Stance.UNACCEPTABLE, 0)

    @property
    def largest(self) -> int:
        """How many gave the level that most gave."""
        return max(self.counts.get(level, 0) for level in LEVELS)

    @property
    def silent(self) -> int:
        """Seats without a position: abstained, need information, no mandate, or no ballot."""
        return self.seats - self.took_position

    @property
    def share_of_positions(self) -> Fraction | None:
        """Support among those who took a position; none when nobody did."""
        return Fraction(self.supporting, self.took_position) if self.took_position else None

    @property
    def share_of_ballots(self) -> Fraction | None:
        return Fraction(self.supporting, self.ballots) if self.ballots else None

    @property
    def bounds_of_seats(self) -> tuple[Fraction, Fraction]:
        """Support among all seats: if every silent seat were against, and if every one were for."""
        if not self.seats:
            return Fraction(0), Fraction(0)
        return Fraction(self.supporting, self.seats), Fraction(self.supporting + self.silent, self.seats)

    @property
    def median(self) -> tuple[Stance, Stance] | None:
        """The level in the middle of those who took a position; the two in the middle when their number is even."""
        ordered = [level for level in reversed(LEVELS) for _seat in range(self.counts.get(level, 0))]
        if not ordered:
            return None
        middle = len(ordered) // 2
        return ordered[middle if len(ordered) % 2 else middle - 1], ordered[middle]

    def share_at(self, levels: Sequence[Stance]) -> Fraction | None:
        """Return the share of those who took a position that answered one of these levels."""
        chosen = sum(self.counts.get(level, 0) for level in levels)
        return Fraction(chosen, self.took_position) if self.took_position else None

    def responds(self, share: Fraction) -> bool:
        """Say whether enough seats took a position, and the quorum cast a ballot."""
        return bool(self.seats) and self.ballots >= self.quorum and Fraction(self.took_position, self.seats) >= share

    def carries(self, share: Fraction, levels: Sequence[Stance] = SUPPORTING) -> bool:
        """Say whether more than this share of those who took a position supports it."""
        supporting = self.share_at(levels)
        return supporting is not None and supporting > share


class Countable(Protocol):
    """A count of one side that is told whole or in a band: of whom spoke out, how many are in favour."""

    @property
    def took_position(self) -> int: ...

    @property
    def supporting(self) -> int: ...

    @property
    def largest(self) -> int: ...


@dataclass(frozen=True, slots=True)
class NeedTally:
    """How the seats of one constituency answered whether new policy is needed on a point."""

    seats: int
    counts: Mapping[Need, int]

    @property
    def took_position(self) -> int:
        """Those who said yes or no."""
        return self.supporting + self.counts.get(Need.NO, 0)

    @property
    def supporting(self) -> int:
        """Those who say that it is needed."""
        return self.counts.get(Need.YES, 0)

    @property
    def largest(self) -> int:
        """How many gave the answer that most gave."""
        return max(self.supporting, self.counts.get(Need.NO, 0))

    @property
    def silent(self) -> int:
        """Seats that do not know, or did not answer."""
        return self.seats - self.took_position


def need_class(tallies: Sequence[NeedTally], thresholds: Thresholds) -> NeedClass:
    """Return the verdict over constituencies: needed, or not, where a majority of each says so."""
    if not any(one.took_position for one in tallies):
        return NeedClass.NOT_ANSWERED
    if any(one.took_position < thresholds.response * one.seats or not one.took_position for one in tallies):
        return NeedClass.INSUFFICIENT
    shares = [Fraction(one.supporting, one.took_position) for one in tallies]
    if all(share > thresholds.majority for share in shares):
        return NeedClass.NEEDED
    if all(1 - share > thresholds.majority for share in shares):
        return NeedClass.NOT_NEEDED
    return NeedClass.DIVIDED


def tally(stances: Iterable[Stance], *, seats: int, quorum: int = 0) -> Tally:
    """Count the answers of one constituency's seats to one poll."""
    counts = dict.fromkeys(Stance, 0)
    for stance in stances:
        counts[stance] += 1
    return Tally(seats=seats, counts=counts, quorum=quorum)


def support_class(
    tallies: Sequence[Tally], thresholds: Thresholds, levels: Sequence[Stance] = SUPPORTING
) -> SupportClass:
    """Return the verdict over constituencies: the weakest decides, abstentions are neither yes nor no.

    `levels` are those that count as support: `AGREEING` leaves out whoever can merely live with it.
    """
    if not any(one.ballots for one in tallies):
        return SupportClass.NOT_VOTED
    shares = [one.share_at(levels) for one in tallies]
    known = [share for share in shares if share is not None]
    if len(known) < len(shares) or not all(one.responds(thresholds.response) for one in tallies):
        return SupportClass.INSUFFICIENT
    refusals = sum(one.refusing for one in tallies)
    if all(share >= thresholds.broad for share in known) and refusals <= 1:
        return SupportClass.BROAD
    carried = [one.carries(thresholds.majority, levels) for one in tallies]
    if all(carried):
        return SupportClass.RESERVED
    return SupportClass.DIVIDED if any(carried) else SupportClass.NONE


def weakest(tallies: Sequence[Tally]) -> Fraction | None:
    """Return the headline: the smallest support share over constituencies, none when one is silent."""
    shares = [one.share_of_positions for one in tallies]
    known = [share for share in shares if share is not None]
    return min(known) if known and len(known) == len(shares) else None


def tripartite_mean(tallies: Sequence[Tally]) -> Fraction | None:
    """Return the mean of the constituencies' shares, each counting alike whatever its size."""
    known = [share for share in (one.share_of_positions for one in tallies) if share is not None]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(tallies) else None


def plain_mean(tallies: Sequence[Tally]) -> Fraction | None:
    """Return support among everybody who took a position, by head."""
    positions = sum(one.took_position for one in tallies)
    return Fraction(sum(one.supporting for one in tallies), positions) if positions else None


def group_informed(tallies: Sequence[Tally]) -> float | None:
    """Return the geometric mean of the sides' shares, each drawn half a ballot to the middle (Polis, Jeffreys).

    It falls when one side stays behind, yet hardly tells that from mild dissent everywhere: show the weakest beside it.
    """
    if not tallies or any(one.took_position == 0 for one in tallies):
        return None
    shares = [(one.supporting + 0.5) / (one.took_position + 1) for one in tallies]
    return math.prod(shares) ** (1 / len(shares))

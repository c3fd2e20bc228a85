# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What everybody may know of a round that closed: who was entitled, who voted, the quorum, and by name every ballot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from workshops.disclosure import tells_who_voted
from workshops.enums import Act
from workshops.models import Ballot, JournalEntry, Poll, Proposal, Round, Seat
from workshops.selectors.rounds import SideTurnout, holders_of, turnout_of
from workshops.selectors.table import Place, Side


@dataclass(frozen=True, slots=True)
class SeatRecord:
    """One seat of the electorate: who held it at closing, whether it voted (None: not told), and by name what it answered."""

    seat: Seat
    holder: str
    has_voted: bool | None
    ballots: Mapping[UUID, Ballot]


@dataclass(frozen=True, slots=True)
class SideRecord:
    """One side of the electorate."""

    side: Side
    quorum: int
    voted: int
    seats: tuple[SeatRecord, ...]

    @property
    def entitled(self) -> int:
        return len(self.seats)

    @property
    def has_quorum(self) -> bool:
        return self.voted >= self.quorum

    @property
    def tells_who(self) -> bool:
        """Whether it is told who voted."""
        return all(one.has_voted is not None for one in self.seats)


@dataclass(frozen=True, slots=True)
class Asked:
    """One proposal as it was put, in the order of the scenarios."""

    proposal: Proposal
    cells: tuple[tuple[Place, Poll], ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """How one seat of a side answered one proposal by name, a ballot a scenario."""

    side: Side
    seat: SeatRecord
    ballots: tuple[tuple[Place, Ballot | None], ...]


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A closed round: the electorate, what was asked, and the line in the journal that closed it."""

    round: Round
    sides: tuple[SideRecord, ...]
    asked: tuple[Asked, ...]
    closing: JournalEntry | None

    @property
    def entitled(self) -> int:
        return sum(one.entitled for one in self.sides)

    @property
    def voted(self) -> int:
        return sum(one.voted for one in self.sides)

    @property
    def polls(self) -> tuple[Poll, ...]:
        return tuple(poll for one in self.asked for _place, poll in one.cells)

    @property
    def ballots(self) -> list[Ballot]:
        """Every ballot of a round by name, in the order of questions and seats; none otherwise."""
        seats = [seat for one in self.sides for seat in one.seats]
        return [seat.ballots[poll.id] for poll in self.polls for seat in seats if poll.id in seat.ballots]

    @property
    def answers(self) -> list[tuple[Asked, list[Answers]]]:
        """Per proposal every seat with its ballots; empty of a round that is not by name."""
        if not self.round.is_by_name:
            return []
        seats = [(side.side, seat) for side in self.sides for seat in side.seats]
        return [
            (one, [Answers(side, seat, _answers(one, seat)) for side, seat in seats if seat.ballots])
            for one in self.asked
        ]


def _answers(one: Asked, seat: SeatRecord) -> tuple[tuple[Place, Ballot | None], ...]:
    return tuple((place, seat.ballots.get(poll.id)) for place, poll in one.cells)


def record_of(one: Round, sides: Sequence[Side], places: Sequence[Place]) -> RoundRecord:
    """Return what may be known of a round that closed: five statements at any size."""
    turnout = {found.side.id: found for found in turnout_of(one).sides}
    day = timezone.localdate(one.closed_at) if one.closed_at else timezone.localdate()
    holders = holders_of([seat.seat.id for found in turnout.values() for seat in found.seats], day=day)
    ballots: dict[UUID, dict[UUID, Ballot]] = {}
    if one.is_by_name:
        for ballot in Ballot.objects.filter(poll__round=one).select_related("cast_by"):
            if ballot.seat_id is not None:
                ballots.setdefault(ballot.seat_id, {})[ballot.poll_id] = ballot
    return RoundRecord(
        round=one,
        sides=tuple(_side(one, side, turnout[side.id], holders, ballots) for side in sides if side.id in turnout),
        asked=tuple(_asked(one, places)),
        closing=one.workshop.journal.filter(act=Act.ROUND_CLOSED, subject=f"round {one.number}").last(),
    )


def _side(
    one: Round,
    side: Side,
    turnout: SideTurnout,
    holders: Mapping[UUID, Sequence[str]],
    ballots: Mapping[UUID, Mapping[UUID, Ballot]],
) -> SideRecord:
    voted = sum(seat.ballots > 0 for seat in turnout.seats)
    is_told = tells_who_voted(voted, is_by_name=one.is_by_name)
    return SideRecord(
        side=side,
        quorum=turnout.side.quorum,
        voted=voted,
        seats=tuple(
            SeatRecord(
                seat=found.seat,
                holder=next(iter(holders.get(found.seat.id, [])), ""),
                has_voted=found.ballots > 0 if is_told else None,
                ballots=ballots.get(found.seat.id, {}),
            )
            for found in turnout.seats
        ),
    )


def _asked(one: Round, places: Sequence[Place]) -> Iterator[Asked]:
    by_key = {place.key: (at, place) for at, place in enumerate(places)}
    polls = one.polls.select_related("proposal", "reform_revision", "scenario_revision__scenario")
    found: dict[Proposal, dict[int, tuple[Place, Poll]]] = {}
    for poll in polls.order_by("proposal__number"):
        if poll.scenario_revision.scenario.key in by_key:
            at, place = by_key[poll.scenario_revision.scenario.key]
            found.setdefault(poll.proposal, {})[at] = (place, poll)
    for proposal, cells in found.items():
        yield Asked(proposal, tuple(cells[at] for at in sorted(cells)))

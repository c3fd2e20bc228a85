# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the voting stands: the round that counts now, and who has answered, per side and per seat."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from workshops.enums import BallotMode, Holding, RoundState
from workshops.models import Ballot, Constituency, Mandate, Poll, Round, RoundSeat, SealedBallot, Seat, Workshop


@dataclass(frozen=True, slots=True)
class SeatTurnout:
    """How much of the round one seat has answered."""

    seat: Seat
    ballots: int
    asked: int

    @property
    def is_complete(self) -> bool:
        return self.ballots >= self.asked

    @property
    def has_begun(self) -> bool:
        return 0 < self.ballots < self.asked


@dataclass(frozen=True, slots=True)
class SideTurnout:
    """How much of the round one side has answered."""

    side: Constituency
    seats: tuple[SeatTurnout, ...]

    @property
    def complete(self) -> int:
        return sum(one.is_complete for one in self.seats)

    @property
    def begun(self) -> int:
        return sum(one.has_begun for one in self.seats)

    @property
    def silent(self) -> int:
        return len(self.seats) - self.complete - self.begun

    @property
    def waiting_for(self) -> list[SeatTurnout]:
        """The seats that have not answered everything."""
        return [one for one in self.seats if not one.is_complete]


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who has answered; what they answered is not in it."""

    round: Round
    sides: tuple[SideTurnout, ...]

    @property
    def seats(self) -> int:
        return sum(len(one.seats) for one in self.sides)

    @property
    def complete(self) -> int:
        return sum(one.complete for one in self.sides)

    @property
    def ballots(self) -> int:
        return sum(seat.ballots for one in self.sides for seat in one.seats)

    @property
    def is_complete(self) -> bool:
        return self.complete == self.seats


def rounds_of(workshop: Workshop) -> list[Round]:
    """Return every round that was not annulled, with the agreements it was opened under, the first on top."""
    return list(workshop.rounds.exclude(state=RoundState.ANNULLED).select_related("agreements").order_by("number"))


def current_of(rounds: Iterable[Round]) -> Round | None:
    """Return the open round, else the prepared one, else the last that closed."""
    by_state = {RoundState(one.state): one for one in rounds}
    return by_state.get(RoundState.OPEN) or by_state.get(RoundState.DRAFT) or by_state.get(RoundState.CLOSED)


def is_secret_round_open(slug: str) -> bool:
    """Say whether a workshop is voting in secret: then nothing of a ballot is kept where it could be read."""
    return Round.objects.open().filter(workshop__slug=slug, mode=BallotMode.SECRET).exists()


def turnout_of(one: Round) -> Turnout:
    """Return who of the frozen electorate has answered: one statement."""
    asked = Poll.objects.filter(round=OuterRef("round")).order_by().values("round").annotate(number=Count("id"))
    places = (
        RoundSeat.objects.filter(round=one)
        .select_related("seat__constituency", "seat__delegation")
        .annotate(asked=Coalesce(Subquery(asked.values("number")), 0), cast=_cast())
        .order_by("seat__constituency__order", "seat__number")
    )
    seats: dict[UUID, list[SeatTurnout]] = {}
    sides: dict[UUID, Constituency] = {}
    for place in places:
        side = place.seat.constituency
        sides[side.id] = side
        seats.setdefault(side.id, []).append(SeatTurnout(place.seat, place.cast, place.asked))
    return Turnout(one, tuple(SideTurnout(sides[side], tuple(held)) for side, held in seats.items()))


def with_quorum(workshop: Workshop) -> list[UUID]:
    """Return the closed rounds in which enough seats of every side voted: one statement."""
    places = RoundSeat.objects.filter(round__workshop=workshop, round__state=RoundState.CLOSED).annotate(cast=_cast())
    rows = places.values_list("round", "seat__constituency", "seat__constituency__quorum", "cast")
    voted: dict[UUID, dict[tuple[UUID, int], int]] = {}
    for one, side, quorum, cast in rows:
        sides = voted.setdefault(one, {})
        sides[side, quorum] = sides.get((side, quorum), 0) + (cast > 0)
    return [one for one, sides in voted.items() if all(seats >= quorum for (_side, quorum), seats in sides.items())]


def _cast() -> Coalesce:
    """Return how many questions a seat answered: written down at closing, else in its box, else ballot by ballot."""
    cast = Ballot.objects.filter(poll__round=OuterRef("round"), seat=OuterRef("seat")).order_by().values("seat")
    sealed = SealedBallot.objects.filter(round=OuterRef("round"), seat=OuterRef("seat")).values("answered")
    return Coalesce("answered", Subquery(sealed), Subquery(cast.annotate(number=Count("id")).values("number")), 0)


def holders_of(seats: Iterable[UUID], *, day: date) -> dict[UUID, list[str]]:
    """Return the names of who holds each seat on a day, the member first."""
    mandates = Mandate.objects.current(day).filter(seat__in=list(seats)).select_related("person")
    found: dict[UUID, list[str]] = {}
    for mandate in sorted(mandates, key=lambda one: one.holding != Holding.MEMBER):
        found.setdefault(mandate.seat_id, []).append(mandate.person.name)
    return found

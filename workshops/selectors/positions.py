# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The positions as they are registered: how the council divides on each proposal, every seat accounted for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateTimeField, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from workshops.enums import LEVELS, SUPPORTING, BallotMode, Body, RoundState, Stance, Stand
from workshops.models import Ballot, Mandate, Proposal, Round, RoundSeat, Seat, Workshop
from workshops.selectors.support import Electorates, Support, support_in
from workshops.selectors.table import Place, places_of
from workshops.wording import Language, Passage, Registered, SeatHeld, composition, divided, registered

Stances = Mapping[UUID, Mapping[UUID, Stance]]


@dataclass(frozen=True, slots=True)
class Chamber:
    """The seats of a round in the order of the table, and which of them cast no ballot in it."""

    seats: tuple[SeatHeld, ...]
    absentees: frozenset[str]

    @property
    def present(self) -> tuple[SeatHeld, ...]:
        return tuple(seat for seat in self.seats if seat.id not in self.absentees)

    def absent_words(self, language: Language) -> str:
        """Say who was entitled and cast no ballot; nothing when everybody did."""
        return composition(self.absentees, self.seats, language=language)


@dataclass(frozen=True, slots=True)
class Position:
    """How the council divides on one proposal in one scenario, as it is written down.

    `wording` is that of the seats in support, nobody included; `passages` hold every seat present exactly once.
    """

    proposal: Proposal
    place: Place
    round: Round
    supporting: int
    present: int
    wording: Registered
    passages: tuple[Passage, ...]
    absent: str


def positions_in(workshop: Workshop, *, language: Language) -> list[Position]:
    """Return the positions by proposal and scenario: seven statements at any size."""
    support, places = support_in(workshop), places_of(workshop)
    stances, chambers = stances_in(workshop), chambers_of({one.round.id for one in support.values()})
    proposals = workshop.proposals.select_related("reform_revision").order_by("number")
    return [
        position
        for proposal in proposals
        for position in positions_on(proposal, support, places, stances, chambers, language=language)
    ]


def positions_on(  # noqa: PLR0913 -- what a position is made of, each read once by who asks
    proposal: Proposal,
    support: Mapping[tuple[UUID, UUID], Support],
    places: Sequence[Place],
    stances: Stances,
    chambers: Mapping[UUID, Chamber],
    *,
    language: Language,
) -> list[Position]:
    """Return the positions on one proposal by scenario, of rounds by name that closed: no statements."""
    found = []
    for place in places:
        one = support.get((proposal.id, place.revision_id))
        chamber = chambers.get(one.round.id) if one else None
        if one is None or chamber is None or not chamber.present or one.poll_id not in stances:
            continue
        body, seats = Body(one.round.body), chamber.present
        sides = sides_taken(stances[one.poll_id])
        wording = registered(sides[Stand.SUPPORTS], seats, body=body, language=language)
        found.append(
            Position(
                proposal=proposal,
                place=place,
                round=one.round,
                supporting=len(sides[Stand.SUPPORTS]),
                present=len(seats),
                wording=wording,
                passages=tuple(divided(sides, seats, body=body, language=language, rest=Stand.UNDECIDED)),
                absent=chamber.absent_words(language),
            )
        )
    return found


def sides_taken(stances: Mapping[UUID, Stance]) -> dict[str, frozenset[str]]:
    """Return which seats support, which oppose, and which answered without taking a side."""
    return {
        stand.value: frozenset(str(seat) for seat, stance in stances.items() if stand_of(stance) == stand)
        for stand in Stand
    }


def stand_of(stance: Stance) -> Stand:
    """Return on which side an answer is: levels 5, 4 and 3 support."""
    if stance in SUPPORTING:
        return Stand.SUPPORTS
    return Stand.OPPOSES if stance in LEVELS else Stand.UNDECIDED


def stances_in(workshop: Workshop) -> Stances:
    """Return how each seat answered, per poll of a closed round by name: only those may be told apart; one statement."""
    return _stances(Q(poll__round__workshop=workshop))


def stances_on(poll_ids: Iterable[UUID]) -> Stances:
    """Return the same of some polls: one statement."""
    return _stances(Q(poll__in=list(poll_ids)))


def _stances(which: Q) -> Stances:
    rows = Ballot.objects.filter(
        which,
        poll__round__state=RoundState.CLOSED,
        poll__round__mode=BallotMode.NAMED,
        seat__isnull=False,
    ).values_list("poll", "seat", "stance")
    found: dict[UUID, dict[UUID, Stance]] = {}
    for poll_id, seat_id, stance in rows:
        found.setdefault(poll_id, {})[seat_id] = Stance(stance)
    return found


def chambers_of(round_ids: Iterable[UUID]) -> dict[UUID, Chamber]:
    """Return who was present in some rounds: one statement."""
    return {round_id: _chamber(rows) for round_id, rows in seats_of_rounds(round_ids).items()}


def support_with_seats(
    workshop: Workshop, proposal_id: UUID
) -> tuple[dict[tuple[UUID, UUID], Support], dict[UUID, Chamber]]:
    """Return support for one proposal, and the chambers that voted on it, in the statements of support alone."""
    chambers: dict[UUID, Chamber] = {}

    def electorates(round_ids: set[UUID]) -> Electorates:
        seats = seats_of_rounds(round_ids)
        chambers.update({round_id: _chamber(rows) for round_id, rows in seats.items()})
        return {round_id: _sizes(rows) for round_id, rows in seats.items()}

    support = support_in(workshop, proposal_ids=[proposal_id], electorates_by=electorates)
    return support, chambers


def seats_of_rounds(round_ids: Iterable[UUID]) -> dict[UUID, list[RoundSeat]]:
    """Return the electorates seat by seat, each with its member at closing and whether it cast a ballot: one statement."""
    now = Value(timezone.now(), output_field=DateTimeField())
    held = Mandate.objects.filter(seat=OuterRef("seat"), starts_on__lte=OuterRef("day"))
    held = held.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=OuterRef("day"))).order_by("holding")
    cast = Ballot.objects.filter(poll__round=OuterRef("round"), seat=OuterRef("seat"))
    rows = (
        RoundSeat.objects.filter(round__in=list(round_ids))
        .select_related("seat__constituency", "seat__delegation")
        .annotate(day=TruncDate(Coalesce("round__closed_at", now)))
        .annotate(member=Subquery(held.values("person__name")[:1]), is_present=Exists(cast))
        .order_by("seat__constituency__order", "seat__number")
    )
    found: dict[UUID, list[RoundSeat]] = {}
    for row in rows:
        found.setdefault(row.round_id, []).append(row)
    return found


def _sizes(rows: Iterable[RoundSeat]) -> dict[UUID, tuple[int, int]]:
    sizes: dict[UUID, tuple[int, int]] = {}
    for row in rows:
        side = row.seat.constituency
        sizes[side.id] = (sizes.get(side.id, (0, 0))[0] + 1, side.quorum)
    return sizes


def _chamber(rows: Sequence[RoundSeat]) -> Chamber:
    absentees = (row.seat_id for row in rows if not row.is_present)  # type: ignore[attr-defined]  # annotated above
    seats = (held_by(row.seat, row.member or "") for row in rows)  # type: ignore[attr-defined]  # annotated above
    return Chamber(tuple(seats), frozenset(str(seat) for seat in absentees))


def held_by(seat: Seat, person: str) -> SeatHeld:
    """Return a seat, loaded with its side and its organisation, as the record needs it; by its number when nobody is left."""
    side, delegation = seat.constituency, seat.delegation
    return SeatHeld(
        id=str(seat.pk),
        side=side.key,
        side_title=side.said("title"),
        side_singular=side.said("singular"),
        organisation=delegation.said("name") if delegation else "",
        person=person or _("(seat %(number)d)") % {"number": seat.number},
    )

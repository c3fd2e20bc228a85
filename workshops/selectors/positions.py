# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The positions as they are registered: which part of the council supports what, in its own wording."""

from dataclasses import dataclass
from uuid import UUID

from workshops.enums import SUPPORTING, BallotMode, Body, Holding, RoundState
from workshops.models import Ballot, Mandate, Proposal, Round, RoundSeat, Workshop
from workshops.selectors.support import support_in
from workshops.selectors.table import Place, places_of
from workshops.wording import Language, Registered, SeatHeld, registered


@dataclass(frozen=True, slots=True)
class Position:
    """Who supports one proposal in one scenario, as it is written down."""

    proposal: Proposal
    place: Place
    round: Round
    supporting: int
    present: int
    wording: Registered


def positions_in(workshop: Workshop, *, language: Language) -> list[Position]:
    """Return the positions by proposal and scenario: nine statements at any size."""
    support, places = support_in(workshop), places_of(workshop)
    supporters, present = supporters_in(workshop), seats_present_in(workshop)
    found = []
    for proposal in workshop.proposals.select_related("reform_revision").order_by("number"):
        for place in places:
            one = support.get((proposal.id, place.revision_id))
            seats = present.get(one.round.id, []) if one else []
            if one is None or not seats or one.poll_id not in supporters:
                continue
            chosen = supporters[one.poll_id]
            wording = registered(chosen, seats, body=Body(one.round.body), language=language)
            found.append(Position(proposal, place, one.round, len(chosen), len(seats), wording))
    return found


def supporters_in(workshop: Workshop) -> dict[UUID, frozenset[str]]:
    """Return the seats that support, per poll of a closed round by name: only those may be told apart."""
    rows = Ballot.objects.filter(
        poll__round__workshop=workshop,
        poll__round__state=RoundState.CLOSED,
        poll__round__mode=BallotMode.NAMED,
        stance__in=SUPPORTING,
    ).values_list("poll", "seat")
    found: dict[UUID, set[str]] = {}
    for poll_id, seat_id in rows:
        found.setdefault(poll_id, set()).add(str(seat_id))
    return {poll_id: frozenset(seats) for poll_id, seats in found.items()}


def seats_present_in(workshop: Workshop) -> dict[UUID, list[SeatHeld]]:
    """Return the seats per round that were present: those of the electorate that cast a ballot in it."""
    members = {
        row.seat_id: row.person.get_full_name()
        for row in Mandate.objects.filter(seat__constituency__workshop=workshop, holding=Holding.MEMBER).select_related(
            "person"
        )
    }
    present = set(Ballot.objects.filter(poll__round__workshop=workshop).values_list("poll__round", "seat").distinct())
    rows = (
        RoundSeat.objects.filter(round__workshop=workshop)
        .select_related("seat__constituency", "seat__delegation")
        .order_by("seat__constituency__order", "seat__number")
    )
    found: dict[UUID, list[SeatHeld]] = {}
    for row in rows:
        if (row.round_id, row.seat_id) in present:
            found.setdefault(row.round_id, []).append(_held(row, members.get(row.seat_id, "")))
    return found


def _held(row: RoundSeat, person: str) -> SeatHeld:
    side, delegation = row.seat.constituency, row.seat.delegation
    return SeatHeld(
        id=str(row.seat_id),
        side=side.key,
        side_title=side.said("title"),
        side_singular=side.said("singular"),
        organisation=delegation.said("name") if delegation else "",
        person=person,
    )

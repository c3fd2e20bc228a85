# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that a report is compiled from, read once."""

from dataclasses import dataclass

from scenarios.enums import ExampleState
from scenarios.models import Development, Institution, PracticeExample, ScenarioRevision
from scenarios.selectors.impacts import Figures, figures_of
from workshops.enums import SUPPORTING, BallotMode, Body, RoundState
from workshops.models import Ballot, Mandate, RoundSeat, Workshop
from workshops.selectors.matrix import Matrix, support_impact_matrix
from workshops.selectors.request import Letter, letter_of
from workshops.wording import SeatHeld


@dataclass(frozen=True, slots=True)
class Sources:
    """What the workshop holds, as the chapters need it."""

    workshop: Workshop
    matrix: Matrix
    letter: Letter | None
    revisions: tuple[ScenarioRevision, ...]
    developments: dict[object, list[Development]]
    institutions: tuple[Institution, ...]
    figures: Figures
    examples: tuple[PracticeExample, ...]
    supporters: dict[object, frozenset[str]]
    seats: dict[object, list[SeatHeld]]
    body: Body


def sources_of(workshop: Workshop) -> Sources:
    """Read what a report says, in one go."""
    matrix = support_impact_matrix(workshop)
    revisions = tuple(
        place.revision for place in workshop.places.select_related("revision__scenario").order_by("order")
    )
    developments: dict[object, list[Development]] = {}
    for one in Development.objects.filter(revision__in=revisions).order_by("order"):
        developments.setdefault(one.revision_id, []).append(one)
    last = workshop.rounds.filter(state=RoundState.CLOSED).order_by("-number").first()
    return Sources(
        workshop=workshop,
        matrix=matrix,
        letter=letter_of(workshop),
        revisions=revisions,
        developments=developments,
        institutions=tuple(Institution.objects.order_by("order")),
        figures=figures_of(scenario_revision_ids=[one.id for one in revisions]),
        examples=tuple(PracticeExample.objects.filter(topic=workshop.topic, state=ExampleState.PUBLISHED)),
        supporters=_supporters(workshop),
        seats=_seats(workshop),
        body=Body(last.body) if last else Body.COMMISSION,
    )


def _supporters(workshop: Workshop) -> dict[object, frozenset[str]]:
    """Return the seats that support, per poll of a closed round by name: only those may be told apart."""
    rows = Ballot.objects.filter(
        poll__round__workshop=workshop,
        poll__round__state=RoundState.CLOSED,
        poll__round__mode=BallotMode.NAMED,
        stance__in=SUPPORTING,
    ).values_list("poll", "seat")
    found: dict[object, set[str]] = {}
    for poll_id, seat_id in rows:
        found.setdefault(poll_id, set()).add(str(seat_id))
    return {poll_id: frozenset(seats) for poll_id, seats in found.items()}


def _seats(workshop: Workshop) -> dict[object, list[SeatHeld]]:
    """Return the seats per round that were present: those of the electorate that cast a ballot in it."""
    members = {
        row.seat_id: row.person.get_full_name()
        for row in Mandate.objects.filter(seat__constituency__workshop=workshop, holding="member").select_related(
            "person"
        )
    }
    present = set(Ballot.objects.filter(poll__round__workshop=workshop).values_list("poll__round", "seat").distinct())
    rows = (
        RoundSeat.objects.filter(round__workshop=workshop)
        .select_related("seat__constituency", "seat__delegation")
        .order_by("seat__constituency__order", "seat__number")
    )
    found: dict[object, list[SeatHeld]] = {}
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

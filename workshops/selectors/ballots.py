# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A seat's ballot paper: one sheet a proposal, one question a scenario, and what the seat answered so far."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from workshops.enums import RoundState
from workshops.models import Ballot, Poll, Proposal, Round, Seat
from workshops.selectors.sealed import sealed_ballots
from workshops.selectors.table import Place


@dataclass(frozen=True, slots=True)
class Question:
    """One proposal in one scenario."""

    poll: Poll
    place: Place
    ballot: Ballot | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One proposal: as many questions as there are scenarios."""

    proposal: Proposal
    questions: tuple[Question, ...]

    @property
    def number(self) -> int:
        return self.proposal.number

    @property
    def revision(self) -> object:
        """The text that is voted on."""
        return self.questions[0].poll.reform_revision

    @property
    def answered(self) -> int:
        return sum(one.ballot is not None for one in self.questions)

    @property
    def is_complete(self) -> bool:
        return self.answered == len(self.questions)

    @property
    def last_cast_at(self) -> datetime | None:
        return max((one.ballot.cast_at for one in self.questions if one.ballot), default=None)


@dataclass(frozen=True, slots=True)
class Paper:
    """All sheets of a round for one seat; without a seat only what is asked."""

    round: Round
    seat: Seat | None
    sheets: tuple[Sheet, ...]

    @property
    def complete(self) -> int:
        return sum(sheet.is_complete for sheet in self.sheets)

    @property
    def is_complete(self) -> bool:
        return self.complete == len(self.sheets)

    def sheet(self, number: int) -> Sheet | None:
        """Return the sheet of a proposal."""
        return next((sheet for sheet in self.sheets if sheet.number == number), None)

    def place_of(self, sheet: Sheet) -> int:
        """Return which sheet it is, counted from one."""
        return self.sheets.index(sheet) + 1

    def before(self, sheet: Sheet) -> Sheet | None:
        """Return the sheet before this one."""
        at = self.sheets.index(sheet)
        return self.sheets[at - 1] if at else None

    def after(self, sheet: Sheet) -> Sheet | None:
        """Return the sheet after this one."""
        return next(iter(self.sheets[self.sheets.index(sheet) + 1 :]), None)

    def next_open(self, sheet: Sheet | None = None) -> Sheet | None:
        """Return the next sheet with something to answer: after this one first, then from the beginning."""
        at = self.sheets.index(sheet) + 1 if sheet else 0
        return next((one for one in (*self.sheets[at:], *self.sheets[:at]) if not one.is_complete), None)


def paper_of(one: Round, seat: Seat | None, places: list[Place]) -> Paper:
    """Return a seat's paper for a round in the order of the proposals' numbers: two statements."""
    polls = (
        Poll.objects.filter(round=one)
        .select_related("proposal__constituency", "proposal__delegation", "reform_revision")
        .annotate(scenario_key=F("scenario_revision__scenario__key"))
        .order_by("proposal__number")
    )
    ballots = _answers_of(one, seat) if seat else {}
    order = {place.key: (at, place) for at, place in enumerate(places)}
    found: dict[UUID, tuple[Proposal, dict[int, Question]]] = {}
    for poll in polls:
        at, place = order[poll.scenario_key]
        _proposal, questions = found.setdefault(poll.proposal_id, (poll.proposal, {}))
        questions[at] = Question(poll, place, ballots.get(poll.id))
    sheets = (
        Sheet(proposal, tuple(questions[at] for at in sorted(questions))) for proposal, questions in found.values()
    )
    return Paper(one, seat, tuple(sheets))


def _answers_of(one: Round, seat: Seat) -> dict[UUID, Ballot]:
    """Return what a seat answered, by poll; nothing once it lies in a box."""
    if one.is_secret and one.is_open:
        return sealed_ballots(one, seat.id)
    cast = Ballot.objects.filter(poll__round=one, seat=seat).select_related("cast_by")
    return {ballot.poll_id: ballot for ballot in cast}


def answered_before(sheet: Sheet, one: Round, seat: Seat) -> dict[UUID, Ballot]:
    """Return what a seat answered about the very same texts in its latest earlier round, by poll of this one.

    Only where it has not answered yet: a text that changed since is another question. One statement.
    """
    asked = {
        (row.poll.reform_revision_id, row.poll.scenario_revision_id): row.poll.id
        for row in sheet.questions
        if row.ballot is None
    }
    if not asked:
        return {}
    earlier = Ballot.objects.filter(
        seat=seat,
        poll__proposal=sheet.proposal,
        poll__round__state=RoundState.CLOSED,
        poll__round__number__lt=one.number,
    ).select_related("poll")
    found = {}
    for ballot in earlier.order_by("poll__round__number"):
        poll_id = asked.get((ballot.poll.reform_revision_id, ballot.poll.scenario_revision_id))
        if poll_id is not None:
            found[poll_id] = ballot
    return found

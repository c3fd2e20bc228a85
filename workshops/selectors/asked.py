# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of somebody today, and by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Q

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops.enums import Phase, RoundState
from workshops.models import Ballot, Poll, User, Workshop
from workshops.rules import TABLING, Standing
from workshops.selectors.people import standing_of
from workshops.selectors.workshops import running_workshops


class Ask(StrEnum):
    """Kinds of things to do; the words for them live with the templates."""

    ANSWER_ROUND = "answer_round"
    TABLE_PROPOSALS = "table_proposals"
    READ_SCENARIOS = "read_scenarios"
    LOCK_AGREEMENTS = "lock_agreements"
    PREPARE_ROUND = "prepare_round"
    WATCH_TURNOUT = "watch_turnout"
    READ_EXAMPLES = "read_examples"
    ANSWER_QUESTIONS = "answer_questions"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to do: how far it is, and when it is due."""

    ask: Ask
    workshop: Workshop
    done: int = 0
    total: int = 0
    due_on: date | None = None

    @property
    def left(self) -> int:
        return self.total - self.done


def things_asked_of(person: User, *, day: date) -> list[Asked]:
    """Return what is asked of a person in every running workshop, the most urgent first."""
    found = [
        asked
        for workshop in running_workshops()
        for asked in asked_in(workshop, standing_of(person, workshop, day=day), day)
    ]
    return sorted(found, key=lambda one: one.due_on or date.max)


def asked_in(workshop: Workshop, who: Standing, day: date) -> list[Asked]:
    """Return what is asked of somebody in one workshop."""
    due_on = next(
        (on for on in (one.on(workshop.due_on) for one in workshop.milestones.all()) if on >= day), workshop.due_on
    )
    found = []
    if who.has_seat:
        found += _asked_of_members(workshop, who, due_on)
    if who.is_facilitator:
        found += _asked_of_facilitators(workshop, due_on)
    if who.is_secretary:
        found += _asked_of_secretaries(workshop, due_on)
    return found


def _asked_of_members(workshop: Workshop, who: Standing, due_on: date) -> list[Asked]:
    if workshop.phase in TABLING:
        return [Asked(Ask.READ_SCENARIOS, workshop, due_on=due_on), Asked(Ask.TABLE_PROPOSALS, workshop, due_on=due_on)]
    if workshop.phase != Phase.VOTING:
        return []
    open_polls = Poll.objects.filter(round__workshop=workshop, round__state=RoundState.OPEN)
    polls = open_polls.count()
    cast = Ballot.objects.filter(poll__in=open_polls, seat__in=[seat.id for seat in who.seats]).count()
    total = polls * len(who.seats)
    return [Asked(Ask.ANSWER_ROUND, workshop, done=cast, total=total, due_on=due_on)] if cast < total else []


def _asked_of_facilitators(workshop: Workshop, due_on: date) -> list[Asked]:
    rounds = workshop.rounds.aggregate(
        open=Count("id", filter=Q(state=RoundState.OPEN)), draft=Count("id", filter=Q(state=RoundState.DRAFT))
    )
    if rounds["open"]:
        return [Asked(Ask.WATCH_TURNOUT, workshop, due_on=due_on)]
    agreements = workshop.agreements.first()
    is_locked = agreements is not None and agreements.is_locked
    lock = [] if is_locked else [Asked(Ask.LOCK_AGREEMENTS, workshop, due_on=due_on)]
    return [*lock, Asked(Ask.PREPARE_ROUND, workshop, done=rounds["draft"], total=1, due_on=due_on)]


def _asked_of_secretaries(workshop: Workshop, due_on: date) -> list[Asked]:
    examples = PracticeExample.objects.filter(topic=workshop.topic, state=ExampleState.SUBMITTED).count()
    found = [Asked(Ask.READ_EXAMPLES, workshop, total=examples, due_on=due_on)] if examples else []
    return [*found, Asked(Ask.ANSWER_QUESTIONS, workshop, due_on=due_on)]

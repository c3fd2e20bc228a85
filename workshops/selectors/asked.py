# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of somebody today, and by when: the same number of statements for one workshop and for many."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Count

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops.enums import Phase, RoundState
from workshops.models import Agreements, Ballot, Poll, Question, Round, RoundSeat, SealedBallot, Workshop
from workshops.rules import TABLING, Standing
from workshops.selectors.workshops import next_date


class Ask(StrEnum):
    """Kinds of things to do; the words for them live with the templates."""

    ANSWER_ROUND = "answer_round"
    STAND_IN = "stand_in"
    READ_SCENARIOS = "read_scenarios"
    TABLE_PROPOSALS = "table_proposals"
    LOCK_AGREEMENTS = "lock_agreements"
    PREPARE_ROUND = "prepare_round"
    OPEN_ROUND = "open_round"
    WATCH_TURNOUT = "watch_turnout"
    CONCLUDE = "conclude"
    READ_EXAMPLES = "read_examples"
    ANSWER_QUESTIONS = "answer_questions"
    COMPILE_REPORT = "compile_report"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to do: how far it is, and when it is due."""

    ask: Ask
    workshop: Workshop
    due_on: date
    done: int = 0
    total: int = 0

    @property
    def left(self) -> int:
        return self.total - self.done


Answered = Counter[tuple[UUID, UUID, UUID]]  # round, proposal and seat to questions


@dataclass(frozen=True, slots=True)
class Voting:
    """How much of the open rounds some seats have answered, counted in proposals."""

    sheets: Mapping[UUID, int] = field(default_factory=dict)
    complete: Mapping[tuple[UUID, UUID], int] = field(default_factory=dict)
    entitled: frozenset[tuple[UUID, UUID]] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the workshops hold that decides what is asked."""

    open_rounds: Mapping[UUID, Round]
    drafts: frozenset[UUID]
    voted: frozenset[UUID]
    voting: Voting
    locked: frozenset[UUID]
    examples: Mapping[str, int]
    answers: Mapping[UUID, list[bool]]


def things_asked(workshops: Iterable[Workshop], standings: Mapping[UUID, Standing], *, day: date) -> list[Asked]:
    """Return what is asked of somebody in some workshops, the first due first.

    Six statements at most, beside the milestones and rounds of the workshops when these were not fetched before.
    """
    own = [workshop for workshop in workshops if workshop.id in standings]
    facts = _facts(own, [standings[workshop.id] for workshop in own])
    found = [asked for workshop in own for asked in _asked_in(workshop, standings[workshop.id], facts, day)]
    return sorted(found, key=lambda one: one.due_on)


def _facts(workshops: list[Workshop], held: list[Standing]) -> Facts:
    ids = [workshop.id for workshop in workshops]
    rounds = [one for workshop in workshops for one in workshop.rounds.all()]
    open_rounds = {one.workshop_id: one for one in rounds if one.is_open}
    is_secretary = any(one.is_secretary for one in held)
    return Facts(
        open_rounds=open_rounds,
        drafts=frozenset(one.workshop_id for one in rounds if one.state == RoundState.DRAFT),
        voted=frozenset(one.workshop_id for one in rounds if one.state == RoundState.CLOSED),
        voting=_voting(list(open_rounds.values()), [seat.id for one in held for seat in one.seats]),
        locked=_locked(ids) if any(one.is_facilitator for one in held) else frozenset(),
        examples=_examples(workshops) if is_secretary else {},
        answers=_answers(ids) if is_secretary else {},
    )


def _voting(open_rounds: list[Round], seats: list[UUID]) -> Voting:
    if not open_rounds or not seats:
        return Voting()
    rounds = [one.id for one in open_rounds]
    polls = Poll.objects.filter(round__in=rounds).values_list("round", "proposal").annotate(Count("id")).order_by()
    asked = {(one, proposal): count for one, proposal, count in polls}
    complete = _complete(asked, _answered(rounds, seats) + _sealed(open_rounds, seats))
    entitled = RoundSeat.objects.filter(round__in=rounds, seat__in=seats).values_list("round", "seat")
    return Voting(Counter(one for one, _proposal in asked), complete, frozenset(entitled))


def _complete(asked: Mapping[tuple[UUID, UUID], int], answered: Answered) -> Counter[tuple[UUID, UUID]]:
    """Count per round and seat the proposals of which every question is answered."""
    complete: Counter[tuple[UUID, UUID]] = Counter()
    for (one, proposal, seat), questions in answered.items():
        complete[one, seat] += questions == asked[one, proposal]
    return complete


def _answered(rounds: list[UUID], seats: list[UUID]) -> Answered:
    """Count the questions answered, per round, proposal and seat."""
    cast = Ballot.objects.filter(poll__round__in=rounds, seat__in=seats)
    counted = cast.values_list("poll__round", "poll__proposal", "seat").annotate(Count("id")).order_by()
    return Counter({(one, proposal, seat): questions for one, proposal, seat, questions in counted})


def _sealed(open_rounds: list[Round], seats: list[UUID]) -> Answered:
    """Count the same in secret rounds, without opening anything: no statement when there is none."""
    secret = [one.id for one in open_rounds if one.is_secret]
    if not secret:
        return Counter()
    polls = Poll.objects.filter(round__in=secret).values_list("pk", "round", "proposal")
    proposal_of = {str(pk): (one, proposal) for pk, one, proposal in polls}
    sealed = SealedBallot.objects.filter(round__in=secret, seat__in=seats).values_list("seat", "polls")
    return Counter((*proposal_of[poll], seat) for seat, answered in sealed for poll in answered)


def _locked(ids: list[UUID]) -> frozenset[UUID]:
    """Return the workshops whose newest agreements are locked."""
    newest = {one.workshop_id: one for one in Agreements.objects.filter(workshop__in=ids).order_by("version")}
    return frozenset(workshop for workshop, one in newest.items() if one.is_locked)


def _examples(workshops: list[Workshop]) -> dict[str, int]:
    """Count the examples that nobody has read yet."""
    waiting = PracticeExample.objects.filter(
        topic__in=[workshop.topic for workshop in workshops], state=ExampleState.SUBMITTED
    )
    return dict(waiting.values_list("topic").annotate(Count("id")).order_by())


def _answers(ids: list[UUID]) -> dict[UUID, list[bool]]:
    """Say of every question whether it has an answer."""
    found: dict[UUID, list[bool]] = {}
    for workshop, answer in Question.objects.filter(request__workshop__in=ids).values_list(
        "request__workshop", "answer"
    ):
        found.setdefault(workshop, []).append(bool(answer))
    return found


def _asked_in(workshop: Workshop, who: Standing, facts: Facts, day: date) -> list[Asked]:
    due_on = next_date(workshop, day=day)
    return [
        *_asked_of_members(workshop, who, facts, due_on),
        *(_asked_of_facilitators(workshop, facts, due_on) if who.is_facilitator else []),
        *(_asked_of_secretaries(workshop, facts, due_on) if who.is_secretary else []),
    ]


def _asked_of_members(workshop: Workshop, who: Standing, facts: Facts, due_on: date) -> list[Asked]:
    if not who.has_seat:
        return []
    if workshop.phase in TABLING:
        return [Asked(Ask.READ_SCENARIOS, workshop, due_on), Asked(Ask.TABLE_PROPOSALS, workshop, due_on)]
    one = facts.open_rounds.get(workshop.id)
    if one is None:
        return []
    found = []
    for ask, is_stand_in in ((Ask.ANSWER_ROUND, False), (Ask.STAND_IN, True)):
        seats = [seat.id for seat in who.seats if (seat.id in who.stands_in) == is_stand_in]
        entitled = [seat for seat in seats if (one.id, seat) in facts.voting.entitled]
        total = len(entitled) * facts.voting.sheets.get(one.id, 0)
        done = sum(facts.voting.complete.get((one.id, seat), 0) for seat in entitled)
        found += [Asked(ask, workshop, due_on, done, total)] if done < total else []
    return found


def _asked_of_facilitators(workshop: Workshop, facts: Facts, due_on: date) -> list[Asked]:
    if workshop.phase == Phase.CONCLUDING:
        return []
    if workshop.id in facts.open_rounds:
        return [Asked(Ask.WATCH_TURNOUT, workshop, due_on)]
    found = [] if workshop.id in facts.locked else [Asked(Ask.LOCK_AGREEMENTS, workshop, due_on)]
    if workshop.id not in facts.drafts:
        found.append(Asked(Ask.CONCLUDE if workshop.id in facts.voted else Ask.PREPARE_ROUND, workshop, due_on))
    elif workshop.id in facts.locked:
        found.append(Asked(Ask.OPEN_ROUND, workshop, due_on))
    return found


def _asked_of_secretaries(workshop: Workshop, facts: Facts, due_on: date) -> list[Asked]:
    examples = facts.examples.get(workshop.topic, 0)
    answers = facts.answers.get(workshop.id, [])
    found = [Asked(Ask.READ_EXAMPLES, workshop, due_on, 0, examples)] if examples else []
    if not all(answers):
        found.append(Asked(Ask.ANSWER_QUESTIONS, workshop, due_on, sum(answers), len(answers)))
    if workshop.phase == Phase.CONCLUDING:
        found.append(Asked(Ask.COMPILE_REPORT, workshop, due_on))
    return found

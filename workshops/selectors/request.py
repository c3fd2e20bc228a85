# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter and what answers it: each asking sentence answered, partly, open, or in a separate track."""

from collections.abc import Callable
from dataclasses import dataclass

from scenarios.enums import ExampleState, Level
from scenarios.models import Development, Institution, PracticeExample
from workshops.enums import AnswerState, Track
from workshops.models import AskingSentence, Paragraph, Question, Request, Workshop
from workshops.selectors.matrix import Matrix
from workshops.selectors.verdicts import NoRegret

ENOUGH_EXAMPLES = 3
FEWEST_SCENARIOS = 3


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the workshop holds by now, counted once."""

    matrix: Matrix
    developments: int
    groups: int
    institutions: int
    relations: int
    related: int
    examples: int
    answered: frozenset[int]
    with_roles: frozenset[int]

    @property
    def proposals(self) -> int:
        return len(self.matrix.rows)

    @property
    def judged(self) -> int:
        """Proposals about which the verdict over all scenarios can be told."""
        return sum(row.verdict != NoRegret.CANNOT_TELL for row in self.matrix.rows)

    @property
    def voted(self) -> int:
        """Proposals that were voted on in every scenario."""
        return sum(all(cell.support is not None for cell in row.cells) for row in self.matrix.rows)

    @property
    def levels(self) -> set[str]:
        return {row.proposal.reform_revision.level for row in self.matrix.rows}


@dataclass(frozen=True, slots=True)
class Asked:
    """One asking sentence, how far it is answered, and the page that answers it."""

    sentence: AskingSentence
    state: AnswerState
    page: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole request, ready to be read."""

    request: Request
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...]
    asked: tuple[Asked, ...]

    def of_question(self, question: Question) -> list[Asked]:
        """Return the asking sentences that belong to one question."""
        return [one for one in self.asked if one.sentence.question_id == question.id]

    def count(self, state: AnswerState) -> int:
        """Return how many asking sentences are in a state."""
        return sum(one.state == state for one in self.asked)


def letter_of(workshop: Workshop, matrix: Matrix) -> Letter | None:
    """Return the request of a workshop with the state of every asking sentence; none without a request."""
    request = Request.objects.filter(workshop=workshop).first()
    if request is None:
        return None
    paragraphs = tuple(request.paragraphs.order_by("number"))
    questions = tuple(request.questions.order_by("number"))
    holdings = holdings_of(workshop, matrix, questions)
    sentences = (
        AskingSentence.objects.filter(paragraph__request=request)
        .select_related("question")
        .order_by("paragraph__number", "order")
    )
    asked = tuple(Asked(one, state_of(one, holdings), PAGES.get(one.answered_by, "request")) for one in sentences)
    return Letter(request, paragraphs, questions, asked)


def holdings_of(workshop: Workshop, matrix: Matrix, questions: tuple[Question, ...]) -> Holdings:
    """Count what the workshop holds: four statements beside the matrix."""
    revisions = [place.revision for place in workshop.places.select_related("revision")]
    developments = list(Development.objects.filter(revision__in=revisions).values_list("groups", flat=True))
    return Holdings(
        matrix=matrix,
        developments=len(developments),
        groups=len({group for groups in developments for group in groups}),
        institutions=Institution.objects.exclude(strains={}).count(),
        relations=sum(bool(one.relations) for one in revisions),
        related=sum(bool(one.related) for one in revisions),
        examples=PracticeExample.objects.filter(topic=workshop.topic, state=ExampleState.PUBLISHED).count(),
        answered=frozenset(one.number for one in questions if one.answer),
        with_roles=frozenset(one.number for one in questions if one.roles),
    )


def state_of(sentence: AskingSentence, held: Holdings) -> AnswerState:
    """Return how far a sentence is answered, by what the workshop holds and not by what somebody says."""
    if sentence.track != Track.THIS_ADVICE:
        return AnswerState.SEPARATE
    rule = RULES.get(sentence.answered_by)
    if rule is None:
        number = sentence.question.number if sentence.question else 0
        return AnswerState.PARTLY if number in held.answered else AnswerState.OPEN
    return rule(held)


def _grade(found: float, needed: float) -> AnswerState:
    if found >= needed > 0:
        return AnswerState.ANSWERED
    return AnswerState.PARTLY if found else AnswerState.OPEN


def _scenarios(held: Holdings) -> AnswerState:
    return _grade(len(held.matrix.places), FEWEST_SCENARIOS)


def _roles(held: Holdings) -> AnswerState:
    both = held.levels >= {Level.CENTRAL, Level.DECENTRAL} or Level.BOTH in held.levels
    return _grade(int(both) + int(bool(held.with_roles)), 2)


def _budget(held: Holdings) -> AnswerState:
    agreed = held.matrix.agreements
    return _grade(int(agreed is not None) + int(bool(agreed and agreed.is_locked)), 2)


RULES: dict[str, Callable[[Holdings], AnswerState]] = {
    "scenarios": _scenarios,
    "developments": lambda held: _grade(held.developments, 2 * max(len(held.matrix.places), 1)),
    "groups": lambda held: _grade(held.groups, 3),
    "polarisation": lambda held: _grade(held.developments, 2 * max(len(held.matrix.places), 1)),
    "external_scenarios": lambda held: _grade(held.related, 2),
    "institutions": lambda held: _grade(held.institutions, 5),
    "protection": lambda held: _grade(held.judged, held.proposals),
    "transition": lambda held: _grade(held.judged, held.proposals),
    "roles": _roles,
    "reforms": lambda held: _grade(held.proposals, 4),
    "horizon": lambda held: _grade(held.judged, held.proposals),
    "relations": lambda held: _grade(held.relations, max(len(held.matrix.places), 1)),
    "no_regret": lambda held: _grade(held.judged, held.proposals),
    "support": lambda held: _grade(held.voted, held.proposals),
    "budget": _budget,
    "practice": lambda held: _grade(held.examples, ENOUGH_EXAMPLES),
}
PAGES = {
    "scenarios": "scenarios",
    "developments": "scenarios",
    "groups": "scenarios",
    "polarisation": "scenarios",
    "external_scenarios": "scenarios",
    "relations": "scenarios",
    "institutions": "scenarios",
    "protection": "matrix",
    "transition": "matrix",
    "roles": "proposals",
    "reforms": "proposals",
    "horizon": "proposals",
    "no_regret": "matrix",
    "support": "matrix",
    "budget": "agreements",
    "practice": "practice",
}

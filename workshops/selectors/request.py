# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter and what answers it: each asking sentence answered, partly, open, or in a separate track."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from scenarios.enums import Level, ProjectionState
from scenarios.models import Development, Institution, Projection, ScenarioRevision
from workshops.enums import AnswerState, ProposalState, Track
from workshops.models import AskingSentence, Judgement, Paragraph, Poll, Question, Request, Workshop
from workshops.selectors import workshops
from workshops.selectors.bearing import Means, bears_on
from workshops.selectors.rounds import with_quorum

ENOUGH_EXAMPLES = 3
FEWEST_SCENARIOS = 3
REFORM = ("level", "changes", "aim", "roles")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal on the table, with whether it was voted on in a round that counts and whether its effect is known."""

    number: int
    level: str
    is_voted_on: bool
    is_known: bool
    means: Means


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the workshop holds by now, counted once."""

    scenarios: int
    relations: int
    related: int
    developments: int
    groups: int
    institutions: int
    examples: int
    proposed: tuple[Proposed, ...]
    has_frame: bool
    is_frame_locked: bool
    answered: frozenset[int]
    with_roles: frozenset[int]
    reports: int

    @property
    def proposals(self) -> int:
        return len(self.proposed)

    @property
    def levels(self) -> frozenset[str]:
        return frozenset(one.level for one in self.proposed)

    @property
    def voted(self) -> int:
        """Proposals that were voted on in a round that counts."""
        return sum(one.is_voted_on for one in self.proposed)

    @property
    def judged(self) -> int:
        """Proposals that were voted on and whose effect was computed or judged: the verdict can be told."""
        return sum(one.is_voted_on and one.is_known for one in self.proposed)


@dataclass(frozen=True, slots=True)
class Asked:
    """One asking sentence, how far it is answered, and the page that answers it, with the place on that page."""

    sentence: AskingSentence
    state: AnswerState
    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole request, ready to be read."""

    request: Request
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...]
    asked: tuple[Asked, ...]
    proposed: tuple[Proposed, ...] = ()
    has_report: bool = False

    def of_question(self, question: Question) -> list[Asked]:
        """Return the asking sentences that belong to one question."""
        return [one for one in self.asked if one.sentence.question_id == question.id]

    def bearing_on(self, question: Question) -> list[Proposed]:
        """Return the proposals that are part of the answer to one question."""
        kinds = {one.sentence.answered_by for one in self.of_question(question)}
        return [one for one in self.proposed if bears_on(kinds, one.means)]

    @property
    def open_count(self) -> int:
        """What is not fully answered, separate tracks apart."""
        return self.count(AnswerState.OPEN) + self.count(AnswerState.PARTLY)

    def count(self, state: AnswerState) -> int:
        """Return how many asking sentences are in a state."""
        return sum(one.state == state for one in self.asked)


def letter_of(workshop: Workshop) -> Letter | None:
    """Return the request of a workshop with the state of every asking sentence; none without a request."""
    request = Request.objects.filter(workshop=workshop).first()
    if request is None:
        return None
    paragraphs = tuple(request.paragraphs.order_by("number"))
    questions = tuple(request.questions.order_by("number"))
    holdings = holdings_of(workshop, questions)
    sentences = (
        AskingSentence.objects.filter(paragraph__request=request)
        .select_related("question")
        .order_by("paragraph__number", "order")
    )
    asked = tuple(Asked(one, state_of(one, holdings), *_answered_at(one, holdings)) for one in sentences)
    return Letter(request, paragraphs, questions, asked, holdings.proposed, has_report=bool(holdings.reports))


def holdings_of(workshop: Workshop, questions: tuple[Question, ...]) -> Holdings:
    """Count what the workshop holds: six statements at any size."""
    revisions = list(ScenarioRevision.objects.filter(workshopscenario__workshop=workshop))
    developments = list(Development.objects.filter(revision__in=revisions).values_list("groups", flat=True))
    counted = workshops.holdings_of(workshop)
    return Holdings(
        scenarios=len(revisions),
        relations=sum(bool(one.relations) for one in revisions),
        related=sum(bool(one.related) for one in revisions),
        developments=len(developments),
        groups=len({group for groups in developments for group in groups}),
        institutions=Institution.objects.exclude(strains={}).count(),
        examples=counted.examples,
        proposed=_proposed(workshop),
        has_frame=counted.agreements_version is not None,
        is_frame_locked=counted.agreements_locked_at is not None,
        answered=frozenset(one.number for one in questions if one.answer),
        with_roles=frozenset(one.number for one in questions if one.roles),
        reports=counted.reports,
    )


def _proposed(workshop: Workshop) -> tuple[Proposed, ...]:
    """Return every proposal on the table, withdrawn ones left out: one statement."""
    polls = Poll.objects.filter(proposal=OuterRef("pk"), round__in=with_quorum(workshop))
    projections = Projection.objects.filter(reform_revision=OuterRef("reform_revision"), state=ProjectionState.DONE)
    judgements = Judgement.objects.filter(proposal=OuterRef("pk"))
    rows = (
        workshop.proposals.exclude(state=ProposalState.WITHDRAWN)
        .annotate(voted=Exists(polls), known=Q(Exists(projections)) | Q(Exists(judgements)))
        .order_by("number")
        .values_list("number", "voted", "known", *(f"reform_revision__{one}" for one in REFORM))
    )
    return tuple(
        Proposed(number, level, voted, known, Means(changes, aim, roles))
        for number, voted, known, level, changes, aim, roles in rows
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


def _answered_at(sentence: AskingSentence, held: Holdings) -> tuple[str, str]:
    """Return the page that answers a sentence, and the place on it; what only words can answer, at its question."""
    page, _hash, anchor = PAGES.get(sentence.answered_by, "request").partition("#")
    if page == "report" and not held.reports:
        return "request", f"asked-{sentence.key}"
    if page == "request" and sentence.question:
        anchor = f"question-{sentence.question.number}"
    return page, anchor


def _grade(found: float, needed: float) -> AnswerState:
    if found >= needed > 0:
        return AnswerState.ANSWERED
    return AnswerState.PARTLY if found else AnswerState.OPEN


def _scenarios(held: Holdings) -> AnswerState:
    return _grade(held.scenarios, FEWEST_SCENARIOS)


def _roles(held: Holdings) -> AnswerState:
    both = held.levels >= {Level.CENTRAL, Level.DECENTRAL} or Level.BOTH in held.levels
    return _grade(int(both) + int(bool(held.with_roles)), 2)


def _budget(held: Holdings) -> AnswerState:
    return _grade(int(held.has_frame) + int(held.is_frame_locked), 2)


RULES: dict[str, Callable[[Holdings], AnswerState]] = {
    "scenarios": _scenarios,
    "developments": lambda held: _grade(held.developments, 2 * max(held.scenarios, 1)),
    "groups": lambda held: _grade(held.groups, 3),
    "polarisation": lambda held: _grade(held.developments, 2 * max(held.scenarios, 1)),
    "external_scenarios": lambda held: _grade(held.related, 2),
    "institutions": lambda held: _grade(held.institutions, 5),
    "protection": lambda held: _grade(held.judged, held.proposals),
    "transition": lambda held: _grade(held.judged, held.proposals),
    "roles": _roles,
    "reforms": lambda held: _grade(held.proposals, 4),
    "horizon": lambda held: _grade(held.judged, held.proposals),
    "relations": lambda held: _grade(held.relations, max(held.scenarios, 1)),
    "no_regret": lambda held: _grade(held.judged, held.proposals),
    "support": lambda held: _grade(held.voted, held.proposals),
    "budget": _budget,
    "report": lambda held: AnswerState.PARTLY if held.reports else AnswerState.OPEN,
    "practice": lambda held: _grade(held.examples, ENOUGH_EXAMPLES),
}
PAGES = {
    "scenarios": "scenarios",
    "developments": "scenarios#developments",
    "groups": "scenarios#pressure",
    "polarisation": "scenarios#figures",
    "external_scenarios": "scenarios",
    "relations": "scenarios#relations",
    "institutions": "institutions",
    "protection": "roles",
    "transition": "roles",
    "roles": "roles",
    "reforms": "proposals",
    "horizon": "proposals",
    "no_regret": "matrix",
    "support": "matrix",
    "budget": "agreements",
    "practice": "practice",
    "report": "report",
}

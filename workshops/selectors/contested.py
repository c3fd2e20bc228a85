# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Does a verdict change when an assumption is held otherwise? The record beside each contest, cell by cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from scenarios.models import ContestedProjection
from scenarios.selectors.impacts import Band
from scenarios.services.contested import Key, Question
from workshops.enums import Direction, Usefulness
from workshops.models import Contest, Judgement, Proposal, Workshop
from workshops.selectors.assumptions import Assumption, assumptions_in
from workshops.selectors.contests import questions_on, standing_contests
from workshops.selectors.ground import Ground, ground_of
from workshops.selectors.support import support_in
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import Basis, Effect, NoRegret, is_desirable, is_useful, no_regret, usefulness

Judgements = Mapping[tuple[UUID, UUID, UUID], Judgement]
Desirable = Mapping[tuple[UUID, UUID], bool | None]


class Stage(StrEnum):
    """How far the answer to a contest is."""

    DONE = "done"
    UNDERWAY = "underway"
    FAILED = "failed"
    MOOT = "moot"


@dataclass(frozen=True, slots=True)
class Holding:
    """An assumption beside how it is held, in the units of the engine; `assumption` is none when it is gone."""

    key: str
    low: float
    value: float
    high: float
    assumption: Assumption | None

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Compared:
    """One proposal in one scenario: the verdict of record beside the contested one; judged, at least in part, or not."""

    place: Place
    record: Usefulness
    held: Usefulness
    record_share: float | None
    held_share: float | None
    record_variants: int | None
    held_variants: int | None
    variants: int | None
    is_judged: bool = False

    @property
    def flips(self) -> bool:
        """Useful becomes not useful, or the other way round, or cannot be told any more."""
        return is_useful(self.record) != is_useful(self.held)

    @property
    def becomes_useful(self) -> bool:
        return self.flips and is_useful(self.held) is True

    @property
    def moved(self) -> float:
        """How far the share of draws in which it is useful moves."""
        if self.is_judged or self.record_share is None or self.held_share is None:
            return 0.0
        return self.held_share - self.record_share


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal under one contest; `is_stale` when something changed since it was computed."""

    proposal: Proposal
    cells: tuple[Compared, ...]
    record: NoRegret
    held: NoRegret
    is_stale: bool = False

    @property
    def flips(self) -> list[Compared]:
        return [cell for cell in self.cells if cell.flips]

    @property
    def regret_changes(self) -> bool:
        return self.record != self.held

    @property
    def largest(self) -> float:
        """The farthest move of the useful share in any scenario, with its sign."""
        return max((cell.moved for cell in self.cells), key=abs, default=0.0)


@dataclass(frozen=True, slots=True)
class Finding:
    """One contest and what it does to the verdicts."""

    contest: Contest
    holdings: tuple[Holding, ...]
    stage: Stage
    rows: tuple[Row, ...]
    asked: int
    answered: int
    error: str = ""

    @property
    def flipping(self) -> list[Row]:
        """The proposals of which a verdict changes, by what is computed and up to date."""
        return [row for row in self.rows if row.flips and not row.is_stale]

    @property
    def flips(self) -> int:
        """How many verdicts change, one proposal in one scenario each."""
        return sum(len(row.flips) for row in self.flipping)

    @property
    def regret_changes(self) -> list[Row]:
        return [row for row in self.rows if row.regret_changes and not row.is_stale]

    @property
    def changed(self) -> list[Row]:
        """The proposals of which a verdict changes in a scenario, or the one over all of them."""
        return [row for row in self.rows if row.flips or row.regret_changes]

    @property
    def unchanged(self) -> list[Row]:
        return [row for row in self.rows if not (row.flips or row.regret_changes)]

    @property
    def matters(self) -> bool:
        return bool(self.flips)

    @property
    def is_idle(self) -> bool:
        """Everything is computed and no verdict changes: the quarrel can be dropped."""
        return self.stage == Stage.DONE and not self.flips

    @property
    def largest(self) -> Row | None:
        """The proposal of which the useful share moves farthest."""
        return max(self.rows, key=lambda row: abs(row.largest), default=None)


@dataclass(frozen=True, slots=True)
class Findings:
    """Every standing contest of a workshop, with its answer."""

    ground: Ground
    every: tuple[Finding, ...]
    proposal: Proposal | None = None

    @property
    def mattering(self) -> list[Finding]:
        """Those that change most verdicts first."""
        return sorted((one for one in self.every if one.matters), key=lambda one: -one.flips)

    @property
    def idle(self) -> list[Finding]:
        return [one for one in self.every if one.is_idle]

    @property
    def open(self) -> list[Finding]:
        """What cannot be told yet, or not at all."""
        return [one for one in self.every if not one.matters and not one.is_idle]

    @property
    def is_settled(self) -> bool:
        return all(one.stage in {Stage.DONE, Stage.MOOT} for one in self.every)

    @property
    def is_underway(self) -> bool:
        return any(one.stage == Stage.UNDERWAY for one in self.every)

    @property
    def flipped(self) -> dict[int, set[str]]:
        """Which verdicts change under some contest: letters of scenarios by number of the proposal."""
        found: dict[int, set[str]] = {}
        for one in self.every:
            for row in one.flipping:
                found.setdefault(row.proposal.number, set()).update(cell.place.letter for cell in row.flips)
        return dict(sorted(found.items()))

    @property
    def verdicts(self) -> int:
        """How many verdicts there are: every computable proposal in every scenario."""
        proposals = [self.proposal] if self.proposal else self.ground.computable
        return len(proposals) * len(self.ground.places)

    def of(self, about: str) -> list[Finding]:
        """Return the contests about one assumption, those of a state of knowledge included."""
        return [one for one in self.every if any(_is_about(one.contest, held, about) for held in one.holdings)]


def findings_in(workshop: Workshop, *, proposal_number: int | None = None) -> Findings:
    """Return what every standing contest changes, perhaps for one proposal: ten statements at any size."""
    ground = ground_of(workshop)
    proposal = ground.proposal(str(proposal_number)) if proposal_number else None
    return _findings(workshop, ground, standing_contests(workshop), proposal)


def finding_on(contest: Contest) -> Finding:
    """Return what one contest changes, or would change if it still stood: ten statements."""
    return _findings(contest.workshop, ground_of(contest.workshop), [contest], None).every[0]


def _findings(workshop: Workshop, ground: Ground, contests: list[Contest], proposal: Proposal | None) -> Findings:
    shown = [proposal] if proposal else list(ground.computable)
    asked = {one.id: questions_on(one, ground) for one in contests}
    answers = _answers([question for questions in asked.values() for question in questions])
    proposals = [one.id for one in shown]
    support = support_in(workshop, proposal_ids=proposals)
    desirable = {cell: is_desirable(one.verdict) for cell, one in support.items()}
    judgements = {
        (row.proposal_id, row.scenario_revision_id, row.constituency_id): row
        for row in Judgement.objects.filter(proposal__in=proposals)
    }
    weigh = _Weigh(ground, judgements, desirable)
    known = {one.about: one for one in assumptions_in(ground)}
    found = tuple(_finding(one, asked[one.id], answers, shown, weigh, known) for one in contests)
    return Findings(ground, found, proposal)


@dataclass(frozen=True, slots=True)
class _Answers:
    """Contested projections, by question and the latest by what was held."""

    current: Mapping[Key, ContestedProjection]
    latest: Mapping[tuple[UUID, str], ContestedProjection]

    def row(self, question: Question) -> ContestedProjection | None:
        return self.current.get(question.key)

    def told(self, question: Question) -> ContestedProjection | None:
        """Return the answer to show: the current one, else the last one from before a change."""
        row = self.row(question)
        return row if row and row.is_done else self.latest.get((question.reform.id, question.held_hash))


def _answers(questions: list[Question]) -> _Answers:
    rows = ContestedProjection.objects.filter(
        held_hash__in={one.held_hash for one in questions}, reform_revision__in={one.reform.id for one in questions}
    ).order_by("finished_at")
    found = list(rows)
    return _Answers(
        current={(row.reform_revision_id, row.input_hash): row for row in found},
        latest={(row.reform_revision_id, row.held_hash): row for row in found if row.is_done},
    )


def _finding(  # noqa: PLR0913, PLR0917 -- one contest beside everything it is weighed by
    contest: Contest,
    questions: list[Question],
    answers: _Answers,
    proposals: list[Proposal],
    weigh: "_Weigh",
    known: Mapping[str, Assumption],
) -> Finding:
    asked = {question.reform.id: question for question in questions}
    shown = [one for one in proposals if one.reform_revision_id in asked]
    current = [answers.row(asked[one.reform_revision_id]) for one in shown]
    rows = []
    for proposal in shown:
        question = asked[proposal.reform_revision_id]
        told = answers.told(question)
        if told is not None:
            rows.append(weigh.row(proposal, told.answer or {}, is_stale=told.input_hash != question.input_hash))
    failed = [row for row in current if row and row.has_failed]
    return Finding(
        contest=contest,
        holdings=holdings_of(contest, known),
        stage=_stage(questions, current),
        rows=tuple(rows),
        asked=len(shown),
        answered=sum(bool(row and row.is_done) for row in current),
        error=failed[0].error if failed else "",
    )


def _stage(questions: list[Question], rows: Iterable[ContestedProjection | None]) -> Stage:
    if not questions:
        return Stage.MOOT
    if any(row and row.has_failed for row in rows):
        return Stage.FAILED
    return Stage.DONE if all(row and row.is_done for row in rows) else Stage.UNDERWAY


def holdings_of(contest: Contest, known: Mapping[str, Assumption]) -> tuple[Holding, ...]:
    """Return the assumptions that a contest holds otherwise, beside how the model has them."""
    return tuple(
        Holding(key, low, value, high, known.get(contest.about if key == contest.key else f"prior:{key}"))
        for key, (low, value, high) in contest.values.items()
    )


def _is_about(contest: Contest, held: Holding, about: str) -> bool:
    return contest.about == about or (held.assumption is not None and held.assumption.about == about)


@dataclass(frozen=True, slots=True)
class _Weigh:
    """What turns stored shares into verdicts: agreements, judgements, support."""

    ground: Ground
    judgements: Judgements
    desirable: Desirable

    def row(self, proposal: Proposal, answer: Mapping[str, Any], *, is_stale: bool) -> Row:
        cells = [self._cell(proposal, place, answer.get(str(place.revision_id))) for place in self.ground.places]
        wanted = [self.desirable.get((proposal.id, place.revision_id)) for place in self.ground.places]
        return Row(
            proposal=proposal,
            cells=tuple(cells),
            record=no_regret([(is_useful(one.record), want) for one, want in zip(cells, wanted, strict=True)]),
            held=no_regret([(is_useful(one.held), want) for one, want in zip(cells, wanted, strict=True)]),
            is_stale=is_stale,
        )

    def _cell(self, proposal: Proposal, place: Place, told: Mapping[str, Any] | None) -> Compared:
        record, held = ((told or {}).get(name, {}) for name in ("record", "held"))
        return Compared(
            place=place,
            record=self._usefulness(proposal, place, record),
            held=self._usefulness(proposal, place, held),
            record_share=record.get("share"),
            held_share=held.get("share"),
            record_variants=record.get("variants"),
            held_variants=held.get("variants"),
            variants=record.get("of"),
            is_judged=any((proposal.id, place.revision_id, side.id) in self.judgements for side in self.ground.sides),
        )

    def _usefulness(self, proposal: Proposal, place: Place, told: Mapping[str, Any]) -> Usefulness:
        return usefulness(
            [self._effect(proposal, place, side, told.get("sides", {})) for side in self.ground.sides],
            share=told.get("share"),
            variants=told.get("variants"),
            needed_share=self.ground.needed_share,
            needed_variants=self.ground.needed_variants,
        )

    def _effect(self, proposal: Proposal, place: Place, side: Side, told: Mapping[str, list[float]]) -> Effect:
        judgement = self.judgements.get((proposal.id, place.revision_id, side.id))
        numbers = told.get(str(side.yardstick_id))
        return Effect(
            basis=Basis.JUDGED if judgement else Basis.COMPUTED,
            band=Band(*numbers[:3]) if numbers else None,
            better=side.measure.better,
            smallest_difference=side.measure.smallest_difference,
            worse_share=numbers[3] if numbers else None,
            better_share=numbers[4] if numbers else None,
            judged=Direction(judgement.direction) if judgement else None,
        )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Other measures than the one verdict: every proposal at the table by several metrics, and where those disagree."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from scenarios.arrays.payoffs import is_kept
from scenarios.arrays.weighing import RANKED, Choice, Reading, Weighed, weigh
from scenarios.enums import Metric, Over, SetSign
from scenarios.models import Payoff
from workshops.enums import ProposalState
from workshops.selectors.matrix import Cell, Matrix, Row, Run
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import holds_over


class Unmeasured(StrEnum):
    """Why a proposal is not among the choices."""

    NOT_COMPUTABLE = "not_computable"
    NOT_COMPUTED = "not_computed"
    OTHER_RUN = "other_run"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice at the table: a proposal, or doing nothing when there is no row."""

    row: Row | None
    choice: Choice
    is_useful_everywhere: bool

    @property
    def number(self) -> int:
        """The number of the proposal; nought for doing nothing."""
        return self.row.proposal.number if self.row else 0

    @property
    def is_judged(self) -> bool:
        """A judgement counts in the verdict; these figures are the model's alone."""
        return self.row is not None and any(cell.is_judged for cell in self.row.cells)

    @property
    def ranks(self) -> tuple[int, ...]:
        """Its rank by each metric that is ranked."""
        return tuple(self.reading(metric).rank or 0 for metric in RANKED)

    def reading(self, metric: Metric) -> Reading:
        """Return what one metric says of it."""
        return self.choice.readings[metric]

    def sign(self, side: int) -> SetSign:
        """Return the sign of the effect on one side that is set in every scenario alike; open when it is not."""
        signs = {scenario[side] for scenario in self.choice.signs}
        return signs.pop() if len(signs) == 1 else SetSign.OPEN


@dataclass(frozen=True, slots=True)
class Pair:
    """Two choices that change order, and by which metrics each of them stands ahead."""

    first: Option
    second: Option
    first_ahead: tuple[Metric, ...]
    second_ahead: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A proposal that cannot be measured, and why."""

    row: Row
    because: Unmeasured


@dataclass(frozen=True, slots=True)
class Metrics:
    """The choices side by side: doing nothing first, then the proposals by number."""

    matrix: Matrix
    over: Over
    run: Run | None
    options: tuple[Option, ...]
    left_out: tuple[LeftOut, ...]
    weighed: Weighed | None

    @property
    def is_empty(self) -> bool:
        """Nothing was computed that could be set beside doing nothing."""
        return self.weighed is None

    @property
    def sides(self) -> tuple[Side, ...]:
        return self.matrix.sides

    @property
    def places(self) -> tuple[Place, ...]:
        return self.matrix.places

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs that change order, those that most metrics split on first."""
        found = self.weighed.reversals if self.weighed else ()
        return tuple(
            Pair(self.options[one.first], self.options[one.second], one.first_ahead, one.second_ahead) for one in found
        )

    @property
    def most_pairs(self) -> int:
        """How many pairs of choices there are."""
        return self.weighed.pairs if self.weighed else 0

    def first_by(self, metric: Metric) -> tuple[Option, ...]:
        """Return who is first by a metric; several when they cannot be told apart."""
        return tuple(one for one in self.options if one.reading(metric).rank == 1)

    def crossings(self, one: Metric, other: Metric) -> int:
        """Return how many pairs two metrics put in another order."""
        found = self.weighed.crossings if self.weighed else {}
        return found.get((one, other), found.get((other, one), 0))


def metrics_of(matrix: Matrix, *, over: Over = Over.BOTH, with_parked: bool = False) -> Metrics:
    """Return the proposals of a matrix that kept its payoffs by every metric: no statements.

    The menu is every proposal that is tabled and computed in full; on request the parked ones too. Regret depends on it.
    """
    rows = [row for row in matrix.rows if with_parked or row.proposal.state == ProposalState.TABLED]
    runs = {row.proposal.id: _run_of(row, matrix) for row in rows}
    counted = Counter(run for run in runs.values() if run)
    run = max(counted, key=lambda one: (counted[one], one), default=None)
    measured = [row for row in rows if run and runs[row.proposal.id] == run]
    left_out = tuple(LeftOut(row, _because(row, runs[row.proposal.id])) for row in rows if row not in measured)
    if not measured:
        return Metrics(matrix, over, None, (), left_out, None)
    weighed = weigh(
        [side.yardstick for side in matrix.sides],
        [[_payoffs_of(cell, matrix) for cell in row.cells] for row in measured],
        over=over,
    )
    options = (
        Option(row, choice, _is_useful(matrix, row, over))
        for row, choice in zip([None, *measured], weighed.choices, strict=True)
    )
    return Metrics(matrix, over, run, tuple(options), left_out, weighed)


def _run_of(row: Row, matrix: Matrix) -> Run | None:
    """Return what computed a proposal, when that is one and the same for every scenario and side."""
    runs = {cell.run if len(_payoffs_of(cell, matrix)) == len(matrix.sides) else None for cell in row.cells}
    return runs.pop() if len(runs) == 1 else None


def _payoffs_of(cell: Cell, matrix: Matrix) -> list[Payoff]:
    """Return the payoffs that keep every line, draw and rival theory, in the order of the sides."""
    if cell.run is None or cell.projection_id is None:
        return []
    found = ((side, matrix.payoffs.get((cell.projection_id, side.yardstick_id))) for side in matrix.sides)
    return [one for side, one in found if one and is_kept(one, lines=len(side.yardstick.lines), draws=cell.run.draws)]


def _because(row: Row, run: Run | None) -> Unmeasured:
    if not row.reform.is_computable:
        return Unmeasured.NOT_COMPUTABLE
    return Unmeasured.OTHER_RUN if run else Unmeasured.NOT_COMPUTED


def _is_useful(matrix: Matrix, row: Row | None, over: Over) -> bool:
    """Say whether the model calls it useful in every scenario, asked over draws, rival theories or both."""
    agreed = matrix.agreements
    needed = (agreed.useful_share, agreed.useful_variants) if agreed else (0.8, 5)
    return row is not None and all(
        cell.useful_share is not None
        and cell.useful_variants is not None
        and holds_over(
            over,
            share=cell.useful_share,
            variants=cell.useful_variants,
            needed_share=needed[0],
            needed_variants=needed[1],
        )
        for cell in row.cells
    )

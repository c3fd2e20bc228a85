# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Support beside impact, per proposal, scenario and side: one object for page, table, CSV, API and report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import OuterRef, Subquery

from scenarios.enums import ProjectionState
from scenarios.models import Impact, Payoff, Projection, ReformRevision
from scenarios.selectors.impacts import Band
from scenarios.services.reforms import spending_of
from workshops.enums import Direction, ProposalState, SupportClass
from workshops.models import Agreements, Judgement, Proposal, Round, Workshop
from workshops.selectors.agreements import agreements_that_hold
from workshops.selectors.cells import Cell, Line, Run
from workshops.selectors.near_misses import Verdicts, verdicts_of
from workshops.selectors.needs import PlaceNeeds, needs_in
from workshops.selectors.obstacles import Obstacle, obstacles_in
from workshops.selectors.support import Support, support_in
from workshops.selectors.table import Place, Side, places_of, sides_of
from workshops.selectors.verdicts import Basis, Effect, NoRegret, usefulness

__all__ = ["Cell", "Cost", "Line", "Matrix", "Row", "Run", "effects_on", "support_impact_matrix"]

NO_STATE_YET = {
    ProjectionState.WAITING: Basis.UNDERWAY,
    ProjectionState.RUNNING: Basis.UNDERWAY,
    ProjectionState.FAILED: Basis.FAILED,
    ProjectionState.DONE: Basis.OUTDATED,
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a proposal costs the government a year, bn EUR of 2015, positive; a yield is negative.

    Stated before the fact, or as the model computes it: then from the cheapest scenario to the dearest. Where nobody
    stated an amount, it is what the levers spend and what follows from changed behaviour; `is_free` when they spend nothing.
    """

    low_bn: float
    high_bn: float
    by_model: bool
    is_unstated: bool = False
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal over all scenarios."""

    proposal: Proposal
    cells: tuple[Cell, ...]
    verdicts: Verdicts
    cost: Cost | None
    obstacles: tuple[Obstacle, ...]

    @property
    def reform(self) -> ReformRevision:
        return self.proposal.reform_revision

    @property
    def verdict(self) -> NoRegret:
        """Useful and desirable over all scenarios: the one verdict of the picture."""
        return self.verdicts.strict.verdict

    @property
    def is_asked(self) -> bool:
        """Some round asked about it."""
        return any(cell.support for cell in self.cells)

    @property
    def weakest(self) -> float:
        """The smallest support share anywhere; below zero when it was not voted on, so that it sorts last."""
        shares = [cell.support.weakest if cell.support else None for cell in self.cells]
        known = [float(share) for share in shares if share is not None]
        return min(known) if known and len(known) == len(shares) else -1.0

    @property
    def is_useful_everywhere(self) -> bool:
        return bool(self.cells) and all(cell.is_useful for cell in self.cells)

    @property
    def passing_in(self) -> list[Place]:
        """The scenarios in which it is useful and desirable."""
        return [cell.place for cell in self.cells if cell.passes]

    @property
    def blocked_in(self) -> list[Place]:
        """The scenarios in which it is not useful or not desirable."""
        return [cell.place for cell in self.cells if cell.fails]

    @property
    def open_in(self) -> list[Place]:
        """The scenarios for which it cannot be told."""
        return [cell.place for cell in self.cells if not cell.passes and not cell.fails]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The axes and the rows."""

    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    agreements: Agreements | None
    year: int
    runs: tuple[Run, ...] = ()
    payoffs: Mapping[tuple[UUID, UUID], Payoff] = field(default_factory=dict)

    @property
    def no_regret(self) -> list[Row]:
        return [row for row in self.rows if row.verdict == NoRegret.YES]

    @property
    def frame_used_bn(self) -> float:
        """What the no-regret proposals together cost, in the dearest scenario; yields are not set off."""
        return sum((max(row.cost.high_bn, 0.0) for row in self.no_regret if row.cost), 0.0)

    @property
    def frame_yield_bn(self) -> float:
        """What the no-regret proposals together bring in, in the poorest scenario."""
        return sum((max(-row.cost.high_bn, 0.0) for row in self.no_regret if row.cost), 0.0)

    @property
    def largest_step(self) -> float:
        """The farthest end of any interval, in smallest differences that matter: one scale for the whole picture."""
        bands = [line.effect.steps for row in self.rows for cell in row.cells for line in cell.lines]
        return max((max(abs(band.low), abs(band.high)) for band in bands if band), default=0.0)

    @property
    def most_seats(self) -> int:
        """The seats of the largest side that was asked."""
        tallies = [line.tally for row in self.rows for cell in row.cells for line in cell.lines if line.tally]
        return max((tally.seats for tally in tallies), default=0)

    @property
    def needs(self) -> list[PlaceNeeds]:
        """Per scenario, on which points new policy is needed."""
        return needs_in((row.proposal, cell.place, cell.support) for row in self.rows for cell in row.cells)

    @property
    def rounds(self) -> list[Round]:
        """The rounds that the support comes from, the latest last."""
        found = {cell.support.round.id: cell.support.round for row in self.rows for cell in row.cells if cell.support}
        return sorted(found.values(), key=lambda one: one.number)


def support_impact_matrix(
    workshop: Workshop, *, proposal_ids: Iterable[UUID] | None = None, keep_payoffs: bool = False
) -> Matrix:
    """Return the matrix of a workshop, withdrawn proposals left out: ten statements at any size.

    Whoever weighs the proposals by other measures keeps the payoffs, every draw of them, by projection and yardstick.
    """
    agreements = agreements_that_hold(workshop)
    year = agreements.report_year if agreements else 2030
    sides, places = sides_of(workshop), places_of(workshop)
    proposals = _proposals(workshop, proposal_ids)
    support = support_in(workshop, proposal_ids=[one.id for one in proposals])
    projections, balances = _projections(proposals, places, year)
    payoffs = _payoffs(projections.values(), year, with_draws=keep_payoffs)
    judgements = _judgements(proposals)
    rows = []
    for proposal in proposals:
        runs = [projections.get((proposal.reform_revision_id, place.revision_id)) for place in places]
        cells = []
        for place, run in zip(places, runs, strict=True):
            lines = tuple(
                (
                    side,
                    _effect(
                        side,
                        proposal.reform_revision,
                        run,
                        payoffs.get((run.id, side.yardstick_id)) if run else None,
                        judgements.get((proposal.id, place.revision_id, side.id)),
                    ),
                )
                for side in sides
            )
            answered = support.get((proposal.id, place.revision_id))
            cells.append(_cell(place, lines, run, answered, agreements))
        budget = [balances[run.id] for run in runs if run and run.id in balances]
        rows.append(_row(proposal, tuple(cells), budget, agreements))
    done = {_run(run) for run in projections.values() if run.is_done}
    kept = payoffs if keep_payoffs else {}
    return Matrix(tuple(sides), tuple(places), tuple(rows), agreements, year, tuple(sorted(done)), kept)


def effects_on(side: Side, proposal: Proposal, places: list[Place], *, year: int) -> dict[UUID, Effect]:
    """Return what one proposal does to one side's groups, by scenario revision: three statements."""
    projections, _balances = _projections([proposal], places, year)
    payoffs, judgements = _payoffs(projections.values(), year), _judgements([proposal])
    found = {}
    for place in places:
        run = projections.get((proposal.reform_revision_id, place.revision_id))
        payoff = payoffs.get((run.id, side.yardstick_id)) if run else None
        judgement = judgements.get((proposal.id, place.revision_id, side.id))
        found[place.revision_id] = _effect(side, proposal.reform_revision, run, payoff, judgement)
    return found


def _proposals(workshop: Workshop, proposal_ids: Iterable[UUID] | None) -> list[Proposal]:
    rows = workshop.proposals.exclude(state=ProposalState.WITHDRAWN)
    if proposal_ids is not None:
        rows = rows.filter(id__in=list(proposal_ids))
    return list(rows.select_related("reform_revision", "constituency", "delegation").order_by("number"))


def _projections(
    proposals: list[Proposal], places: list[Place], year: int
) -> tuple[dict[tuple[UUID | None, UUID], Projection], dict[UUID, float]]:
    """Return the newest run per cell for a year, and the effect on the balance that each found, in one statement."""
    rows = Projection.objects.filter(
        year=year,
        reform_revision__in=[one.reform_revision_id for one in proposals],
        scenario_revision__in=[place.revision_id for place in places],
    )
    found = Impact.objects.filter(projection=OuterRef("pk"), outcome="balance_bn", group="government", year=year)
    annotated = rows.annotate(balance_bn=Subquery(found.values("mid")[:1])).order_by("requested_at")
    latest = {(row.reform_revision_id, row.scenario_revision_id): row for row in annotated}
    return dict(latest), {row.id: row.balance_bn for row in latest.values() if row.balance_bn is not None}


def _payoffs(
    projections: Iterable[Projection], year: int, *, with_draws: bool = False
) -> dict[tuple[UUID, UUID], Payoff]:
    rows = Payoff.objects.filter(projection__in=[row.id for row in projections], year=year)
    rows = rows if with_draws else rows.defer("draws", "variants")
    return {(row.projection_id, row.yardstick_id): row for row in rows}


def _judgements(proposals: list[Proposal]) -> dict[tuple[UUID, UUID, UUID], Judgement]:
    rows = Judgement.objects.filter(proposal__in=[one.id for one in proposals])
    return {(row.proposal_id, row.scenario_revision_id, row.constituency_id): row for row in rows}


def _effect(
    side: Side, reform: ReformRevision, run: Projection | None, payoff: Payoff | None, judgement: Judgement | None
) -> Effect:
    return Effect(
        basis=_basis(reform, run, payoff, judgement),
        band=Band(payoff.low, payoff.mid, payoff.high) if payoff else None,
        better=side.measure.better,
        smallest_difference=side.measure.smallest_difference,
        worse_share=payoff.worse_share if payoff else None,
        better_share=payoff.better_share if payoff else None,
        judged=Direction(judgement.direction) if judgement else None,
        judged_because=judgement.said("reason") if judgement else "",
        judged_on=judgement.said("evidence") if judgement else "",
    )


def _basis(reform: ReformRevision, run: Projection | None, payoff: Payoff | None, judgement: Judgement | None) -> Basis:
    if judgement:
        return Basis.JUDGED
    if payoff:
        return Basis.COMPUTED
    if run:
        return NO_STATE_YET[ProjectionState(run.state)]
    return Basis.NOT_COMPUTED if reform.is_computable else Basis.TO_JUDGE


def _cell(
    place: Place,
    lines: tuple[tuple[Side, Effect], ...],
    run: Projection | None,
    support: Support | None,
    agreements: Agreements | None,
) -> Cell:
    is_current = run is not None and all(effect.basis in {Basis.COMPUTED, Basis.JUDGED} for _, effect in lines)
    share = run.useful_share if run and is_current else None
    variants = run.useful_variants if run and is_current else None
    return Cell(
        place=place,
        lines=tuple(_lines(lines, support)),
        support=support,
        verdict=support.verdict if support else SupportClass.NOT_VOTED,
        usefulness=usefulness(
            [effect for _, effect in lines],
            share=share,
            variants=variants,
            needed_share=agreements.useful_share if agreements else 0.8,
            needed_variants=agreements.useful_variants if agreements else 5,
        ),
        useful_share=share,
        useful_variants=variants,
        variants=run.variants if run and is_current else None,
        state=ProjectionState(run.state) if run else None,
        projection_id=run.id if run else None,
        run=_run(run) if run and run.is_done else None,
    )


def _run(run: Projection) -> Run:
    return Run(run.engine_version, run.draws, run.seed)


def _lines(effects: tuple[tuple[Side, Effect], ...], support: Support | None) -> Iterator[Line]:
    for side, effect in effects:
        tally = support.tallies.get(side.id) if support else None
        band = support.bands.get(side.id) if support else None
        is_told = tally is not None or band is not None
        yield Line(side, tally, effect, is_heard=is_told and side.id not in support.silent, band=band)  # type: ignore[union-attr]


def _row(proposal: Proposal, cells: tuple[Cell, ...], budget: list[float], agreements: Agreements | None) -> Row:
    needed = agreements.useful_share if agreements else 0.8
    return Row(
        proposal=proposal,
        cells=cells,
        verdicts=verdicts_of(cells, needed_share=needed),
        cost=cost_of(proposal.reform_revision, budget),
        obstacles=obstacles_in(cells, needed_share=needed),
    )


def cost_of(reform: ReformRevision, budget: list[float]) -> Cost | None:
    """Return what a reform costs: as stated, or by the model from its effects on the balance, per scenario."""
    if reform.budget_from_model:
        return Cost(-max(budget), -min(budget), by_model=True) if budget else None
    if reform.is_unpriced:
        return _unstated(reform, budget)
    stated = 0.0 - reform.exante_budget_bn
    return Cost(stated, stated, by_model=False)


def _unstated(reform: ReformRevision, budget: list[float]) -> Cost | None:
    """Return what the model finds where nobody stated an amount: it counts the measure itself as free."""
    if not budget:
        return None
    spent = spending_of(reform.levers)
    return Cost(spent - max(budget), spent - min(budget), by_model=True, is_unstated=True, is_free=not spent)

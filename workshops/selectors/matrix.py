# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Support beside impact, per proposal, scenario and side: one object for page, table, CSV, API and report."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from scenarios.enums import ProjectionState
from scenarios.models import Payoff, Projection
from scenarios.selectors.impacts import Band, latest_projections
from workshops.enums import Direction, ProposalState, SupportClass, Usefulness
from workshops.models import Agreements, Judgement, Proposal, Workshop
from workshops.selectors.support import Support, support_in
from workshops.selectors.table import Place, Side, places_of, sides_of
from workshops.selectors.verdicts import Effect, NoRegret, is_desirable, is_useful, no_regret, usefulness
from workshops.tally import Tally


@dataclass(frozen=True, slots=True)
class Line:
    """One side in one cell: how its seats answered, and what its groups get."""

    side: Side
    tally: Tally | None
    effect: Effect

    @property
    def contradicts(self) -> bool:
        """Support and impact point apart, where the sign is certain and support is at least 2/3 or at most 1/3."""
        share = self.tally.share_of_positions if self.tally else None
        if share is None or not self.effect.sign:
            return False
        return (share >= 2 / 3 and self.effect.sign < 0) or (share <= 1 / 3 and self.effect.sign > 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """One proposal in one scenario."""

    place: Place
    lines: tuple[Line, ...]
    support: Support | None
    verdict: SupportClass
    usefulness: Usefulness
    useful_share: float | None
    useful_variants: int | None
    variants: int | None
    state: ProjectionState | None

    @property
    def is_desirable(self) -> bool | None:
        return is_desirable(self.verdict)

    @property
    def is_useful(self) -> bool | None:
        return is_useful(self.usefulness)


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal over all scenarios."""

    proposal: Proposal
    cells: tuple[Cell, ...]
    verdict: NoRegret

    @property
    def weakest(self) -> float:
        """The smallest support share anywhere; below zero when it was not voted on, so that it sorts last."""
        shares = [cell.support.weakest if cell.support else None for cell in self.cells]
        known = [float(share) for share in shares if share is not None]
        return min(known) if known and len(known) == len(shares) else -1.0

    @property
    def blocked_in(self) -> list[Place]:
        """The scenarios in which it is not useful or not desirable."""
        return [cell.place for cell in self.cells if cell.is_useful is False or cell.is_desirable is False]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The axes and the rows."""

    sides: tuple[Side, ...]
    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    agreements: Agreements | None
    year: int

    @property
    def no_regret(self) -> list[Row]:
        return [row for row in self.rows if row.verdict == NoRegret.YES]

    @property
    def frame_used_bn(self) -> float:
        """What the no-regret proposals together cost before the fact, as a positive amount."""
        return -sum(min(row.proposal.reform_revision.exante_budget_bn, 0.0) for row in self.no_regret)


def support_impact_matrix(workshop: Workshop, *, proposal_ids: Iterable[UUID] | None = None) -> Matrix:
    """Return the matrix of a workshop, withdrawn proposals left out: nine statements at any size."""
    agreements = workshop.agreements.first()
    sides, places = sides_of(workshop), places_of(workshop)
    proposals = _proposals(workshop, proposal_ids)
    support = support_in(workshop, proposal_ids=[one.id for one in proposals])
    projections = _projections(proposals, places)
    payoffs = _payoffs(projections.values())
    judgements = _judgements(proposals)
    rows = []
    for proposal in proposals:
        cells = []
        for place in places:
            projection = projections.get((proposal.reform_revision_id, place.revision_id))
            answered = support.get((proposal.id, place.revision_id))
            effects = {
                side.id: _effect(
                    side,
                    payoffs.get((projection.id, side.yardstick_id)) if projection else None,
                    judgements.get((proposal.id, place.revision_id, side.id)),
                )
                for side in sides
            }
            cells.append(_cell(place, sides, effects, projection, answered, agreements))
        verdict = no_regret([(cell.is_useful, cell.is_desirable) for cell in cells])
        rows.append(Row(proposal, tuple(cells), verdict))
    year = agreements.report_year if agreements else 2030
    return Matrix(tuple(sides), tuple(places), tuple(rows), agreements, year)


def _proposals(workshop: Workshop, proposal_ids: Iterable[UUID] | None) -> list[Proposal]:
    rows = workshop.proposals.exclude(state=ProposalState.WITHDRAWN)
    if proposal_ids is not None:
        rows = rows.filter(id__in=list(proposal_ids))
    return list(rows.select_related("reform_revision", "constituency", "delegation").order_by("number"))


def _projections(proposals: list[Proposal], places: list[Place]) -> dict[tuple[UUID | None, UUID], Projection]:
    rows = latest_projections(
        reform_revision_ids=[one.reform_revision_id for one in proposals],
        scenario_revision_ids=[place.revision_id for place in places],
    )
    return {(row.reform_revision_id, row.scenario_revision_id): row for row in rows}


def _payoffs(projections: Iterable[Projection]) -> dict[tuple[UUID, UUID], Payoff]:
    rows = Payoff.objects.filter(projection__in=[row.id for row in projections]).defer("draws")
    return {(row.projection_id, row.yardstick_id): row for row in rows}


def _judgements(proposals: list[Proposal]) -> dict[tuple[UUID, UUID, UUID], Judgement]:
    rows = Judgement.objects.filter(proposal__in=[one.id for one in proposals])
    return {(row.proposal_id, row.scenario_revision_id, row.constituency_id): row for row in rows}


def _effect(side: Side, payoff: Payoff | None, judgement: Judgement | None) -> Effect:
    return Effect(
        band=Band(payoff.low, payoff.mid, payoff.high) if payoff else None,
        better=side.measure.better,
        worse_share=payoff.worse_share if payoff else None,
        better_share=payoff.better_share if payoff else None,
        judged=Direction(judgement.direction) if judgement else None,
        judged_because=judgement.said("reason") if judgement else "",
        judged_on=judgement.said("evidence") if judgement else "",
    )


def _cell(  # noqa: PLR0913, PLR0917 -- everything that meets in a cell
    place: Place,
    sides: list[Side],
    effects: dict[UUID, Effect],
    projection: Projection | None,
    support: Support | None,
    agreements: Agreements | None,
) -> Cell:
    share = projection.useful_share if projection else None
    variants = projection.useful_variants if projection else None
    return Cell(
        place=place,
        lines=tuple(Line(side, support.tallies.get(side.id) if support else None, effects[side.id]) for side in sides),
        support=support,
        verdict=support.verdict if support else SupportClass.NOT_VOTED,
        usefulness=usefulness(
            list(effects.values()),
            share=share,
            variants=variants,
            needed_share=agreements.useful_share if agreements else 0.8,
            needed_variants=agreements.useful_variants if agreements else 5,
        ),
        useful_share=share,
        useful_variants=variants,
        variants=projection.variants if projection else None,
        state=ProjectionState(projection.state) if projection else None,
    )

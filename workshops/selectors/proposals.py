# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The proposals of a workshop: the list, and one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Func, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from scenarios.models import Development, Impact, Projection
from scenarios.selectors.impacts import latest_projections
from workshops.enums import AmendmentState, ConditionState
from workshops.models import Agreements, Amendment, Condition, Judgement, MinorityPosition, Proposal, Workshop
from workshops.selectors.impact_table import BUDGET
from workshops.selectors.matrix import Cost, cost_of
from workshops.selectors.progress import Progress, progress_of
from workshops.selectors.support import Support, support_in
from workshops.selectors.table import Place, Side

YEAR = 2030


@dataclass(frozen=True, slots=True)
class Listed:
    """A proposal in the list: how far its projections are, what it costs, and how it was answered per scenario."""

    proposal: Proposal
    progress: Progress
    cost: Cost | None
    support: tuple[tuple[Place, Support | None], ...]

    @property
    def is_asked(self) -> bool:
        """Some round asked about it."""
        return any(one for _, one in self.support)


def listed(workshop: Workshop, proposals: Sequence[Proposal], places: Sequence[Place]) -> list[Listed]:
    """Return what the list shows of some proposals: five statements at any size."""
    support = support_in(workshop, proposal_ids=[one.id for one in proposals])
    runs = _runs(proposals, places)
    balances = _balances([row for found in runs.values() for row in found.values() if row.is_done], proposals)
    return [
        Listed(
            proposal=one,
            progress=progress_of(one, runs.get(one.reform_revision_id, {}), places),
            cost=cost_of(one.reform_revision, balances.get(one.reform_revision_id, [])),
            support=tuple((place, support.get((one.id, place.revision_id))) for place in places),
        )
        for one in proposals
    ]


def _runs(proposals: Sequence[Proposal], places: Sequence[Place]) -> dict[UUID, dict[UUID, Projection]]:
    found: dict[UUID, dict[UUID, Projection]] = {}
    for row in latest_projections(
        reform_revision_ids=[one.reform_revision_id for one in proposals],
        scenario_revision_ids=[place.revision_id for place in places],
    ):
        if row.reform_revision_id:
            found.setdefault(row.reform_revision_id, {})[row.scenario_revision_id] = row
    return found


def _balances(rows: Sequence[Projection], proposals: Sequence[Proposal]) -> dict[UUID | None, list[float]]:
    """Return the effects on the balance, where that is what a proposal costs, per reform edition."""
    year = getattr(proposals[0], "report_year", None) if proposals else None
    outcome, group = BUDGET
    found: dict[UUID | None, list[float]] = {}
    impacts = Impact.objects.filter(
        projection__in=[row.id for row in rows], outcome=outcome, group=group, year=year or YEAR
    )
    for reform, mid in impacts.values_list("projection__reform_revision", "mid"):
        found.setdefault(reform, []).append(mid)
    return found


ASKED = (ConditionState.OPEN, ConditionState.MET, ConditionState.NOT_MET)


def _counted(model: type[Amendment | Condition], **which: object) -> Func:
    rows = model.objects.filter(proposal=OuterRef("pk"), **which).order_by().values("proposal")
    return Coalesce(Subquery(rows.annotate(count=Count("pk")).values("count")), 0)


def proposals_in(workshop: Workshop) -> QuerySet[Proposal]:
    """Return every proposal of a workshop with who tabled it, its text, and what was agreed about year and frame."""
    agreed = Agreements.objects.filter(workshop=OuterRef("workshop")).order_by("-version")
    locked = agreed.order_by(F("locked_at").desc(nulls_last=True), "-version")
    standing = MinorityPosition.objects.standing().filter(proposal=OuterRef("pk")).order_by().values("proposal")
    minorities = standing.annotate(number_of=Count("pk"))
    return (
        workshop.proposals.select_related(
            "workshop", "reform_revision__reform", "constituency", "delegation", "seat", "tabled_by"
        )
        .annotate(
            report_year=Subquery(agreed.values("report_year")[:1]),
            amendments_asked=_counted(Amendment),
            amendments_open=_counted(Amendment, state=AmendmentState.OPEN),
            conditions_asked=_counted(Condition, state__in=ASKED),
            conditions_met=_counted(Condition, state=ConditionState.MET),
            frame_bn=Subquery(agreed.values("frame_bn")[:1]),
            frame_year=Subquery(agreed.values("frame_year")[:1]),
            needed_share=Subquery(locked.values("useful_share")[:1]),
            needed_variants=Subquery(locked.values("useful_variants")[:1]),
            minorities=Subquery(minorities.values("number_of")),
        )
        .order_by("number")
    )


def judgements_of(proposal: Proposal) -> dict[tuple[UUID, UUID], Judgement]:
    """Return what was judged, by scenario revision and side: one statement."""
    return {(row.scenario_revision_id, row.constituency_id): row for row in Judgement.objects.filter(proposal=proposal)}


def developments_by_place(places: Sequence[Place]) -> list[tuple[Place, list[Development]]]:
    """Return the bottlenecks and opportunities that each scenario brings: one statement."""
    found: dict[UUID, list[Development]] = {place.revision_id: [] for place in places}
    for one in Development.objects.filter(revision__in=found):
        found[one.revision_id].append(one)
    return [(place, found[place.revision_id]) for place in places]


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """What was judged for the groups of one side, a cell for each scenario."""

    side: Side
    cells: tuple[Judgement | None, ...]


def judged_rows(
    judgements: Mapping[tuple[UUID, UUID], Judgement], sides: Sequence[Side], places: Sequence[Place]
) -> list[JudgedRow]:
    """Return the sides for whose groups something was judged."""
    rows = [JudgedRow(side, tuple(judgements.get((place.revision_id, side.id)) for place in places)) for side in sides]
    return [row for row in rows if any(row.cells)]

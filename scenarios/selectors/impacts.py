# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a reform does, per scenario and population group; what a scenario looks like by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from scenarios.enums import ProjectionState
from scenarios.models import Figure, Impact, Projection


@dataclass(frozen=True, slots=True)
class Band:
    """Quantiles over the draws, in engine units."""

    low: float
    mid: float
    high: float

    @property
    def is_clear(self) -> bool:
        """The interval does not hold zero."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class ImpactCell:
    """The change for one group in one scenario, beside the level without the reform."""

    change: Band
    baseline: float
    positive_share: float


@dataclass(frozen=True, slots=True)
class Impacts:
    """All that one reform does: by outcome and group, then by scenario revision."""

    year: int
    projections: dict[UUID, Projection]
    cells: dict[tuple[str, str], dict[UUID, ImpactCell]]

    @property
    def is_complete(self) -> bool:
        return bool(self.projections) and all(one.is_done for one in self.projections.values())

    @property
    def is_underway(self) -> bool:
        return any(one.state in {ProjectionState.WAITING, ProjectionState.RUNNING} for one in self.projections.values())

    @property
    def has_failed(self) -> bool:
        return any(one.has_failed for one in self.projections.values())


def latest_projections(
    *, reform_revision_ids: Iterable[UUID | None], scenario_revision_ids: Iterable[UUID]
) -> list[Projection]:
    """Return the newest projection of each reform revision in each scenario revision."""
    rows = Projection.objects.filter(
        reform_revision__in=list(reform_revision_ids), scenario_revision__in=list(scenario_revision_ids)
    ).order_by("requested_at")
    return list({(row.reform_revision_id, row.scenario_revision_id): row for row in rows}.values())


def impacts_of(*, reform_revision_id: UUID, scenario_revision_ids: Iterable[UUID], year: int) -> Impacts:
    """Return the impacts of one reform in the given scenarios in one year: two statements at most."""
    rows = latest_projections(reform_revision_ids=[reform_revision_id], scenario_revision_ids=scenario_revision_ids)
    scenario_of = {row.id: row.scenario_revision_id for row in rows if row.is_done}
    cells: dict[tuple[str, str], dict[UUID, ImpactCell]] = {}
    for one in Impact.objects.filter(projection__in=scenario_of, year=year):
        cell = ImpactCell(Band(one.low, one.mid, one.high), one.baseline, one.positive_share)
        cells.setdefault((one.outcome, one.group), {})[scenario_of[one.projection_id]] = cell
    return Impacts(year, {row.scenario_revision_id: row for row in rows}, cells)


@dataclass(frozen=True, slots=True)
class Figures:
    """The scenarios' own outcomes: by outcome and group, then scenario revision, then year."""

    projections: dict[UUID, Projection]
    bands: dict[tuple[str, str], dict[UUID, dict[int, Band]]]

    @property
    def is_complete(self) -> bool:
        return bool(self.projections) and all(one.is_done for one in self.projections.values())


def figures_of(*, scenario_revision_ids: Iterable[UUID]) -> Figures:
    """Return what the scenarios look like when nothing is done: two statements."""
    asked = Projection.objects.filter(reform_revision=None, scenario_revision__in=list(scenario_revision_ids))
    latest = {row.scenario_revision_id: row for row in asked.order_by("requested_at")}
    scenario_of = {row.id: row.scenario_revision_id for row in latest.values()}
    bands: dict[tuple[str, str], dict[UUID, dict[int, Band]]] = {}
    for one in Figure.objects.filter(projection__in=scenario_of):
        by_scenario = bands.setdefault((one.outcome, one.group), {})
        by_scenario.setdefault(scenario_of[one.projection_id], {})[one.year] = Band(one.low, one.mid, one.high)
    return Figures(latest, bands)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One question to the engine, followed: how far it is in every scenario, and what it found."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from scenarios.enums import ProjectionState
from scenarios.models import Impact, Projection, ReformRevision

OVERALL = (ProjectionState.FAILED, ProjectionState.RUNNING, ProjectionState.WAITING)


@dataclass(frozen=True, slots=True)
class Answered:
    """One scenario of a question, with what was found there."""

    projection: Projection
    impacts: tuple[Impact, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A reform, the yardsticks and the year; per scenario edition the newest row."""

    run: UUID
    reform_revision: ReformRevision | None
    rows: tuple[Projection, ...]

    @property
    def first(self) -> Projection:
        return self.rows[0]

    @property
    def yardsticks(self) -> tuple[UUID, ...]:
        """The ids of what it is measured by."""
        return tuple(UUID(one) for one in self.first.yardsticks)

    @property
    def state(self) -> ProjectionState:
        """The state of all together: failed when one failed, done when all are."""
        states = {row.state for row in self.rows}
        return next((one for one in OVERALL if one in states), ProjectionState.DONE)

    @property
    def engine_version(self) -> str:
        return next((row.engine_version for row in self.rows if row.engine_version), "")

    @property
    def requested_at(self) -> datetime:
        return min(row.requested_at for row in self.rows)

    @property
    def finished_at(self) -> datetime | None:
        """When the last scenario was done; none until then."""
        moments = [row.finished_at for row in self.rows if row.finished_at]
        return max(moments) if self.state == ProjectionState.DONE and moments else None


def asked_in(run: UUID) -> Asked | None:
    """Return the question that a run answers, scenarios that were computed before included: two statements."""
    one = Projection.objects.filter(run=run).first()
    if one is None:
        return None
    rows = (
        Projection.objects.filter(reform_revision=one.reform_revision_id, year=one.year)
        .select_related("reform_revision__reform", "scenario_revision__scenario")
        .order_by("requested_at", "scenario_revision__scenario__key")
    )
    same = {row.scenario_revision_id: row for row in rows if row.yardsticks == one.yardsticks}
    found = tuple(same.values())
    return Asked(run, found[0].reform_revision, found)


def answers_to(asked: Asked, *, year: int) -> list[Answered]:
    """Return per scenario what was found in one year: one statement."""
    found: dict[UUID, list[Impact]] = {}
    rows = Impact.objects.filter(projection__in=[row.id for row in asked.rows if row.is_done], year=year)
    for one in rows.order_by("outcome", "group"):
        found.setdefault(one.projection_id, []).append(one)
    return [Answered(row, tuple(found.get(row.id, ()))) for row in asked.rows]

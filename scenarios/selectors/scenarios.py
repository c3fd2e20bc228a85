# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The scenarios that all may read, each in its latest edition, and their own figures."""

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from scenarios.enums import ProjectionState
from scenarios.models import Figure, Projection, ScenarioRevision


def published_scenarios() -> QuerySet[ScenarioRevision]:
    """Return the latest edition of each scenario that came with the installation and is nobody's draft."""
    own = ScenarioRevision.objects.filter(created_by__isnull=True)
    latest = own.filter(scenario=OuterRef("scenario")).order_by("-number")
    return (
        own.filter(id=Subquery(latest.values("id")[:1]))
        .select_related("scenario")
        .order_by("scenario__created_at", "scenario__key")
    )


def figures_in(revision_id: UUID) -> QuerySet[Figure]:
    """Return what one edition looks like when nothing is done, from its newest finished run."""
    runs = Projection.objects.filter(
        reform_revision=None, scenario_revision=revision_id, state=ProjectionState.DONE
    ).order_by("-requested_at")
    return Figure.objects.filter(projection=Subquery(runs.values("id")[:1])).order_by("outcome", "group", "year")

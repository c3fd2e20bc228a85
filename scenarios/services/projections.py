# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for projections: write the rows, and send the run once they are committed."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from scenarios.enums import ProjectionState
from scenarios.models import Projection, ReformRevision, ScenarioRevision, Yardstick
from scenarios.tasks import MODEL_VERSION, send

SEED = 20_150_930  # the day of the request; every run draws the same uncertain futures


@transaction.atomic
def request_projection(
    *,
    reform_revision: ReformRevision,
    scenario_revisions: Sequence[ScenarioRevision],
    yardsticks: Iterable[Yardstick] = (),
    year: int = 2030,
    topic: str = "",
) -> list[Projection]:
    """Ask how one reform works out in several scenarios; what was asked before is not asked twice."""
    return _request(reform_revision, scenario_revisions, list(yardsticks), year, topic)


@transaction.atomic
def request_baselines(*, scenario_revisions: Sequence[ScenarioRevision], topic: str = "") -> list[Projection]:
    """Ask for the scenarios' own figures, nothing done."""
    return _request(None, scenario_revisions, [], 2030, topic)


def _request(
    reform: ReformRevision | None,
    scenarios: Sequence[ScenarioRevision],
    yardsticks: list[Yardstick],
    year: int,
    topic: str,
) -> list[Projection]:
    hashes = {one.id: input_hash(reform, one, yardsticks, year) for one in scenarios}
    known = _asked_before(reform, hashes)
    run = uuid4()
    asked = [
        Projection(
            run=run,
            reform_revision=reform,
            scenario_revision=one,
            topic=topic,
            yardsticks=[str(yardstick.id) for yardstick in yardsticks],
            year=year,
            input_hash=hashes[one.id],
            seed=SEED,
            draws=settings.PROJECTION_DRAWS,
        )
        for one in scenarios
        if one.id not in known
    ]
    if not asked:
        return list(known.values())
    Projection.objects.bulk_create(asked, ignore_conflicts=True)  # somebody else may ask the same at this moment
    stored = _asked_before(reform, hashes)
    if any(row.run == run for row in stored.values()):
        transaction.on_commit(lambda: send(run))
    return list(stored.values())


def _asked_before(reform: ReformRevision | None, hashes: Mapping[UUID, str]) -> dict[UUID, Projection]:
    rows = Projection.objects.filter(
        reform_revision=reform, scenario_revision__in=hashes, input_hash__in=hashes.values()
    )
    return {row.scenario_revision_id: row for row in rows if hashes[row.scenario_revision_id] == row.input_hash}


def input_hash(
    reform: ReformRevision | None, scenario: ScenarioRevision, yardsticks: list[Yardstick], year: int
) -> str:
    """Return what decides the answer, as one digest: same digest, same stored result."""
    question = {
        "model": MODEL_VERSION,
        "seed": SEED,
        "draws": settings.PROJECTION_DRAWS,
        "drivers": scenario.drivers,
        "levers": reform.levers if reform else None,
        "timing": [reform.start_year, reform.phase_years] if reform else None,
        "budget": [reform.exante_budget_bn, reform.budget_from_model] if reform else None,
        "yardsticks": sorted([str(one.id), one.lines] for one in yardsticks),
        "year": year,
    }
    return hashlib.sha256(json.dumps(question, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def retry_projection(*, projection: Projection) -> None:
    """Put a failed run back in the queue."""
    Projection.objects.of_run(projection.run).filter(state=ProjectionState.FAILED).update(
        state=ProjectionState.WAITING, error="", attempts=0, lease_until=None, dispatched_at=None
    )
    run = projection.run
    transaction.on_commit(lambda: send(run))

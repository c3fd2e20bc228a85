# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carry out contested projections: claim, load, weigh, store; the answer is stored once, whatever is sent twice."""

import time
from typing import Any
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.utils import timezone

from scenarios import arrays
from scenarios.announce import announce
from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection, ScenarioRevision, Yardstick

log = structlog.get_logger(__name__)
MOST_ATTEMPTS = 5
Answers = dict[UUID, dict[str, Any]]


def run_contested(run: UUID) -> None:
    """Carry out one run, if nobody else is."""
    holder = uuid4()
    rows = claimed(run, holder)
    if not rows:
        return
    announce(rows[0].topic)
    started = time.perf_counter()
    try:
        with ContestedProjection.objects.of_run(run).kept(holder):
            answers = arrays.contested_answers(rows, scenarios_of(rows[0]), yardsticks_of(rows[0]))
        store(run, holder, answers, time.perf_counter() - started)
    except Exception as failure:
        log.exception("contested projection failed", run=str(run))
        fail(run, holder, failure)


def claimed(run: UUID, holder: UUID) -> list[ContestedProjection]:
    """Take the rows that wait or whose worker is gone; empty when somebody has them."""
    if not ContestedProjection.objects.claim(run, holder):
        return []
    return list(ContestedProjection.objects.held_by(holder).select_related("reform_revision"))


def scenarios_of(row: ContestedProjection) -> list[ScenarioRevision]:
    """Return the scenario editions that are asked, in that order."""
    found = {str(one.id): one for one in ScenarioRevision.objects.filter(id__in=row.scenario_revisions)}
    return [found[key] for key in row.scenario_revisions]


def yardsticks_of(row: ContestedProjection) -> list[Yardstick]:
    """Return the yardsticks that are asked, in that order."""
    found = {str(one.id): one for one in Yardstick.objects.filter(id__in=row.yardsticks)}
    return [found[key] for key in row.yardsticks if key in found]


@transaction.atomic
def store(run: UUID, holder: UUID, answers: Answers, seconds: float) -> None:
    """Write the answers, only while the lease is still ours."""
    kept = list(ContestedProjection.objects.of_run(run).held_by(holder).select_for_update())
    for row in kept:
        row.state, row.answer, row.error = ProjectionState.DONE, answers[row.id], ""
        row.finished_at, row.lease_until = timezone.now(), None
        row.engine_version = arrays.MODEL_VERSION
        row.worker_seconds = round(seconds / len(kept), 3)
        row.save()
    if kept:
        announce(kept[0].topic)


@transaction.atomic
def fail(run: UUID, holder: UUID, failure: Exception) -> None:
    """Say what went wrong; what cannot succeed by trying again is not tried for ever."""
    rows = ContestedProjection.objects.of_run(run).held_by(holder)
    first = rows.first()
    if first is None:
        return
    is_final = isinstance(failure, arrays.REFUSALS) or first.attempts >= MOST_ATTEMPTS
    rows.update(
        state=ProjectionState.FAILED if is_final else ProjectionState.WAITING,
        error=str(failure)[:2000],
        lease_until=None,
        dispatched_at=timezone.now(),
    )
    announce(first.topic)

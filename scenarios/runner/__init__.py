# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carry out projections: claim, load, project, store; kept by a lease that a dead worker loses."""

import time
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from scenarios import arrays
from scenarios.announce import announce
from scenarios.enums import ProjectionState
from scenarios.models import Figure, Impact, Payoff, Projection, Yardstick
from scenarios.runner.lease import LEASE, MOST_ATTEMPTS, kept_lease

log = structlog.get_logger(__name__)
MODEL_VERSION = arrays.MODEL_VERSION


def run(run_id: UUID) -> None:
    """Carry out one run, if nobody else is: the answer is stored once, whatever is delivered twice."""
    holder = uuid4()
    rows = claim(run_id, holder)
    if not rows:
        return
    announce(rows[0].topic)
    started = time.perf_counter()
    try:
        with kept_lease(Projection.objects.of_run(run_id).filter(lease_holder=holder)):
            answer = arrays.answer_to(rows, yardsticks_of(rows))
        store(run_id, holder, answer, time.perf_counter() - started)
    except Exception as failure:
        log.exception("projection failed", run=str(run_id))
        fail(run_id, holder, failure)


def claim(run_id: UUID, holder: UUID) -> list[Projection]:
    """Take the rows that wait or whose worker is gone, by compare-and-set; empty when somebody has them."""
    now = timezone.now()
    taken = (
        Projection.objects.of_run(run_id)
        .claimable(now)
        .update(
            state=ProjectionState.RUNNING,
            lease_until=now + LEASE,
            lease_holder=holder,
            attempts=F("attempts") + 1,
            started_at=now,
        )
    )
    if not taken:
        return []
    rows = Projection.objects.filter(lease_holder=holder).select_related("reform_revision", "scenario_revision")
    return list(rows.order_by("scenario_revision__scenario__key"))


def yardsticks_of(rows: list[Projection]) -> list[Yardstick]:
    """Return the yardsticks that the run is asked to measure by, in the order asked."""
    found = {str(one.id): one for one in Yardstick.objects.filter(id__in=rows[0].yardsticks)}
    return [found[key] for key in rows[0].yardsticks if key in found]


@transaction.atomic
def store(run_id: UUID, holder: UUID, answer: arrays.Answer, seconds: float) -> None:
    """Write the answer, only while the lease is still ours."""
    now = timezone.now()
    ours = Projection.objects.of_run(run_id).filter(lease_holder=holder, state=ProjectionState.RUNNING)
    kept = list(ours.select_for_update())
    for row in kept:
        found = answer.of(row)
        row.state = ProjectionState.DONE
        row.finished_at = now
        row.lease_until = None
        row.error = ""
        row.engine_version = MODEL_VERSION
        row.worker_seconds = round(seconds / len(kept), 3)
        row.useful_share, row.useful_variants, row.variants = found.useful_share, found.useful_variants, found.variants
        row.useful_under = found.useful_under
        row.save()
        Figure.objects.bulk_create(found.figures)
        Impact.objects.bulk_create(found.impacts)
        Payoff.objects.bulk_create(found.payoffs)
    if kept:
        announce(kept[0].topic)


@transaction.atomic
def fail(run_id: UUID, holder: UUID, failure: Exception) -> None:
    """Say what went wrong; what cannot succeed by trying again is not tried for ever."""
    rows = Projection.objects.of_run(run_id).filter(lease_holder=holder)
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

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What workers can be asked to do: fetch by id, call the room, record failure."""

from datetime import timedelta
from uuid import UUID

import structlog
from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from scenarios import runner
from scenarios.jobs import compaction
from scenarios.models import Projection

log = structlog.get_logger(__name__)
MODEL_VERSION = runner.MODEL_VERSION
RESEND_AFTER = timedelta(seconds=30)


@shared_task(name="scenarios.tasks.run_projections")
def run_projections(run: str) -> None:
    """Carry out one run; a late or second delivery finds nothing to claim and does nothing."""
    runner.run(UUID(run))


@shared_task(name="scenarios.tasks.dispatch_waiting")
def dispatch_waiting() -> int:
    """Send again what was never sent, was lost by the broker, or whose worker is gone."""
    now = timezone.now()
    rows = Projection.objects.claimable(now).values_list("run", "state", "dispatched_at")
    lost = {run for run, state, sent in rows if state == "running" or sent is None or sent < now - RESEND_AFTER}
    return sum(send(run) for run in sorted(lost))


def send(run: UUID) -> bool:
    """Hand a run to the broker; when it is not there the row waits for `dispatch_waiting`."""
    try:
        run_projections.apply_async(args=[str(run)], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the projection waits", run=str(run))
        return False
    Projection.objects.of_run(run).update(dispatched_at=timezone.now())
    return True


@shared_task(name="scenarios.tasks.compact_text")
def compact_text(document: str) -> None:
    """Put the updates of one text together."""
    compaction.compact(UUID(document))


@shared_task(name="scenarios.tasks.compact_texts")
def compact_texts() -> int:
    """Put the updates together of every text that has many."""
    return compaction.compact_grown()


def compact_soon(document: UUID) -> None:
    """Ask for it now; when the broker is not there, `compact_texts` finds the text later."""
    try:
        compact_text.apply_async(args=[str(document)], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the text is compacted later", document=str(document))

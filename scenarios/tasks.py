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
from scenarios.jobs import contested, studies
from scenarios.jobs.validation import compute_validation
from scenarios.models import ContestedProjection, Projection, Study, Validation

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
    return sum(send(run) for run in sorted(lost)) + dispatch_contested() + dispatch_studies() + dispatch_validation()


def send(run: UUID) -> bool:
    """Hand a run to the broker; when it is not there the row waits for `dispatch_waiting`."""
    try:
        run_projections.apply_async(args=[str(run)], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the projection waits", run=str(run))
        return False
    Projection.objects.of_run(run).update(dispatched_at=timezone.now())
    return True


@shared_task(name="scenarios.tasks.run_validation")
def run_validation() -> None:
    """Compute how good the model is; a late or second delivery finds it done."""
    compute_validation()


def dispatch_validation() -> int:
    """Send again what was asked of this version and never sent, or lost on the way."""
    now = timezone.now()
    row = Validation.objects.filter(engine_version=MODEL_VERSION, computed_at=None, error="").first()
    is_lost = row is not None and (row.dispatched_at is None or row.dispatched_at < now - RESEND_AFTER)
    return int(is_lost and send_validation())


def send_validation() -> bool:
    """Hand it to the broker, or let it wait for `dispatch_waiting`."""
    try:
        run_validation.apply_async(retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the validation waits", version=MODEL_VERSION)
        return False
    Validation.objects.filter(engine_version=MODEL_VERSION).update(dispatched_at=timezone.now())
    return True


@shared_task(name="scenarios.tasks.run_study")
def run_study(run: str) -> None:
    """Carry out one study; a late or second delivery finds nothing to claim and does nothing."""
    studies.run_study(UUID(run))


def dispatch_studies() -> int:
    """Send studies again that were lost, as `dispatch_waiting` does."""
    now = timezone.now()
    rows = Study.objects.claimable(now).values_list("run", "state", "dispatched_at")
    lost = {run for run, state, sent in rows if state == "running" or sent is None or sent < now - RESEND_AFTER}
    return sum(send_study(run) for run in sorted(lost))


def send_study(run: UUID) -> bool:
    """Hand a study to the broker, or let it wait for `dispatch_waiting`."""
    try:
        run_study.apply_async(args=[str(run)], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the study waits", run=str(run))
        return False
    Study.objects.of_run(run).update(dispatched_at=timezone.now())
    return True


@shared_task(name="scenarios.tasks.run_contested")
def run_contested(run: str) -> None:
    """Carry out one run of contested projections; a late or second delivery does nothing."""
    contested.run_contested(UUID(run))


def dispatch_contested() -> int:
    """Send contested projections again that were lost, as `dispatch_waiting` does."""
    now = timezone.now()
    rows = ContestedProjection.objects.claimable(now).values_list("run", "state", "dispatched_at")
    lost = {run for run, state, sent in rows if state == "running" or sent is None or sent < now - RESEND_AFTER}
    return sum(send_contested(run) for run in sorted(lost))


def send_contested(run: UUID) -> bool:
    """Hand a run of contested projections to the broker, or let it wait for `dispatch_waiting`."""
    try:
        run_contested.apply_async(args=[str(run)], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the contested projection waits", run=str(run))
        return False
    ContestedProjection.objects.of_run(run).update(dispatched_at=timezone.now())
    return True

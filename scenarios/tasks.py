# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What workers can be asked to do: fetch by id, call the room, record failure."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from celery import Task, current_app, shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from scenarios import runner
from scenarios.jobs import contested, studies
from scenarios.models import ContestedProjection, OwnProjection, Projection, ProjectionPart, Study
from scenarios.runner import parts

log = structlog.get_logger(__name__)
MODEL_VERSION = runner.MODEL_VERSION
RESEND_AFTER = timedelta(seconds=30)


@shared_task(name="scenarios.tasks.run_projections")
def run_projections(run: str) -> None:
    """Carry out one run; a late or second delivery finds nothing to claim and does nothing."""
    runner.run(UUID(run))


@shared_task(name="scenarios.tasks.run_part")
def run_part(part: int) -> None:
    """Carry out one part of somebody's own question, and hand out the parts that can begin because of it."""
    for one in parts.run_part(part):
        send_part(one)


@shared_task(name="scenarios.tasks.merge_parts")
def merge_parts(own: str) -> None:
    """Merge the parts of a question whose last finisher is gone."""
    parts.merge(UUID(own))


@shared_task(name="scenarios.tasks.dispatch_waiting")
def dispatch_waiting() -> int:
    """Send again what was never sent, was lost by the broker, or whose worker is gone."""
    now = timezone.now()
    rows = Projection.objects.claimable(now).values_list("run", "state", "dispatched_at")
    runs = {run for run, state, sent in rows if state == "running" or _is_lost(sent, now)}
    waiting = ProjectionPart.objects.free(now).ready().values_list("pk", "state", "dispatched_at")
    lost = {part for part, state, sent in waiting if state == "running" or _is_lost(sent, now)}
    unmerged = OwnProjection.objects.free(now).computed().values_list("pk", flat=True)
    return (
        sum(send(run) for run in sorted(runs))
        + sum(send_part(part) for part in sorted(lost))
        + sum(_is_sent(merge_parts, str(own)) for own in unmerged)
        + dispatch_contested()
        + dispatch_studies()
    )


@shared_task(name="scenarios.tasks.remove_expired")
def remove_expired() -> int:
    """Remove the questions of one's own whose time is over, with what was found."""
    _all, removed = OwnProjection.objects.expired(timezone.now()).delete()
    return removed.get("scenarios.OwnProjection", 0)


def send(run: UUID) -> bool:
    """Hand a run to the broker; when it is not there the row waits for `dispatch_waiting`."""
    if not _is_sent(run_projections, str(run)):
        return False
    Projection.objects.of_run(run).update(dispatched_at=timezone.now())
    return True


def send_part(part: int) -> bool:
    """Hand a part to the broker; when it is not there the row waits for `dispatch_waiting`."""
    if not _is_sent(run_part, part):
        return False
    ProjectionPart.objects.filter(pk=part).update(dispatched_at=timezone.now())
    return True


def workers_listening() -> int:
    """Return how many workers answer, within a second."""
    try:
        return len(current_app.control.ping(timeout=1.0))
    except (OperationalError, OSError):
        return 0


def _is_lost(sent: datetime | None, now: datetime) -> bool:
    return sent is None or sent < now - RESEND_AFTER


def _is_sent(task: Task, about: object) -> bool:
    try:
        task.apply_async(args=[about], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, the projection waits", about=str(about))
        return False
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

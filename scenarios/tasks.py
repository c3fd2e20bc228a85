# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What workers can be asked to do: fetch by id, call the room, record failure."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from celery import Task, current_app, shared_task
from django.db.models import QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from scenarios import runner
from scenarios.enums import ProjectionState
from scenarios.jobs import compaction, contested, studies
from scenarios.jobs.validation import compute_validation
from scenarios.models import ContestedProjection, OwnProjection, Projection, ProjectionPart, Study, Validation
from scenarios.runner import parts, shelf
from scenarios.runner.previews import Trial, drawn_band

log = structlog.get_logger(__name__)
MODEL_VERSION = runner.MODEL_VERSION
RESEND_AFTER = timedelta(seconds=30)
RESEND_STUDY_AFTER = timedelta(minutes=3)  # a study may well wait that long for those before it
BAND_EXPIRES = 10  # seconds: whoever waited longer has moved on or asks again


# --- what is carried out: a late or second delivery finds nothing to claim and does nothing ------------


@shared_task(name="scenarios.tasks.run_projections")
def run_projections(run: str) -> None:
    """Carry out one run of projections."""
    runner.run(UUID(run))


@shared_task(name="scenarios.tasks.run_contested")
def run_contested(run: str) -> None:
    """Carry out one run of contested projections."""
    contested.run_contested(UUID(run))


@shared_task(name="scenarios.tasks.run_study")
def run_study(run: str) -> None:
    """Carry out one study, then look for lost work: a queue of studies leaves the scheduler's own question no turn."""
    studies.run_study(UUID(run))
    dispatch_waiting()


@shared_task(name="scenarios.tasks.run_part")
def run_part(part: int) -> None:
    """Carry out one part of somebody's own question, and hand out the parts that can begin because of it."""
    for one in parts.run_part(part):
        send_part(one)


@shared_task(name="scenarios.tasks.merge_parts")
def merge_parts(own: str) -> None:
    """Merge the parts of a question whose last finisher is gone."""
    parts.merge(UUID(own))


@shared_task(name="scenarios.tasks.run_validation")
def run_validation(version: str = MODEL_VERSION) -> None:
    """Compute how good this version of the model is; another version is for a worker that has it."""
    if version == MODEL_VERSION:
        compute_validation()


@shared_task(name="scenarios.tasks.draw_band", acks_late=False, soft_time_limit=20, time_limit=25)
def draw_band(trial: dict[str, Any], asker: str, draws: int, seed: int) -> None:
    """Draw the band of what somebody tries, unless they moved on; a lost one is simply asked for again."""
    tried = Trial.from_message(trial)
    digest = tried.digest(draws=draws, seed=seed)
    if not shelf.is_wished(asker, digest):
        return
    try:
        shelf.keep(digest, drawn_band(tried, draws=draws, seed=seed))
    finally:
        if shelf.is_wished(asker, digest):
            shelf.forget_wish(asker)


# --- handing out: a row is its own outbox, and waits when the broker is not there ---------------------


def send(run: UUID) -> bool:
    """Hand a run to the broker; when it is not there the row waits for `dispatch_waiting`."""
    return _is_sent(run_projections, run) and bool(Projection.objects.of_run(run).update(dispatched_at=timezone.now()))


def send_contested(run: UUID) -> bool:
    """Hand a run of contested projections to the broker."""
    rows = ContestedProjection.objects.of_run(run)
    return _is_sent(run_contested, run) and bool(rows.update(dispatched_at=timezone.now()))


def send_study(run: UUID) -> bool:
    """Hand a study to the broker."""
    return _is_sent(run_study, run) and bool(Study.objects.of_run(run).update(dispatched_at=timezone.now()))


def send_part(part: int) -> bool:
    """Hand a part of somebody's own question to the broker."""
    rows = ProjectionPart.objects.filter(pk=part)
    return _is_sent(run_part, part) and bool(rows.update(dispatched_at=timezone.now()))


def send_validation() -> bool:
    """Hand the validation of this version to the broker."""
    rows = Validation.objects.filter(engine_version=MODEL_VERSION)
    return _is_sent(run_validation, MODEL_VERSION) and bool(rows.update(dispatched_at=timezone.now()))


def send_band(trial: Mapping[str, Any], *, asker: str, draws: int, seed: int) -> bool:
    """Hand a trial to the broker."""
    try:
        draw_band.apply_async(args=[trial, asker, draws, seed], retry=False, expires=BAND_EXPIRES)
    except (OperationalError, OSError):
        log.warning("broker not reached, a band is not drawn")
        return False
    return True


def workers_listening() -> int:
    """Return how many tasks are done at a time by the workers that answer within a second."""
    try:
        told = current_app.control.inspect(timeout=1.0).stats() or {}
    except (OperationalError, OSError):
        return 0
    return sum(int(one.get("pool", {}).get("max-concurrency", 1)) for one in told.values())


# --- what the scheduler asks ---------------------------------------------------------------------------


@shared_task(name="scenarios.tasks.dispatch_waiting")
def dispatch_waiting() -> int:
    """Send again what was never sent, was lost by the broker, or whose worker is gone."""
    now = timezone.now()
    waiting_parts = ProjectionPart.objects.free(now).ready().values_list("pk", "state", "dispatched_at")
    unmerged = OwnProjection.objects.free(now).computed().values_list("pk", flat=True)
    validation = Validation.objects.filter(engine_version=MODEL_VERSION, computed_at=None, error="").first()
    return (
        sum(send(run) for run in _lost(_runs(Projection.objects.claimable(now)), now))
        + sum(send_contested(run) for run in _lost(_runs(ContestedProjection.objects.claimable(now)), now))
        + sum(send_study(run) for run in _lost(_runs(Study.objects.claimable(now)), now, after=RESEND_STUDY_AFTER))
        + sum(send_part(part) for part in _lost(waiting_parts, now))
        + sum(_is_sent(merge_parts, own) for own in unmerged)
        + (send_validation() if validation and _is_lost(validation.dispatched_at, now) else 0)
    )


@shared_task(name="scenarios.tasks.remove_expired")
def remove_expired() -> int:
    """Remove the questions of one's own whose time is over, with what was found."""
    _all, removed = OwnProjection.objects.expired(timezone.now()).delete()
    return removed.get("scenarios.OwnProjection", 0)


def _runs(rows: QuerySet[Any]) -> Iterable[tuple[UUID, str, datetime | None]]:
    return rows.values_list("run", "state", "dispatched_at")


def _lost(
    rows: Iterable[tuple[Any, str, datetime | None]], now: datetime, *, after: timedelta = RESEND_AFTER
) -> list[Any]:
    """Return what must be sent again, each once: its worker is gone, or it was never sent, or long ago."""
    return sorted({one for one, state, sent in rows if state == ProjectionState.RUNNING or _is_lost(sent, now, after)})


def _is_lost(sent: datetime | None, now: datetime, after: timedelta = RESEND_AFTER) -> bool:
    return sent is None or sent <= now - after


def _is_sent(task: Task, about: UUID | int | str) -> bool:
    """Hand to the broker without waiting for it."""
    try:
        task.apply_async(args=[about if isinstance(about, int) else str(about)], retry=False)
    except (OperationalError, OSError):
        log.warning("broker not reached, this waits", task=task.name, about=str(about))
        return False
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
    _is_sent(compact_text, document)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What workers can be asked to do: fetch by id, call the room, record failure."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from scenarios import runner
from scenarios.models import Projection
from scenarios.runner import shelf
from scenarios.runner.previews import Trial, drawn_band

log = structlog.get_logger(__name__)
MODEL_VERSION = runner.MODEL_VERSION
RESEND_AFTER = timedelta(seconds=30)
BAND_EXPIRES = 10  # seconds: whoever waited longer has moved on or asks again


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


def send_band(trial: Mapping[str, Any], *, asker: str, draws: int, seed: int) -> bool:
    """Hand a trial to the broker."""
    try:
        draw_band.apply_async(args=[trial, asker, draws, seed], retry=False, expires=BAND_EXPIRES)
    except (OperationalError, OSError):
        log.warning("broker not reached, a band is not drawn")
        return False
    return True

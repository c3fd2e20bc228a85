# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carry out studies: claim, answer, store; the answer is stored once, whatever is sent twice."""

import time
from collections.abc import Callable
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.utils import timezone

from scenarios import arrays
from scenarios.announce import announce
from scenarios.arrays import studies
from scenarios.enums import ProjectionState, StudyKind
from scenarios.models import Study

log = structlog.get_logger(__name__)
MOST_ATTEMPTS = 5
TELL_EVERY = 1.0  # seconds between two reports of how far it is


def run_study(run: UUID) -> None:
    """Carry out one study, if nobody else is."""
    holder = uuid4()
    if not Study.objects.claim(run, holder):
        return
    study = Study.objects.get(run=run)
    announce(study.topic)
    started = time.perf_counter()
    try:
        with Study.objects.of_run(run).kept(holder):
            answer = studies.answer_to(StudyKind(study.kind), study.question, _teller(study, holder))
        store(study, holder, answer, time.perf_counter() - started)
    except Exception as failure:
        log.exception("study failed", run=str(run), kind=study.kind)
        fail(study, holder, failure)


@transaction.atomic
def store(study: Study, holder: UUID, answer: studies.Json, seconds: float) -> None:
    """Write the answer, only while the lease is still ours."""
    stored = (
        Study.objects.of_run(study.run)
        .held_by(holder)
        .update(
            state=ProjectionState.DONE,
            answer=answer,
            error="",
            finished_at=timezone.now(),
            lease_until=None,
            engine_version=arrays.MODEL_VERSION,
            worker_seconds=round(seconds, 3),
        )
    )
    if stored:
        announce(study.topic)


@transaction.atomic
def fail(study: Study, holder: UUID, failure: Exception) -> None:
    """Say what went wrong; what cannot succeed by trying again is not tried for ever."""
    is_final = isinstance(failure, arrays.REFUSALS) or study.attempts >= MOST_ATTEMPTS
    failed = (
        Study.objects.of_run(study.run)
        .held_by(holder)
        .update(
            state=ProjectionState.FAILED if is_final else ProjectionState.WAITING,
            error=str(failure)[:2000],
            lease_until=None,
            dispatched_at=timezone.now(),
        )
    )
    if failed:
        announce(study.topic)


def _teller(study: Study, holder: UUID) -> Callable[[int, int], None]:
    """Return what a study calls to say how far it is: heard at most once a second, while the lease is ours."""
    told = time.monotonic()

    def tell(done: int, steps: int) -> None:
        nonlocal told
        if time.monotonic() - told >= TELL_EVERY:
            told = time.monotonic()
            Study.objects.of_run(study.run).held_by(holder).update(steps_done=done, steps=steps)
            announce(study.topic)

    return tell

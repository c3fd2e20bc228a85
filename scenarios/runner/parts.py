# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carry out a question of somebody's own: part by part by any number of workers, merged by whoever is last."""

import time
from dataclasses import dataclass
from functools import reduce
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

import engine
from scenarios import arrays
from scenarios.announce import announce
from scenarios.arrays import findings
from scenarios.arrays.questions import Part, Question
from scenarios.enums import ProjectionState
from scenarios.models import OwnProjection, ProjectionPart
from scenarios.reports.experiments import archived
from scenarios.runner.lease import LEASE, MOST_ATTEMPTS, kept_lease

log = structlog.get_logger(__name__)
DONE, FAILED, RUNNING, WAITING = (
    ProjectionState.DONE,
    ProjectionState.FAILED,
    ProjectionState.RUNNING,
    ProjectionState.WAITING,
)


@dataclass(frozen=True, slots=True)
class Made:
    """What one part gives: all of the answer, or the bins of a split question, or the summary of some blocks."""

    answer: bytes | None = None
    experiments: bytes | None = None
    bins: bytes | None = None
    summary: bytes | None = None


def run_part(part_id: int) -> list[int]:
    """Carry out one part, if nobody else is; return the parts that can begin because of it."""
    holder = uuid4()
    part = claim(part_id, holder)
    if part is None:
        return []
    started = time.perf_counter()
    try:
        with kept_lease(ProjectionPart.objects.filter(pk=part_id, lease_holder=holder)):
            made = computed(part)
        is_stored = store(part, holder, made, time.perf_counter() - started)
    except Exception as failure:
        log.exception("part of a projection failed", own=str(part.own_id), part=part.number)
        fail(part, holder, failure)
        return []
    if not is_stored:
        return []
    if part.own.is_split and part.number:
        merge(part.own_id)
        return []
    return list(part.own.parts.ready().filter(state=WAITING).values_list("pk", flat=True))


def claim(part_id: int, holder: UUID) -> ProjectionPart | None:
    """Take a part that waits or whose worker is gone, by compare-and-set; none when somebody has it."""
    now = timezone.now()
    if not ProjectionPart.objects.ready().filter(pk=part_id).exists():
        return None
    taken = (
        ProjectionPart.objects.filter(pk=part_id)
        .free(now)
        .update(state=RUNNING, lease_until=now + LEASE, lease_holder=holder, attempts=F("attempts") + 1)
    )
    if not taken:
        return None
    part = ProjectionPart.objects.select_related("own").get(pk=part_id)
    if OwnProjection.objects.filter(pk=part.own_id, state=WAITING).update(state=RUNNING):
        announce(part.own.topic)
    return part


def computed(part: ProjectionPart) -> Made:
    """Ask the engine for one part."""
    own = part.own
    question = Question.from_data(own.question)
    if not own.is_split:
        pair = findings.pair(question, question.parameters)
        kept = archived(question, pair) if question.experiments else None
        return Made(answer=findings.found_at_once(question, pair).packed(), experiments=kept)
    if part.number == 0:
        return Made(bins=findings.packed_bins(findings.bins_of(question)))
    bins = findings.unpacked_bins(own.bins or b"")
    summary = findings.summary_of(question, Part(part.first_block, part.blocks), bins)
    return Made(summary=findings.packed_summary(summary))


@transaction.atomic
def store(part: ProjectionPart, holder: UUID, made: Made, seconds: float) -> bool:
    """Write what was made, only while the lease is still ours."""
    ours = ProjectionPart.objects.filter(pk=part.pk, lease_holder=holder, state=RUNNING)
    if not ours.update(state=DONE, lease_until=None, summary=made.summary, worker_seconds=round(seconds, 3)):
        return False
    if made.bins is not None:
        OwnProjection.objects.filter(pk=part.own_id, bins__isnull=True).update(bins=made.bins)
    if made.answer is not None:
        finish(part.own, made.answer, made.experiments)
    announce(part.own.topic)
    return True


def finish(own: OwnProjection, answer: bytes, experiments: bytes | None = None) -> bool:
    """Write the answer, once."""
    seconds = own.parts.aggregate(all=Sum("worker_seconds"))["all"]
    return bool(
        OwnProjection.objects.filter(pk=own.pk, state=RUNNING).update(
            state=DONE,
            answer=answer,
            experiments=experiments,
            engine_version=arrays.MODEL_VERSION,
            worker_seconds=seconds,
            finished_at=timezone.now(),
            lease_until=None,
            error="",
        )
    )


def merge(own_id: UUID) -> bool:
    """Merge the parts when all are done, by one worker: who finishes last, or whoever finds it left behind."""
    now, holder = timezone.now(), uuid4()
    if not OwnProjection.objects.computed().filter(pk=own_id).exists():
        return False
    ours = OwnProjection.objects.filter(pk=own_id)
    if not ours.free(now).update(lease_until=now + LEASE, lease_holder=holder):
        return False
    own = ours.get()
    try:
        with kept_lease(ours.filter(lease_holder=holder)):
            answer = merged_answer(own)
    except Exception as failure:
        log.exception("merging a projection failed", own=str(own_id))
        ours.update(state=FAILED, error=str(failure)[:2000], lease_until=None)
        announce(own.topic)
        return False
    return store_merged(own, answer)


def merged_answer(own: OwnProjection) -> bytes:
    """Read the answer from all summaries; one is in memory at a time, beside what they add up to."""
    question = Question.from_data(own.question)
    stored = own.parts.exclude(number=0).order_by("number").values_list("summary", flat=True)
    together = reduce(engine.merged, (findings.unpacked_summary(one or b"") for one in stored.iterator(chunk_size=1)))
    return findings.found_in(question, together, findings.unpacked_bins(own.bins or b"")).packed()


@transaction.atomic
def store_merged(own: OwnProjection, answer: bytes) -> bool:
    """Write the merged answer, and drop the counts that it was read from."""
    if not finish(own, answer):
        return False
    own.parts.update(summary=None)
    announce(own.topic)
    return True


@transaction.atomic
def fail(part: ProjectionPart, holder: UUID, failure: Exception) -> None:
    """Say what went wrong; what cannot succeed by trying again is not tried for ever."""
    ours = ProjectionPart.objects.filter(pk=part.pk, lease_holder=holder)
    is_final = isinstance(failure, arrays.REFUSALS) or part.attempts >= MOST_ATTEMPTS
    if not ours.update(state=FAILED if is_final else WAITING, lease_until=None, dispatched_at=timezone.now()):
        return
    if is_final:
        words = str(failure)[:2000]
        OwnProjection.objects.filter(pk=part.own_id).update(state=FAILED, error=words, finished_at=timezone.now())
    announce(part.own.topic)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far the projections of a proposal are, and where its figures come from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Avg
from django.utils import timezone

from scenarios.enums import ProjectionState
from scenarios.models import Projection
from workshops.models import Proposal
from workshops.selectors.table import Place

LONG_WAIT = timedelta(minutes=1)


class Stage(StrEnum):
    """Where a proposal's projections stand, all scenarios together."""

    NOT_COMPUTABLE = "not_computable"
    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    RUNNING = "running"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is; `topic` is what wakes a page that waits for it."""

    stage: Stage
    done: int
    total: int
    topic: str
    requested_at: datetime | None = None
    started_at: datetime | None = None
    error: str = ""

    @property
    def is_underway(self) -> bool:
        return self.stage in {Stage.WAITING, Stage.RUNNING}

    @property
    def waits_long(self) -> bool:
        """Nobody has taken it up for a minute: perhaps no worker is running."""
        return (
            self.stage == Stage.WAITING
            and self.requested_at is not None
            and timezone.now() - self.requested_at > LONG_WAIT
        )

    @property
    def has_figures(self) -> bool:
        return self.done > 0


@dataclass(frozen=True, slots=True)
class Provenance:
    """What has to be known to compute the same figures again."""

    engine_versions: tuple[str, ...]
    draws: int
    seed: int
    year: int
    computed_at: datetime
    hashes: tuple[tuple[Place, str], ...]


def progress_of(proposal: Proposal, projections: Mapping[UUID, Projection], places: Sequence[Place]) -> Progress:
    """Return how far a proposal's projections are: no statements."""
    rows = [projections[place.revision_id] for place in places if place.revision_id in projections]
    unfinished = [one for one in rows if not one.is_done]
    return Progress(
        stage=_stage(proposal, rows, len(places)),
        done=sum(one.is_done for one in rows),
        total=len(places),
        topic=next(filter(_is_of_proposal, (one for row in unfinished for one in row.topic.split())), proposal.topic),
        requested_at=min((one.requested_at for one in unfinished), default=None),
        started_at=min((one.started_at for one in unfinished if one.started_at), default=None),
        error=next((one.error for one in rows if one.has_failed), ""),
    )


def _is_of_proposal(topic: str) -> bool:
    """A run may be asked for by another proposal with the same reform: that one's page is woken, and so is this."""
    return topic.startswith("proposal:")


def _stage(proposal: Proposal, rows: Collection[Projection], total: int) -> Stage:
    if not proposal.reform_revision.is_computable:
        return Stage.NOT_COMPUTABLE
    states = {ProjectionState(one.state) for one in rows}
    for state in (ProjectionState.FAILED, ProjectionState.RUNNING, ProjectionState.WAITING):
        if state in states:
            return Stage(state.value)
    return Stage.DONE if rows and len(rows) == total else Stage.NOT_ASKED


def provenance_of(projections: Mapping[UUID, Projection], places: Sequence[Place], *, year: int) -> Provenance | None:
    """Return where the stored figures come from, when there are any: no statements."""
    done = [
        (place, projections[place.revision_id])
        for place in places
        if place.revision_id in projections and projections[place.revision_id].is_done
    ]
    if not done:
        return None
    rows = [row for _, row in done]
    return Provenance(
        engine_versions=tuple(sorted({row.engine_version for row in rows})),
        draws=rows[0].draws,
        seed=rows[0].seed,
        year=year,
        computed_at=max(row.finished_at or row.requested_at for row in rows),
        hashes=tuple((place, row.input_hash[:12]) for place, row in done),
    )


def usual_seconds(scenarios: int) -> float | None:
    """Return how long a run over so many scenarios took until now, on average."""
    found = Projection.objects.filter(state=ProjectionState.DONE, reform_revision__isnull=False)
    seconds = found.aggregate(mean=Avg("worker_seconds"))["mean"]
    return seconds * scenarios if seconds else None

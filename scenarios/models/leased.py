# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A row that is its own outbox: claimed by compare-and-set, kept by a lease that a dead worker loses."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID, uuid4

from django.db import close_old_connections, models
from django.db.models import F, Q
from django.utils import timezone

from scenarios.enums import ProjectionState

LEASE = timedelta(seconds=20)
RENEW_EVERY = 5.0


class LeasedQuerySet(models.QuerySet[Any]):
    def of_run(self, run: UUID) -> Self:
        return self.filter(run=run)

    def unfinished(self) -> Self:
        return self.filter(state__in=[ProjectionState.WAITING, ProjectionState.RUNNING])

    def claimable(self, now: datetime) -> Self:
        """Waiting, or running under a lease that ran out: its worker is gone."""
        return self.filter(Q(state=ProjectionState.WAITING) | Q(state=ProjectionState.RUNNING, lease_until__lt=now))

    def held_by(self, holder: UUID) -> Self:
        """Taken by this worker, which has not lost them since."""
        return self.filter(lease_holder=holder, state=ProjectionState.RUNNING)

    def claim(self, run: UUID, holder: UUID) -> int:
        """Take what of a run waits or was left behind; nought when somebody has it."""
        now = timezone.now()
        return (
            self.of_run(run)
            .claimable(now)
            .update(
                state=ProjectionState.RUNNING,
                lease_until=now + LEASE,
                lease_holder=holder,
                attempts=F("attempts") + 1,
                started_at=now,
            )
        )

    @contextmanager
    def kept(self, holder: UUID) -> Iterator[None]:
        """Renew the lease while the work lasts; a killed worker stops renewing, and the run is free again."""
        over = threading.Event()

        def renew() -> None:
            while not over.wait(RENEW_EVERY):
                self.held_by(holder).update(lease_until=timezone.now() + LEASE)
            close_old_connections()

        keeper = threading.Thread(target=renew, name="lease", daemon=True)
        keeper.start()
        try:
            yield
        finally:
            over.set()
            keeper.join()


class Leased(models.Model):
    """What a worker is asked to do: how far it is, and who has it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    run = models.UUIDField(db_index=True, help_text="The rows that one task answers together.")
    topic = models.CharField(max_length=100, blank=True, help_text="Whom to wake; opaque to this package.")
    state = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in ProjectionState], default=ProjectionState.WAITING
    )
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.UUIDField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    requested_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    engine_version = models.CharField(max_length=20, blank=True)
    worker_seconds = models.FloatField(null=True, blank=True)
    error = models.TextField(blank=True)

    objects = LeasedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_done(self) -> bool:
        return self.state == ProjectionState.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == ProjectionState.FAILED

    @property
    def is_underway(self) -> bool:
        return not self.is_done and not self.has_failed

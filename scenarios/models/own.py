# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question of somebody's own to the engine, the parts it is computed in, and what was found."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from scenarios.enums import ProjectionState

UNFINISHED = (ProjectionState.WAITING, ProjectionState.RUNNING)
STATES = [(one.value, one.value) for one in ProjectionState]


class OwnProjectionQuerySet(models.QuerySet["OwnProjection"]):
    def unfinished(self) -> Self:
        return self.filter(state__in=UNFINISHED)

    def expired(self, now: datetime) -> Self:
        return self.filter(expires_at__lt=now)

    def free(self, now: datetime) -> Self:
        """Under way, and nobody merges it, or who did is gone."""
        is_free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        return self.filter(is_free, state=ProjectionState.RUNNING)

    def computed(self) -> Self:
        """All parts are done."""
        undone = ProjectionPart.objects.filter(own=OuterRef("pk")).exclude(state=ProjectionState.DONE)
        return self.filter(~Exists(undone))


class OwnProjection(models.Model):
    """What somebody asked: its own outbox row together with its parts. It is removed when it has expired."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    question = models.JSONField(help_text="Scenarios, package, years, draws and seed, as plain data.")
    digest = models.CharField(max_length=64, db_index=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    audience = models.CharField(max_length=100, blank=True, help_text="Who else may see it; opaque to this package.")
    topic = models.CharField(max_length=100, blank=True, help_text="Whom to wake; opaque to this package.")
    state = models.CharField(max_length=8, choices=STATES, default=ProjectionState.WAITING)
    is_split = models.BooleanField(default=False, help_text="Computed in parts, and summarised in bins.")
    bins = models.BinaryField(null=True, blank=True, help_text="Where the bins lie, by the pilot run.")
    answer = models.BinaryField(null=True, blank=True, help_text="Quantiles of every figure.")
    experiments = models.BinaryField(null=True, blank=True, help_text="Every draw, as a file for analysts; when asked.")
    engine_version = models.CharField(max_length=20, blank=True)
    worker_seconds = models.FloatField(null=True, blank=True, help_text="Of all parts together.")
    error = models.TextField(blank=True)
    lease_until = models.DateTimeField(null=True, blank=True, help_text="Until when somebody merges.")
    lease_holder = models.UUIDField(null=True, blank=True)
    requested_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(db_index=True)

    objects = OwnProjectionQuerySet.as_manager()

    class Meta:
        ordering = ["requested_at"]

    def __str__(self) -> str:
        return f"{self.id}: {self.state}"

    @property
    def is_done(self) -> bool:
        return self.state == ProjectionState.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == ProjectionState.FAILED


class ProjectionPartQuerySet(models.QuerySet["ProjectionPart"]):
    def free(self, now: datetime) -> Self:
        """Waiting, or under a lease that ran out: its worker is gone."""
        return self.filter(Q(state=ProjectionState.WAITING) | Q(state=ProjectionState.RUNNING, lease_until__lt=now))

    def ready(self) -> Self:
        """Of a question that still wants an answer; the pilot lays the bins before the others can begin."""
        return self.filter(Q(number=0) | Q(own__bins__isnull=False), own__state__in=UNFINISHED)

    def done(self) -> Self:
        return self.filter(state=ProjectionState.DONE)


class ProjectionPart(models.Model):
    """One part of a question, for one worker at a time.

    Part 0 is all of a question that is not split, and the pilot of one that is; the others are runs of whole blocks.
    """

    own = models.ForeignKey(OwnProjection, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    first_block = models.PositiveIntegerField(default=0)
    blocks = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=8, choices=STATES, default=ProjectionState.WAITING)
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_holder = models.UUIDField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    summary = models.BinaryField(null=True, blank=True, help_text="Counts in bins; dropped once they are merged.")
    worker_seconds = models.FloatField(null=True, blank=True)

    objects = ProjectionPartQuerySet.as_manager()

    class Meta:
        ordering = ["own", "number"]
        constraints = [models.UniqueConstraint(fields=["own", "number"], name="one_part_per_number")]

    def __str__(self) -> str:
        return f"{self.own_id} part {self.number}: {self.state}"

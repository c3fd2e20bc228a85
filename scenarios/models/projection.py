# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was asked of the engine, how far it is, and what it answered."""

from datetime import datetime
from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from scenarios.enums import ProjectionState
from scenarios.models.reform import ReformRevision
from scenarios.models.scenario import ScenarioRevision
from scenarios.models.yardstick import Yardstick


class ProjectionQuerySet(models.QuerySet["Projection"]):
    def of_run(self, run: object) -> Self:
        return self.filter(run=run)

    def unfinished(self) -> Self:
        return self.filter(state__in=[ProjectionState.WAITING, ProjectionState.RUNNING])

    def claimable(self, now: datetime) -> Self:
        """Waiting, or running under a lease that ran out: its worker is gone."""
        return self.filter(
            Q(state=ProjectionState.WAITING) | Q(state=ProjectionState.RUNNING, lease_until__lt=now),
        )


class Projection(models.Model):
    """One reform edition in one scenario edition: its own outbox row, its state and its provenance."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    run = models.UUIDField(db_index=True, help_text="The rows that one engine call answers together.")
    reform_revision = models.ForeignKey(
        ReformRevision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projections",
        help_text="Empty: doing nothing, the scenario's own figures.",
    )
    scenario_revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="projections")
    topic = models.CharField(max_length=100, blank=True, help_text="Whom to wake; opaque to this package.")
    yardsticks = models.JSONField(default=list, help_text="Ids of the yardsticks whose payoff is asked.")
    year = models.PositiveSmallIntegerField(default=2030, help_text="The year in which payoffs are measured.")
    input_hash = models.CharField(max_length=64)
    seed = models.PositiveIntegerField()
    draws = models.PositiveIntegerField()
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
    useful_share = models.FloatField(
        null=True, blank=True, help_text="Share of draws in which the yardsticks call it useful."
    )
    useful_variants = models.PositiveSmallIntegerField(null=True, blank=True)
    variants = models.PositiveSmallIntegerField(null=True, blank=True)
    useful_under = models.JSONField(default=list, help_text="Keys of the structural variants in which it is useful.")

    objects = ProjectionQuerySet.as_manager()

    class Meta:
        ordering = ["requested_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["reform_revision", "scenario_revision", "input_hash"], name="one_projection_per_input"
            ),
            models.UniqueConstraint(
                fields=["scenario_revision", "input_hash"],
                condition=Q(reform_revision__isnull=True),
                name="one_baseline_per_input",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reform_revision_id} x {self.scenario_revision_id}: {self.state}"

    @property
    def is_done(self) -> bool:
        return self.state == ProjectionState.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == ProjectionState.FAILED


class Figure(models.Model):
    """A scenario's own outcome, nothing done, for one group in one year: quantiles over the draws, engine units."""

    projection = models.ForeignKey(Projection, on_delete=models.CASCADE, related_name="figures")
    year = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=40)
    group = models.CharField(max_length=40)
    low = models.FloatField(help_text="10th percentile")
    mid = models.FloatField(help_text="median")
    high = models.FloatField(help_text="90th percentile")

    class Meta:
        ordering = ["projection", "year", "outcome", "group"]
        constraints = [
            models.UniqueConstraint(fields=["projection", "year", "outcome", "group"], name="one_figure_per_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.group} {self.year}: {self.mid:.4f}"


class Impact(models.Model):
    """Outcome with the reform minus without, for one group in one year: quantiles over the draws, engine units."""

    projection = models.ForeignKey(Projection, on_delete=models.CASCADE, related_name="impacts")
    year = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=40)
    group = models.CharField(max_length=40)
    low = models.FloatField(help_text="10th percentile")
    mid = models.FloatField(help_text="median")
    high = models.FloatField(help_text="90th percentile")
    baseline = models.FloatField(help_text="median without the reform")
    positive_share = models.FloatField(help_text="share of draws above zero")

    class Meta:
        ordering = ["projection", "year", "outcome", "group"]
        constraints = [
            models.UniqueConstraint(fields=["projection", "year", "outcome", "group"], name="one_impact_per_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.group} {self.year}: {self.mid:+.4f}"


class Payoff(models.Model):
    """Per yardstick the payoff in every draw and under every rival theory, so that no measure needs a rerun."""

    projection = models.ForeignKey(Projection, on_delete=models.CASCADE, related_name="payoffs")
    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="payoffs")
    year = models.PositiveSmallIntegerField()
    draws = models.BinaryField(
        help_text="Per line of the yardstick and draw, float64: smallest differences that matter, positive is better."
    )
    variants = models.BinaryField(
        default=bytes, help_text="The same per line and structural variant; empty when an earlier version ran it."
    )
    outcome = models.CharField(
        max_length=40, blank=True, help_text="The one outcome of all lines; empty: a mix, in multiples."
    )
    low = models.FloatField(help_text="10th percentile of the mean change over the lines, engine units, raw sign")
    mid = models.FloatField(help_text="median of the same")
    high = models.FloatField(help_text="90th percentile of the same")
    worse_share = models.FloatField(help_text="share of draws beyond the tolerance")
    better_share = models.FloatField(help_text="share of draws better by at least the smallest difference")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["projection", "yardstick", "year"], name="one_payoff_per_yardstick"),
        ]

    def __str__(self) -> str:
        return f"{self.yardstick_id}: {self.mid:+.4f}"

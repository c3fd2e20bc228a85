# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A deliberation from request to report, and what it agreed beforehand."""

from datetime import date, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import Scenario, ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Phase


class Workshop(Written):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=160)
    purpose = models.TextField()
    product = models.CharField(max_length=40, blank=True, help_text="Kind of product: advice, exploration, letter.")
    phase = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Phase], default=Phase.DRAFTING)
    due_on = models.DateField()
    is_public = models.BooleanField(default=False, help_text="Everybody may read; else only who takes part.")
    is_fictional = models.BooleanField(default=False)
    scenarios = models.ManyToManyField(Scenario, through="WorkshopScenario", related_name="workshops")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.title

    @property
    def topic(self) -> str:
        """The name under which open pages of this workshop are woken."""
        return f"workshop:{self.id}"


class WorkshopScenario(models.Model):
    """A scenario's place in a workshop: its letter, its order, and the edition under discussion."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="places")
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT)
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT)
    letter = models.CharField(max_length=2)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["workshop", "order"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "scenario"], name="a_scenario_once_per_workshop"),
            models.UniqueConstraint(fields=["workshop", "letter"], name="one_scenario_per_letter"),
        ]

    def __str__(self) -> str:
        return f"{self.letter}: {self.scenario}"


class Milestone(Written):
    """A date counted back from the day the advice is due."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=160)
    days_before = models.PositiveIntegerField()

    class Meta:
        ordering = ["workshop", "-days_before"]

    def __str__(self) -> str:
        return self.title

    def on(self, due_on: date) -> date:
        """Return the day, counted back from the due date."""
        return due_on - timedelta(days=self.days_before)


class Agreements(Written):
    """What the council fixed before a round: locked before it opens, a new version for the next."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="agreements")
    version = models.PositiveIntegerField()
    report_year = models.PositiveSmallIntegerField(default=2030)
    broad_share = models.FloatField(
        default=0.75, help_text="Share of those who took a position, in every constituency."
    )
    majority_share = models.FloatField(default=0.5)
    response_share = models.FloatField(
        default=2 / 3, help_text="Share of seats that must take a position, per constituency."
    )
    useful_share = models.FloatField(default=0.8, help_text="Share of draws in which a proposal must be useful.")
    useful_variants = models.PositiveSmallIntegerField(default=5, help_text="Of the structural variants.")
    frame_bn = models.FloatField(help_text="bn EUR of 2015 a year that may be spent.")
    frame_year = models.PositiveSmallIntegerField(default=2030)
    frame_is_structural = models.BooleanField(default=True)
    frame_source = models.TextField()
    frame_status = models.CharField(max_length=12, default="assumption")
    absent_groups = models.TextField(blank=True, help_text="Groups that nobody at the table represents.")
    yardsticks = models.JSONField(
        default=dict,
        blank=True,
        help_text="By key of a side, the yardstick that it measures by from the lock of this version on.",
    )
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["workshop", "-version"]
        constraints = [models.UniqueConstraint(fields=["workshop", "version"], name="one_agreement_per_version")]

    def __str__(self) -> str:
        return f"{self.workshop_id} v{self.version}"

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

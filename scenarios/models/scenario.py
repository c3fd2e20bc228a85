# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One coherent future and its frozen editions."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models.text import Written


class Scenario(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.key


class ScenarioRevision(Written):
    """A frozen edition: what ballots, projections and remarks point at. Rows never change, but for translations."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    story = models.TextField()
    economy = models.TextField(blank=True, help_text="What it means for the economy.")
    labour_market = models.TextField(blank=True, help_text="What it means for the labour market.")
    organisation = models.TextField(blank=True, help_text="What it means for the way work is organised.")
    relations = models.TextField(
        blank=True, help_text="Industrial relations in this future, and what representatives can do."
    )
    signs = models.JSONField(default=list, help_text="Early signs: a list of sentences.")
    related = models.TextField(blank=True, help_text="Scenarios of others, and how they were used.")
    drivers = models.JSONField(help_text="Driver key to value, in the engine's units.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    driver_notes = models.JSONField(
        default=dict, help_text="Driver key to {source, capacity, at}: who last changed it, and on what ground."
    )
    stretches = models.JSONField(
        default=dict, help_text="Part to so many bytes of UTF-8 and who wrote them: a seat or a role."
    )
    capacity = models.CharField(max_length=120, blank=True, help_text="As what somebody adopted it.")
    returned_from = models.PositiveIntegerField(
        null=True, blank=True, help_text="Number of the earlier edition that this one brings back."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["scenario", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["scenario", "number"], name="one_scenario_revision_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

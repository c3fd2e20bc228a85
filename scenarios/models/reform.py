# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A change of an institution and its frozen editions."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.enums import Aim, Competing, EuRoom, Level, Modelled
from scenarios.models.institution import Institution
from scenarios.models.text import Written


class Reform(models.Model):
    """The identity of a reform through its editions; `key` is set for those of the catalogue."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.SlugField(max_length=60, unique=True, null=True, blank=True)
    institution = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="reforms"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.key or str(self.id)

    @property
    def is_from_catalogue(self) -> bool:
        return self.key is not None


class ReformRevision(Written):
    """A frozen edition: text, levers, cost. Rows never change, but for translations."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reform = models.ForeignKey(Reform, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    summary = models.TextField()
    levers = models.JSONField(
        default=dict, help_text="Lever key to shift, in the engine's units; empty when nothing can be computed."
    )
    modelled = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Modelled])
    interpretation = models.TextField(blank=True, help_text="Which levers the words became.")
    left_out = models.TextField(blank=True, help_text="What the model leaves out.")
    level = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Level])
    actors = models.CharField(max_length=200, blank=True)
    start_year = models.PositiveIntegerField(default=2017)
    phase_years = models.PositiveIntegerField(default=3)
    lead_years = models.PositiveIntegerField(default=1, help_text="Years between deciding and the first effect.")
    exante_budget_bn = models.FloatField(
        default=0.0, help_text="bn EUR of 2015 a year; positive is better for the balance."
    )
    budget_from_model = models.BooleanField(default=False)
    budget_source = models.TextField(blank=True)
    budget_status = models.CharField(max_length=12, default="assumption")
    changes = models.JSONField(default=list, blank=True, help_text="Institutions that it changes, by key.")
    aim = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Aim])
    roles = models.JSONField(default=dict, blank=True, help_text="Who acts, by level, to what each has to do.")
    eu_room = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in EuRoom])
    eu_note = models.TextField(blank=True)
    abroad = models.TextField(blank=True, help_text="Who does it elsewhere.")
    competing = models.CharField(max_length=15, blank=True, choices=[(one.value, one.value) for one in Competing])
    competing_note = models.TextField(blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["reform", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["reform", "number"], name="one_reform_revision_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    @property
    def is_computable(self) -> bool:
        return bool(self.levers)

    @property
    def is_unpriced(self) -> bool:
        """The model computes it, and nobody stated what it costs."""
        is_stated = bool(self.exante_budget_bn or self.budget_source.strip())
        return self.is_computable and not self.budget_from_model and not is_stated

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the table says of the institutions of today: each side's rating, and what the council would have become of them."""

from django.conf import settings
from django.db import models

from scenarios.models import Institution, ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Fate, Stress
from workshops.models.composition import Constituency, Seat
from workshops.models.proposal import Proposal
from workshops.models.workshop import Workshop


class StressRating(Written):
    """Whether an institution does what it is for in one edition of a scenario, by one side; a later word replaces it."""

    constituency = models.ForeignKey(Constituency, on_delete=models.CASCADE, related_name="stress_ratings")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="stress_ratings")
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="stress_ratings")
    answer = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Stress])
    reason = models.TextField()
    seat = models.ForeignKey(Seat, null=True, on_delete=models.SET_NULL, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["institution", "revision", "constituency"]
        constraints = [
            models.UniqueConstraint(fields=["constituency", "institution", "revision"], name="one_stress_rating"),
        ]

    def __str__(self) -> str:
        return self.answer


class InstitutionVerdict(Written):
    """Keep, adapt, replace, or something new beside it: what the council says for one edition of a scenario."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="institution_verdicts")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="verdicts")
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="institution_verdicts")
    fate = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Fate])
    reason = models.TextField()
    proposals = models.ManyToManyField(Proposal, blank=True, related_name="institution_verdicts")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["institution", "revision"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "institution", "revision"], name="one_institution_verdict"),
        ]

    def __str__(self) -> str:
        return self.fate

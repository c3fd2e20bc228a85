# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a scenario does with what others assume in theirs."""

from django.conf import settings
from django.db import models

from scenarios.models import ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Use
from workshops.models.workshop import WorkshopScenario


class Borrowing(Written):
    """One assumption of somebody else's scenario: adopted, adapted or rejected, and why; about one edition of ours."""

    place = models.ForeignKey(WorkshopScenario, on_delete=models.CASCADE, related_name="borrowings")
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="+")
    other = models.CharField(max_length=40, help_text="Key of somebody else's scenario.")
    assumption = models.CharField(max_length=40, help_text="Key of what it assumes.")
    use = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Use])
    because = models.TextField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    capacity = models.CharField(max_length=120, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "other", "assumption"], name="one_borrowing_per_assumption"),
        ]

    def __str__(self) -> str:
        return f"{self.other}, {self.assumption}: {self.use}"

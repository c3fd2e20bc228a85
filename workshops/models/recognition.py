# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether a side recognises itself in a future."""

from django.conf import settings
from django.db import models

from scenarios.models import ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Recognised
from workshops.models.composition import Constituency, Seat


class Recognition(Written):
    """What one side says of one edition of a scenario, with its reason; a later word takes the place of an earlier."""

    constituency = models.ForeignKey(Constituency, on_delete=models.CASCADE, related_name="recognitions")
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="recognitions")
    answer = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Recognised])
    reason = models.TextField()
    seat = models.ForeignKey(Seat, null=True, on_delete=models.SET_NULL, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["constituency", "revision"], name="one_recognition_per_edition"),
        ]

    def __str__(self) -> str:
        return self.answer

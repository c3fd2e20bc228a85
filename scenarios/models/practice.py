# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a firm or its workers cope today."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.enums import ExampleState, Teller
from scenarios.models.text import Written


class PracticeExample(Written):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    topic = models.CharField(
        max_length=100, db_index=True, help_text="The workshop it was told to; opaque to this package."
    )
    title = models.CharField(max_length=160)
    told_by = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Teller])
    sector = models.CharField(max_length=80)
    size = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=80, blank=True)
    cope = models.TextField(help_text="How do you cope with uncertainty now?")
    prepare = models.TextField(help_text="How do you prepare for great changes?")
    scenario = models.CharField(max_length=60, blank=True, help_text="Key of the scenario it illustrates.")
    institution = models.CharField(max_length=60, blank=True, help_text="Key of the institution it is about.")
    consent = models.BooleanField(default=False)
    is_fictional = models.BooleanField(default=False)
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ExampleState], default=ExampleState.SUBMITTED
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="practice_examples"
    )
    submitted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["submitted_at"]

    def __str__(self) -> str:
        return self.title

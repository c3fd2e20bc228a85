# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rule as it is today."""

from uuid import uuid4

from django.db import models

from scenarios.models.text import Written


class Institution(Written):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.SlugField(max_length=60, unique=True)
    order = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=160)
    today = models.TextField(help_text="How it works today.")
    purpose = models.TextField(blank=True, help_text="What it is for.")
    source = models.TextField(blank=True, help_text="Where it is told how it works.")
    source_status = models.CharField(max_length=12, default="assumption")
    degrees = models.JSONField(default=dict, help_text="Scenario key to how hard it presses: little, some, strong.")
    strains = models.JSONField(default=dict, help_text="Scenario key to a sentence on what strains it there.")

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.title

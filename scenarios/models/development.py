# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What may come with a future: bottlenecks and opportunities."""

from uuid import uuid4

from django.db import models

from scenarios.enums import DevelopmentKind, Domain
from scenarios.models.scenario import ScenarioRevision
from scenarios.models.text import Written


class Development(Written):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.CASCADE, related_name="developments")
    order = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in DevelopmentKind])
    domain = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Domain])
    text = models.TextField()
    groups = models.JSONField(default=list, help_text="Population groups under pressure, by key.")

    class Meta:
        ordering = ["revision", "order"]

    def __str__(self) -> str:
        return self.text[:60]

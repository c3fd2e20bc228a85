# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody measures by: groups, outcomes, direction, smallest difference that matters, tolerance, floors."""

from uuid import uuid4

from django.db import models

from scenarios.models.text import Written


class Yardstick(Written):
    """Lines of {outcome, group, better, smallest_difference, tolerance, floor}, in the engine's units."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(max_length=160)
    lines = models.JSONField()
    source = models.TextField(blank=True)
    status = models.CharField(max_length=12, default="assumption")

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

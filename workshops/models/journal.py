# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The record of acts: append-only, one hash chain per workshop."""

from django.db import models

from workshops.models.workshop import Workshop


class JournalEntry(models.Model):
    """No names: `actor` is a random id, `capacity` the seat or role the act was done in."""

    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="journal")
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField()
    act = models.CharField(max_length=30)
    actor = models.UUIDField(null=True)
    capacity = models.CharField(max_length=120, blank=True)
    subject = models.CharField(max_length=120, blank=True)
    data = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["workshop", "sequence"]
        constraints = [models.UniqueConstraint(fields=["workshop", "sequence"], name="one_entry_per_place")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.act}"

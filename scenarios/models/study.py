# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question to the model that takes many runs: what makes it fail, what moves it, when, and together with what."""

from uuid import uuid4

from django.db import models

from scenarios.enums import StudyKind
from scenarios.models.leased import Leased


class Study(Leased):
    """A question that holds all it takes to answer it: the same question is one row and is answered once."""

    run = models.UUIDField(default=uuid4, unique=True, help_text="A study is a run of its own.")
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in StudyKind])
    subject = models.CharField(max_length=100, help_text="What it is about; opaque to this package.")
    question = models.JSONField(help_text="Drivers, levers, yardsticks, year, draws and seed.")
    input_hash = models.CharField(max_length=64, unique=True)
    answer = models.JSONField(null=True, blank=True)
    steps_done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0, help_text="0: it is not known how many.")

    class Meta:
        ordering = ["requested_at"]
        verbose_name_plural = "studies"
        indexes = [models.Index(fields=["kind", "subject"], name="studies_by_subject")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject}: {self.state}"

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A remark anchored to an exact passage of a practice example."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import PracticeExample
from scenarios.models.text import Written
from workshops.enums import AnnotationStance
from workshops.models.workshop import Workshop


class Annotation(Written):
    """`part` names the text, `quote` is exact; `prefix` tells equal passages apart."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="annotations")
    example = models.ForeignKey(PracticeExample, on_delete=models.CASCADE, related_name="annotations")
    part = models.CharField(max_length=10, choices=[("cope", "cope"), ("prepare", "prepare")])
    quote = models.TextField()
    prefix = models.CharField(max_length=80, blank=True)
    note = models.TextField()
    stance = models.CharField(max_length=12, choices=[(one.value, one.value) for one in AnnotationStance])
    tag = models.CharField(max_length=80, blank=True)
    capacity = models.CharField(max_length=120)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="annotations"
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.quote[:60]

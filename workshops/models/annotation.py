# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A remark anchored to an exact passage of a practice example, and what is said in return."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import ExampleEdition, PracticeExample
from scenarios.models.text import Written
from scenarios.texts.anchors import Anchor
from workshops.enums import AnnotationStance
from workshops.models.workshop import Workshop


class Annotation(Written):
    """`part` names the text, `quote` is exact and stands from `start` to `end` in the edition, in `lang`.

    None of that ever changes: where the words stand in a later edition is found out, never stored.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="annotations")
    example = models.ForeignKey(PracticeExample, on_delete=models.CASCADE, related_name="annotations")
    edition = models.ForeignKey(ExampleEdition, on_delete=models.CASCADE, related_name="annotations")
    part = models.CharField(max_length=10, choices=[("cope", "cope"), ("prepare", "prepare")])
    quote = models.TextField()
    prefix = models.CharField(max_length=80, blank=True)
    suffix = models.CharField(max_length=80, blank=True)
    start = models.PositiveIntegerField(help_text="In characters, from the start of the text.")
    end = models.PositiveIntegerField()
    note = models.TextField()
    stance = models.CharField(max_length=12, choices=[(one.value, one.value) for one in AnnotationStance])
    claim = models.CharField(
        max_length=160, blank=True, db_index=True, help_text="Key of the claim that it bears on: kind:scenario:what."
    )
    claim_said = models.TextField(blank=True, help_text="What that claim said at the time, in `lang`.")
    tag = models.CharField(max_length=80, blank=True)
    capacity = models.CharField(max_length=120)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="annotations"
    )
    created_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_capacity = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return self.quote[:60]

    @property
    def anchor(self) -> Anchor:
        """Where it stands in its edition."""
        return Anchor(self.start, self.end)

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None


class AnnotationReply(Written):
    """What somebody answered to a remark."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    annotation = models.ForeignKey(Annotation, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    capacity = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return self.text[:60]

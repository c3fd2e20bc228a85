# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The letter that asks, sentence by sentence, and what answers it."""

from uuid import uuid4

from django.db import models

from scenarios.models.text import Written
from workshops.enums import Track
from workshops.models.workshop import Workshop


class Request(Written):
    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="request")
    subject = models.CharField(max_length=200)
    sender = models.CharField(max_length=160)
    addressee = models.CharField(max_length=160)
    dated_on = models.DateField()
    reference = models.CharField(max_length=200, blank=True)
    source = models.TextField()
    footnotes = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.subject


class Paragraph(Written):
    """`translations` holds {language: {"text": ...}}."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="paragraphs")
    number = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=160, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["request", "number"]

    def __str__(self) -> str:
        return self.text[:60]


class Question(Written):
    """One of the numbered questions, with the short answer the secretariat is drafting."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()
    short_title = models.CharField(max_length=160)
    text = models.TextField()
    answer = models.TextField(blank=True)
    roles = models.TextField(blank=True, help_text="Who acts, centrally and locally.")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["request", "number"]

    def __str__(self) -> str:
        return self.short_title


class AskingSentence(Written):
    """A passage that asks for something: an exact quote of its paragraph."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="asks")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.SET_NULL, related_name="asks")
    key = models.SlugField(max_length=60)
    order = models.PositiveSmallIntegerField()
    quote = models.TextField()
    label = models.CharField(max_length=160)
    track = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in Track], default=Track.THIS_ADVICE
    )
    answered_by = models.CharField(max_length=30)

    class Meta:
        ordering = ["paragraph", "order"]

    def __str__(self) -> str:
        return self.label

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the margin of a text: proposed changes, comments, and what is said in return."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from scenarios.models import ScenarioRevision
from workshops.enums import SuggestionState
from workshops.models.draft import DraftSection, ScenarioDraft


class Suggestion(models.Model):
    """A change of a text that somebody proposes: from `before` to `after`; `became` is what was made of it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    draft = models.ForeignKey(ScenarioDraft, on_delete=models.CASCADE, related_name="suggestions")
    section = models.ForeignKey(DraftSection, on_delete=models.CASCADE, related_name="suggestions")
    number = models.PositiveIntegerField()
    about = models.ForeignKey(
        ScenarioRevision, on_delete=models.PROTECT, related_name="+", help_text="The edition that held at the time."
    )
    before = models.TextField()
    after = models.TextField()
    reason = models.TextField()
    lang = models.CharField(max_length=5, default="nl")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="suggestions"
    )
    capacity = models.CharField(max_length=120)
    proposed_at = models.DateTimeField()
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in SuggestionState], default=SuggestionState.OPEN
    )
    onto = models.TextField(blank=True, help_text="The text just before it was taken over.")
    became = models.TextField(blank=True, help_text="The text just after.")
    verdict = models.TextField(blank=True, help_text="Why it was adapted or declined.")
    decided_capacity = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["draft", "number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="one_suggestion_per_number")]

    def __str__(self) -> str:
        return f"suggestion {self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == SuggestionState.OPEN


class Comment(models.Model):
    """A remark on a passage of a text, or on all of it when the quote is empty; resolved, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    section = models.ForeignKey(DraftSection, on_delete=models.CASCADE, related_name="comments")
    about = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)
    prefix = models.CharField(max_length=80, blank=True)
    suffix = models.CharField(max_length=80, blank=True)
    text = models.TextField()
    lang = models.CharField(max_length=5, default="nl")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="comments")
    capacity = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_capacity = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None


class Reply(models.Model):
    """What somebody answered to a suggestion or a comment."""

    suggestion = models.ForeignKey(Suggestion, null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    comment = models.ForeignKey(Comment, null=True, blank=True, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField()
    lang = models.CharField(max_length=5, default="nl")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    capacity = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(suggestion__isnull=False, comment__isnull=True)
                | Q(suggestion__isnull=True, comment__isnull=False),
                name="a_reply_to_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]

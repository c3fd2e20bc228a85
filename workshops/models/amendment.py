# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A change of a proposal that somebody asks for, what the secretariat would do with it, and what the proposer did."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import ReformRevision
from scenarios.models.text import Written
from workshops.enums import AmendmentState, Handling
from workshops.models.composition import Seat
from workshops.models.proposal import Proposal


class Amendment(Written):
    """`changes` holds the parts that should read otherwise, from the edition it is `about`, in the words of `lang`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="amendments")
    number = models.PositiveIntegerField()
    about = models.ForeignKey(ReformRevision, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="amendments")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="amendments"
    )
    proposed_at = models.DateTimeField()
    changes = models.JSONField(help_text="Part to how it should read; levers as lever:key, in the engine's units.")
    reason = models.TextField()
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in AmendmentState], default=AmendmentState.OPEN
    )
    handling = models.CharField(
        max_length=10,
        blank=True,
        choices=[(one.value, one.value) for one in Handling],
        help_text="What the secretariat would do with it.",
    )
    handling_changes = models.JSONField(default=dict, help_text="When modified: how the parts would read.")
    handling_reason = models.TextField(blank=True)
    handling_lang = models.CharField(max_length=5, blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    became = models.ForeignKey(ReformRevision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True, help_text="What the proposer said with it.")
    answer_lang = models.CharField(max_length=5, blank=True)
    answered_capacity = models.CharField(max_length=120, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["proposal", "number"]
        constraints = [models.UniqueConstraint(fields=["proposal", "number"], name="one_amendment_per_number")]

    def __str__(self) -> str:
        return f"amendment {self.number}"

    def tongue_of(self, field: str, language: str) -> str:
        """Return the language in which a field is read: others may have answered in another than it was asked in."""
        written_in = {"handling_reason": self.handling_lang, "answer": self.answer_lang}.get(field) or self.lang
        return language if self.translations.get(language, {}).get(field) else written_in

    @property
    def is_open(self) -> bool:
        return self.state == AmendmentState.OPEN

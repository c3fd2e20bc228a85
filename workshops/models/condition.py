# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a seat asks before it supports a proposal: yes, if ..."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import Scenario
from scenarios.models.text import Written
from workshops.enums import ConditionKind, ConditionState
from workshops.models.composition import Seat
from workshops.models.proposal import Proposal


class Condition(Written):
    """`words` are in `lang`; `year`, `other` and `scenario` make it something that can be looked up."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="conditions")
    number = models.PositiveIntegerField()
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="conditions")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ConditionKind])
    words = models.TextField()
    year = models.PositiveIntegerField(null=True, blank=True, help_text="It starts in this year at the earliest.")
    other = models.ForeignKey(
        Proposal, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", help_text="Is to come along."
    )
    scenario = models.ForeignKey(
        Scenario, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Only in this one."
    )
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ConditionState], default=ConditionState.OPEN
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        ordering = ["proposal", "number"]
        constraints = [models.UniqueConstraint(fields=["proposal", "number"], name="one_condition_per_number")]

    def __str__(self) -> str:
        return f"condition {self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == ConditionState.OPEN

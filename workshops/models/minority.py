# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text that some seats want recorded beside the council's, who signed it, and the reply of who tabled the proposal."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import ReformRevision, ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Mandated
from workshops.models.composition import Seat
from workshops.models.proposal import Proposal
from workshops.models.workshop import Workshop


class MinorityPositionQuerySet(models.QuerySet["MinorityPosition"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class MinorityPosition(Written):
    """Bound to the edition it is about, and never changed: another text is another position. Its first signature owns it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="minority_positions")
    number = models.PositiveIntegerField()
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="minority_positions")
    reform_revision = models.ForeignKey(ReformRevision, on_delete=models.PROTECT, related_name="+")
    scenario_revision = models.ForeignKey(
        ScenarioRevision, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Empty: in all."
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+", help_text="Who owns it.")
    text = models.TextField()
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="minority_positions"
    )
    stated_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = MinorityPositionQuerySet.as_manager()

    class Meta:
        ordering = ["workshop", "number"]
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="one_minority_position_per_number")]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def is_standing(self) -> bool:
        return self.withdrawn_at is None


class Signature(models.Model):
    """A seat that holds a minority position, and how far it may speak for those who sent it."""

    position = models.ForeignKey(MinorityPosition, on_delete=models.CASCADE, related_name="signatures")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="signatures")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="signatures"
    )
    mandated = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Mandated])
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["position", "signed_at"]
        constraints = [models.UniqueConstraint(fields=["position", "seat"], name="a_seat_signs_once")]

    def __str__(self) -> str:
        return f"{self.seat_id}: {self.mandated}"


class PositionReply(Written):
    """What the delegation that tabled the proposal says to a minority position; the last text counts."""

    position = models.OneToOneField(MinorityPosition, on_delete=models.CASCADE, related_name="reply")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="position_replies"
    )
    replied_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.position_id}"

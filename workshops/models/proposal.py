# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A reform put on the table by somebody, with reasons; and judgements of what the model cannot compute."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.enums import DevelopmentKind
from scenarios.models import ReformRevision, ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Direction, ProposalState, Scope
from workshops.models.composition import Constituency, Delegation, Seat
from workshops.models.workshop import Workshop


class Proposal(Written):
    """What a delegation tables; the content is the reform's edition, this is the act."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="proposals")
    number = models.PositiveIntegerField()
    reform_revision = models.ForeignKey(ReformRevision, on_delete=models.PROTECT, related_name="proposals")
    constituency = models.ForeignKey(Constituency, on_delete=models.PROTECT, related_name="proposals")
    delegation = models.ForeignKey(
        Delegation, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals"
    )
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals")
    tabled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals"
    )
    tabled_at = models.DateTimeField()
    reasons = models.TextField()
    addresses_kind = models.CharField(max_length=12, choices=[(one.value, one.value) for one in DevelopmentKind])
    addresses = models.TextField(help_text="The bottleneck it eases or the opportunity it takes.")
    scope = models.CharField(
        max_length=16, choices=[(one.value, one.value) for one in Scope], default=Scope.THIS_ADVICE
    )
    track = models.CharField(max_length=20, blank=True)
    state = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in ProposalState], default=ProposalState.TABLED
    )
    parked_because = models.TextField(blank=True)
    form_key = models.UUIDField(
        null=True, blank=True, unique=True, help_text="Says that a form was sent before: no doubles."
    )

    class Meta:
        ordering = ["workshop", "number"]
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="one_proposal_per_number")]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def topic(self) -> str:
        """The name under which open pages of this proposal are woken."""
        return f"proposal:{self.id}"


class Judgement(Written):
    """A direction that people judge where the model cannot say, for one side's groups in one scenario."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="judgements")
    scenario_revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="+")
    constituency = models.ForeignKey(
        Constituency, on_delete=models.CASCADE, related_name="judgements", help_text="Whose groups it is about."
    )
    direction = models.CharField(max_length=15, choices=[(one.value, one.value) for one in Direction])
    reason = models.TextField()
    evidence = models.TextField(blank=True)
    judged_by = models.CharField(max_length=160, blank=True)
    judged_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "scenario_revision", "constituency"], name="one_judgement_per_cell"
            ),
        ]

    def __str__(self) -> str:
        return self.direction

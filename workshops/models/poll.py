# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions put together in a round, who may answer, and the running count."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from scenarios.models import ReformRevision, ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import BallotMode, Body, RoundState
from workshops.models.composition import Constituency, Seat
from workshops.models.proposal import Proposal
from workshops.models.workshop import Agreements, Workshop

COUNTED = (RoundState.OPEN, RoundState.CLOSED)


class RoundQuerySet(models.QuerySet["Round"]):
    def open(self) -> Self:
        return self.filter(state=RoundState.OPEN)

    def closed(self) -> Self:
        return self.filter(state=RoundState.CLOSED)

    def over(self) -> Self:
        """Return what nobody can vote in any more, counted or annulled."""
        return self.filter(state__in=(RoundState.CLOSED, RoundState.ANNULLED))

    def counted(self) -> Self:
        """Return what was opened and still counts."""
        return self.filter(state__in=COUNTED)


class Round(Written):
    """Polls opened and closed together, under agreements fixed before."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160, blank=True)
    body = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Body], default=Body.COUNCIL)
    mode = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in BallotMode], default=BallotMode.NAMED
    )
    is_live = models.BooleanField(default=True, help_text="Counts are shown while the round is open.")
    state = models.CharField(
        max_length=8, choices=[(one.value, one.value) for one in RoundState], default=RoundState.DRAFT
    )
    agreements = models.ForeignKey(Agreements, null=True, blank=True, on_delete=models.PROTECT, related_name="rounds")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    public_key = models.CharField(
        max_length=64, blank=True, help_text="What ballots of a secret round are sealed with."
    )
    box_hash = models.CharField(max_length=64, blank=True, help_text="Digest of the box as it was opened.")
    keep_days = models.PositiveSmallIntegerField(
        default=30, help_text="Days after closing until pseudonymous ballots lose the tie to their seat."
    )
    parted_at = models.DateTimeField(null=True, blank=True, help_text="When the ties were cut.")

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["workshop", "number"]
        constraints = [models.UniqueConstraint(fields=["workshop", "number"], name="one_round_per_number")]

    def __str__(self) -> str:
        return f"round {self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN

    @property
    def is_by_name(self) -> bool:
        return self.mode == BallotMode.NAMED

    @property
    def is_secret(self) -> bool:
        return self.mode == BallotMode.SECRET

    @property
    def shows_counts(self) -> bool:
        return self.state == RoundState.CLOSED or (self.is_open and self.is_live)


class RoundSeat(models.Model):
    """The frozen electorate of a round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="electorate")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    answered = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Questions answered, written down at closing."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "seat"], name="a_seat_once_per_round")]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.seat_id}"


class Poll(models.Model):
    """One proposal's text in one scenario's text."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="polls")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="polls")
    reform_revision = models.ForeignKey(ReformRevision, on_delete=models.PROTECT, related_name="+")
    scenario_revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["round", "proposal", "scenario_revision"]
        constraints = [
            models.UniqueConstraint(fields=["round", "proposal", "scenario_revision"], name="one_poll_per_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} x {self.scenario_revision_id}"


class TallyRow(models.Model):
    """How many seats of one constituency gave one answer in one poll: kept up with every ballot.

    A ballot answers two questions: a row counts either a stance on the proposal, or an answer to whether policy is needed.
    """

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="tally_rows")
    constituency = models.ForeignKey(Constituency, on_delete=models.CASCADE, related_name="+")
    stance = models.CharField(max_length=12, blank=True)
    need = models.CharField(max_length=8, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "constituency", "stance", "need"], name="one_tally_row_per_answer"),
            models.CheckConstraint(
                condition=(Q(stance="") | Q(need="")) & ~Q(stance="", need=""), name="a_tally_row_counts_one_question"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stance or self.need}: {self.count}"

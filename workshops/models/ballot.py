# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One seat's answer to one poll."""

from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from scenarios.models.text import Written
from workshops.enums import Holding, Need, Stance
from workshops.models.composition import Constituency, Seat
from workshops.models.poll import Poll, Round


class Ballot(Written):
    """`reason` and `would_change` are written in `lang`; without `seat` it came out of a box and cannot be tied to one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="ballots")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="ballots")
    side = models.ForeignKey(
        Constituency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Instead of a seat."
    )
    need = models.CharField(max_length=8, blank=True, choices=[(one.value, one.value) for one in Need])
    stance = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Stance])
    reason = models.TextField(blank=True)
    would_change = models.TextField(blank=True)
    cast_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="ballots")
    holding = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Holding], default=Holding.MEMBER
    )
    cast_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "seat"], name="one_ballot_per_seat"),
            models.CheckConstraint(
                condition=Q(seat__isnull=False, side__isnull=True) | Q(seat__isnull=True, side__isnull=False),
                name="a_ballot_has_a_seat_or_a_side",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat_id or self.side_id}: {self.stance}"

    @property
    def constituency_id(self) -> UUID:
        """The side it counts for."""
        return self.seat.constituency_id if self.seat else self.side_id  # type: ignore[return-value]


class SealedBallot(models.Model):
    """All that one seat answered in an open secret round; only the round's key, which is not in here, opens it."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="sealed")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField()
    polls = models.JSONField(default=list, help_text="Which questions are answered, so that a seat can go on.")
    answered = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "seat"], name="one_sealed_ballot_per_seat")]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.seat_id}"

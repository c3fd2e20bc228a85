# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One seat's answer to one poll."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models.text import Written
from workshops.enums import Holding, Need, Stance
from workshops.models.composition import Seat
from workshops.models.poll import Poll


class Ballot(Written):
    """`reason` and `would_change` are written in `lang`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="ballots")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="ballots")
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
        constraints = [models.UniqueConstraint(fields=["poll", "seat"], name="one_ballot_per_seat")]

    def __str__(self) -> str:
        return f"{self.seat_id}: {self.stance}"

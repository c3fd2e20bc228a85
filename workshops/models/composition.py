# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits at the table: sides, delegations, seats, and who holds them when."""

from datetime import date
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from scenarios.models import Yardstick
from scenarios.models.text import Written
from workshops.enums import Holding, Mark, Role
from workshops.models.workshop import Workshop


class Constituency(Written):
    """One side of the council, what it measures by and whom it speaks for."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="constituencies")
    key = models.SlugField(max_length=30)
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80, help_text="Plural: the members of this side.")
    singular = models.CharField(max_length=80, help_text="One member of this side.")
    mark = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Mark])
    yardstick = models.ForeignKey(Yardstick, on_delete=models.PROTECT, related_name="constituencies")
    groups = models.JSONField(default=list, help_text="Population groups it represents; empty: the general interest.")
    quorum = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["workshop", "order"]
        constraints = [models.UniqueConstraint(fields=["workshop", "key"], name="one_constituency_per_key")]

    def __str__(self) -> str:
        return self.title


class Delegation(Written):
    """An organisation at the table; independent experts sit without one."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    constituency = models.ForeignKey(Constituency, on_delete=models.CASCADE, related_name="delegations")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    is_fictional = models.BooleanField(default=False)

    class Meta:
        ordering = ["constituency", "name"]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """One vote."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    constituency = models.ForeignKey(Constituency, on_delete=models.CASCADE, related_name="seats")
    delegation = models.ForeignKey(Delegation, null=True, blank=True, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["constituency", "number"]
        constraints = [models.UniqueConstraint(fields=["constituency", "number"], name="one_seat_per_number")]

    def __str__(self) -> str:
        return f"{self.constituency_id}: {self.number}"


class MandateQuerySet(models.QuerySet["Mandate"]):
    def current(self, day: date) -> Self:
        return self.filter(starts_on__lte=day).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class Mandate(models.Model):
    """Who holds a seat, as member or substitute, from when to when."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="mandates")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mandates")
    holding = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Holding])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ["seat", "holding"]

    def __str__(self) -> str:
        return f"{self.person_id} {self.holding} {self.seat_id}"


class Participation(models.Model):
    """A role in a workshop beside a seat: facilitator, secretary, observer."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="participations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="participations")
    role = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Role])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "person", "role"], name="one_role_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.role}"

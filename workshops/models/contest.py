# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""An assumption of the model that somebody holds otherwise, with reasons."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from scenarios.models import ScenarioRevision
from scenarios.models.text import Written
from workshops.enums import Contestable
from workshops.models.composition import Seat
from workshops.models.proposal import Proposal
from workshops.models.workshop import Workshop


class ContestQuerySet(models.QuerySet["Contest"]):
    def standing(self) -> Self:
        """Neither withdrawn nor replaced."""
        return self.filter(ended_at__isnull=True)


class Contest(Written):
    """What a person in a capacity says about one assumption, or about those of one state of knowledge.

    It is never changed: another value is another contest, which replaces this one.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="contests")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Contestable])
    about = models.CharField(
        max_length=120, help_text="prior:key, driver:scenario:key, budget:number of the proposal, or preset:key."
    )
    values = models.JSONField(help_text="Per assumption [lowest, most likely, highest], in the units of the engine.")
    scenario_revision = models.ForeignKey(
        ScenarioRevision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The edition whose driver was contested.",
    )
    proposal = models.ForeignKey(Proposal, null=True, blank=True, on_delete=models.CASCADE, related_name="contests")
    seat = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="contests")
    capacity = models.CharField(max_length=120, help_text="The seat or role it was stated in, as in the journal.")
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="contests"
    )
    stated_at = models.DateTimeField()
    reason = models.TextField()
    source = models.TextField(blank=True, help_text="Where the value comes from.")
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaced_by"
    )
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When it was withdrawn or replaced.")
    form_key = models.UUIDField(
        null=True, blank=True, unique=True, help_text="Says that a form was sent before: no doubles."
    )

    objects = ContestQuerySet.as_manager()

    class Meta:
        ordering = ["workshop", "number"]
        constraints = [
            models.UniqueConstraint(fields=["workshop", "number"], name="one_contest_per_number"),
            models.UniqueConstraint(
                fields=["seat", "about"],
                condition=Q(ended_at__isnull=True, seat__isnull=False),
                name="one_standing_contest_per_seat",
            ),
            models.UniqueConstraint(
                fields=["workshop", "stated_by", "about"],
                condition=Q(ended_at__isnull=True, seat__isnull=True),
                name="one_standing_contest_per_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.about}"

    @property
    def is_standing(self) -> bool:
        return self.ended_at is None

    @property
    def key(self) -> str:
        """The assumption's key in its own list: of the prior, the driver or the state of knowledge."""
        return self.about.rpartition(":")[2]

    @property
    def holdings(self) -> list[dict[str, object]]:
        """What is held, assumption by assumption."""
        return [{"key": key, "low": low, "value": mid, "high": high} for key, (low, mid, high) in self.values.items()]

    @property
    def scenario_key(self) -> str:
        """The scenario whose driver is contested."""
        return self.about.split(":")[1] if self.kind == Contestable.DRIVER else ""

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How likely and how large each development is, as participants estimate it in rounds without names."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from scenarios.models import Development, ScenarioRevision
from scenarios.models.text import Written
from workshops.models.composition import Constituency
from workshops.models.workshop import Workshop

SCALE = models.Q(likelihood__range=(1, 5)) | models.Q(likelihood__isnull=True)
IMPACTS = models.Q(impact__range=(1, 5)) | models.Q(impact__isnull=True)


class Estimation(models.Model):
    """A row of rounds about the same editions, by one rule that no round changes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="estimations")
    agreement = models.PositiveSmallIntegerField(help_text="Percent of those who judged that makes agreement.")
    fewest = models.PositiveSmallIntegerField(help_text="So many must have judged.")
    revisions = models.ManyToManyField(ScenarioRevision, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True, help_text="When the tie with persons was cut.")

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop"], condition=models.Q(ended_at__isnull=True), name="one_running_estimation"
            ),
            models.CheckConstraint(condition=models.Q(agreement__range=(51, 100)), name="agreement_is_a_majority"),
        ]

    def __str__(self) -> str:
        return f"{self.agreement}%"


class EstimateRound(models.Model):
    """One round; what it found is shown when it is closed."""

    estimation = models.ForeignKey(Estimation, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["estimation", "number"], name="one_estimate_round_per_number"),
            models.UniqueConstraint(
                fields=["estimation"], condition=models.Q(closed_at__isnull=True), name="one_open_estimate_round"
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


class Estimate(Written):
    """What one person estimates of one development in one round; no number says that they cannot judge.

    The person stands here until the last round ends, so that they can change it and find it back in the next round: no
    page, export or journal tells it. The random key keeps reasons from standing in the order in which they came.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(EstimateRound, on_delete=models.CASCADE, related_name="estimates")
    development = models.ForeignKey(Development, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    constituency = models.ForeignKey(Constituency, null=True, on_delete=models.SET_NULL, related_name="+")
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    impact = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "development", "person"], name="one_estimate_per_round"),
            models.CheckConstraint(condition=SCALE, name="likelihood_on_its_scale"),
            models.CheckConstraint(condition=IMPACTS, name="impact_on_its_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.likelihood or '?'} / {self.impact or '?'}"

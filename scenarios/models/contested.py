# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A reform computed once more, with an assumption held as somebody says it should be."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from scenarios.models.leased import Leased
from scenarios.models.reform import ReformRevision
from scenarios.models.scenario import ScenarioRevision


class ContestedProjection(Leased):
    """One reform edition in several scenario editions, as the model says and under a contested assumption.

    `held` is {"priors": {key: [low, mode, high]}, "drivers": {scenario edition: {key: value}}, "budget_bn": bn EUR};
    `answer` is {scenario edition: {"record": verdict, "held": verdict}}, a verdict being {"share", "variants", "of",
    "sides": {yardstick: [low, mid, high, worse share, better share]}}.
    """

    reform_revision = models.ForeignKey(ReformRevision, on_delete=models.PROTECT, related_name="contested")
    scenario_revisions = models.JSONField(default=list, help_text="Ids of the scenario editions.")
    yardsticks = models.JSONField(default=list, help_text="Ids of the yardsticks whose payoff is asked.")
    year = models.PositiveSmallIntegerField(help_text="The year in which payoffs are measured.")
    held = models.JSONField(default=dict, help_text="What is held otherwise than on record.")
    held_hash = models.CharField(max_length=64, db_index=True)
    input_hash = models.CharField(max_length=64)
    seed = models.PositiveIntegerField()
    draws = models.PositiveIntegerField()
    answer = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["requested_at"]
        constraints = [
            models.UniqueConstraint(fields=["reform_revision", "input_hash"], name="one_contested_projection_per_input")
        ]

    def __str__(self) -> str:
        return f"{self.reform_revision_id} under {self.held_hash[:8]}: {self.state}"

    @property
    def priors(self) -> Mapping[str, Any]:
        return self.held.get("priors") or {}

    @property
    def budget_bn(self) -> float | None:
        return self.held.get("budget_bn")

    def drivers_in(self, revision: ScenarioRevision) -> dict[str, float]:
        """Return the drivers of an edition, those that are held in place of its own."""
        return {**revision.drivers, **self.held.get("drivers", {}).get(str(revision.id), {})}

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How one participant sees a driver of a scenario, beside the edition that holds."""

from django.conf import settings
from django.db import models

from scenarios.models import ScenarioRevision
from workshops.models.composition import Constituency
from workshops.models.workshop import WorkshopScenario


class OwnSetting(models.Model):
    """One driver as one person sees it; the side is the one whose seat they held when they set it.

    The person stands here so that they can change it and take it back: no page, export or journal tells it with a value.
    """

    place = models.ForeignKey(WorkshopScenario, on_delete=models.CASCADE, related_name="own_settings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_settings")
    constituency = models.ForeignKey(Constituency, null=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.ForeignKey(ScenarioRevision, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40)
    value = models.FloatField(help_text="In the units of the engine.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "person", "key"], name="one_own_setting_per_driver"),
        ]

    def __str__(self) -> str:
        return self.key

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model assumes in a workshop, and can be held otherwise."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import OneOf
from scenarios.api.resources import Resource
from workshops.api.room import WorkshopQuery, enter
from workshops.enums import Contestable
from workshops.selectors.assumptions import Assumption, assumptions_in
from workshops.selectors.ground import ground_of

STATUSES = ["found", "memory", "assumption"]


class AssumptionShape(serializers.Serializer[Assumption]):
    """A number that the model assumes, in the units of the engine; what is no range has the same low, value and high."""

    about = serializers.CharField(help_text=_("Its name, to be sent when it is contested."))
    kind = OneOf(Contestable)
    label = serializers.CharField()  # type: ignore[assignment]
    sentence = serializers.CharField()
    unit = serializers.CharField()
    scale = serializers.FloatField(help_text=_("Shown value = value x scale."))
    decimals = serializers.IntegerField()
    low = serializers.FloatField()
    value = serializers.FloatField(help_text=_("The value, or the most likely one of a range."))
    high = serializers.FloatField()
    least = serializers.FloatField(help_text=_("Below this it has no meaning."))
    most = serializers.FloatField(help_text=_("Above this it has no meaning."))
    source = serializers.CharField()  # type: ignore[assignment]
    status = serializers.ChoiceField(choices=STATUSES)
    scenario = serializers.CharField(
        source="place.key", allow_null=True, default=None, help_text=_("The scenario that it is a driver of.")
    )
    proposal = serializers.UUIDField(
        source="proposal.id", allow_null=True, default=None, help_text=_("The proposal of which it is the cost.")
    )


class Assumptions(Resource):
    asks: ClassVar[Any] = {"list": WorkshopQuery}

    @extend_schema(summary=_("List what the model assumes in a workshop"), responses=AssumptionShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the uncertain parameters, the drivers of every scenario, and the costs stated beforehand."""
        room = enter(request, self.asked["workshop"])
        return self.page(assumptions_in(ground_of(room.workshop)), AssumptionShape)

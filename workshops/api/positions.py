# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The positions in the council's wording: who supports what, as its handbook registers a divided advice."""

from typing import ClassVar, cast

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.resources import Resource
from workshops.api.room import WorkshopQuery, enter
from workshops.api.shapes import PlaceShape, ProposalMention, RoundShape
from workshops.selectors.positions import Position, positions_in
from workshops.wording import Language


class PositionShape(serializers.Serializer[Position]):
    """Who supports one proposal in one scenario, as it is written down."""

    proposal = ProposalMention()
    scenario = PlaceShape(source="place")
    round = RoundShape()
    supporting = serializers.IntegerField(help_text=_("Seats in support."))
    present = serializers.IntegerField(help_text=_("Seats that cast a ballot in the round."))
    label = serializers.CharField(  # type: ignore[assignment]
        source="wording.label", help_text=_("The words of the main text.")
    )
    footnote = serializers.CharField(source="wording.footnote", help_text=_("Who they are; empty for the whole body."))


class Positions(Resource):
    asks: ClassVar = {"list": WorkshopQuery}

    @extend_schema(summary=_("List the positions in a workshop"), responses=PositionShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the positions of closed rounds by name, by proposal and scenario."""
        workshop = enter(request, self.asked["workshop"]).workshop
        language = cast("Language", "en" if (get_language() or "nl").startswith("en") else "nl")
        return self.page(positions_in(workshop, language=language), PositionShape)

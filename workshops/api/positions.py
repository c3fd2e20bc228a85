# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The positions in the council's wording: who supports what, as its handbook registers a divided advice."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import OneOf
from scenarios.api.resources import Resource
from workshops.api.room import WorkshopQuery, enter
from workshops.api.shapes import PlaceShape, ProposalMention, RoundShape
from workshops.enums import Stand
from workshops.reports.position_words import language_now
from workshops.selectors.positions import Position, positions_in
from workshops.wording import Passage


class PassageShape(serializers.Serializer[Passage]):
    """One of the positions that the council divides into."""

    stand = OneOf(Stand, source="key")
    seats = serializers.IntegerField(source="size")
    label = serializers.CharField(source="wording.label", help_text=_("The words of the main text."))  # type: ignore[assignment]
    footnote = serializers.CharField(source="wording.footnote", help_text=_("Who they are; empty for the whole body."))


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
    passages = PassageShape(many=True, help_text=_("Every seat present is in exactly one of them."))
    absent = serializers.CharField(help_text=_("Who was entitled and cast no ballot in the round."))


class Positions(Resource):
    asks: ClassVar = {"list": WorkshopQuery}

    @extend_schema(summary=_("List the positions in a workshop"), responses=PositionShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the positions of closed rounds by name, by proposal and scenario."""
        workshop = enter(request, self.asked["workshop"]).workshop
        return self.page(positions_in(workshop, language=language_now()), PositionShape)

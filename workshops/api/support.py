# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the seats answered: per proposal and scenario, per constituency, counted and never scored."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import OneOf
from scenarios.api.resources import Resource
from workshops.api.room import WorkshopQuery, enter
from workshops.api.shapes import PlaceShape, ProposalMention, RoundShape, Share, TallyShape
from workshops.enums import Band, NeedClass, SupportClass
from workshops.models import Proposal
from workshops.selectors.proposals import proposals_in
from workshops.selectors.support import Support, support_in
from workshops.selectors.table import Place, Side, places_of, sides_of
from workshops.selectors.verdicts import is_desirable


@dataclass(frozen=True, slots=True)
class Answered:
    """One proposal in one scenario, with how it was answered in the latest round that asked."""

    proposal: Proposal
    place: Place
    support: Support


class SideTallyShape(serializers.Serializer[Any]):
    """How one constituency answered."""

    constituency = serializers.SlugField()
    tally = TallyShape(allow_null=True, help_text=_("Null where counts would show how members voted; see `band`."))
    band = OneOf(Band, allow_null=True, help_text=_("How much of a small side is in favour, instead of counts."))


class SideNeedShape(serializers.Serializer[Any]):
    """How one constituency answered whether new policy is needed on this point."""

    constituency = serializers.SlugField()
    seats = serializers.IntegerField(source="tally.seats", allow_null=True, default=None)
    counts = serializers.DictField(
        source="tally.counts",
        child=serializers.IntegerField(),
        allow_null=True,
        default=None,
        help_text=_("Answer to number of seats; null where counts would show how members voted."),
    )
    band = OneOf(Band, allow_null=True, help_text=_("How much of a small side says yes, instead of counts."))


class SupportShape(serializers.Serializer[Answered]):
    """Support for one proposal in one scenario."""

    proposal = ProposalMention()
    scenario = PlaceShape(source="place")
    poll = serializers.UUIDField(source="support.poll_id")
    round = RoundShape(source="support.round")
    isShown = serializers.BooleanField(
        source="support.is_shown", help_text=_("Whether the round tells its counts yet.")
    )
    isEarlierVersion = serializers.BooleanField(
        source="support.is_earlier_version", help_text=_("An earlier edition of the proposal was voted on.")
    )
    verdict = OneOf(SupportClass, source="support.verdict")
    isDesirable = serializers.SerializerMethodField(help_text=_("Null: it cannot be told."))
    weakest = Share(
        source="support.weakest", allow_null=True, help_text=_("The smallest share over the constituencies.")
    )
    constituencies = serializers.SerializerMethodField()
    policyNeeded = OneOf(
        NeedClass, source="support.need.verdict", help_text=_("Whether new policy is needed on this point.")
    )
    needs = serializers.SerializerMethodField()

    def get_isDesirable(self, answered: Answered) -> bool | None:  # noqa: N802 -- named after its field
        """Return whether support is broad or with reservations."""
        return is_desirable(answered.support.verdict)

    @extend_schema_field(SideTallyShape(many=True))
    def get_constituencies(self, answered: Answered) -> Any:
        """Return the tallies in the order of the table; none while counts are not shown."""
        sides: list[Side] = self.context["sides"]
        tallies, bands = answered.support.tallies, answered.support.bands
        rows = [
            {"constituency": side.key, "tally": tallies.get(side.id), "band": bands.get(side.id)}
            for side in sides
            if side.id in tallies or side.id in bands
        ]
        return SideTallyShape(rows, many=True).data

    @extend_schema_field(SideNeedShape(many=True))
    def get_needs(self, answered: Answered) -> Any:
        """Return how each side answered that; none while counts are not shown, or when nobody answered."""
        sides: list[Side] = self.context["sides"]
        need = answered.support.need
        rows = [
            {"constituency": side.key, "tally": need.tallies.get(side.id), "band": need.bands.get(side.id)}
            for side in sides
            if side.id in need.tallies or side.id in need.bands
        ]
        return SideNeedShape(rows, many=True).data


class SupportList(Resource):
    asks: ClassVar = {"list": WorkshopQuery}
    sides: list[Side]

    @extend_schema(summary=_("List the support in a workshop"), responses=SupportShape(many=True))
    def list(self, request: Request) -> Response:
        """Return support per proposal and scenario, from the latest round that asked."""
        workshop = enter(request, self.asked["workshop"]).workshop
        self.sides = sides_of(workshop)
        places, support = places_of(workshop), support_in(workshop)
        found = [
            Answered(proposal, place, support[proposal.id, place.revision_id])
            for proposal in proposals_in(workshop)
            for place in places
            if (proposal.id, place.revision_id) in support
        ]
        return self.page(found, SupportShape)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "sides": getattr(self, "sides", [])}

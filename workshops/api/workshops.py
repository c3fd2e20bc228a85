# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The workshops that somebody may enter: what they are about, who sits there, what was agreed."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Moment, OneOf, Said, SaidIn
from scenarios.api.resources import Resource
from workshops.api.room import enter
from workshops.enums import Mark, Phase, Role
from workshops.models import Agreements, Constituency, Seat, User, Workshop, WorkshopScenario
from workshops.rules import NOBODY, Standing
from workshops.selectors.people import standings_of
from workshops.selectors.workshops import dates_of, workshops_open_to

PARTS = (
    "milestones",
    "agreements",
    Prefetch("places", WorkshopScenario.objects.select_related("revision", "scenario").order_by("order")),
    Prefetch("constituencies", Constituency.objects.order_by("order")),
    Prefetch("constituencies__seats", Seat.objects.select_related("delegation").order_by("number")),
)


class DateShape(serializers.Serializer[Any]):
    """A milestone, counted back from the day the advice is due."""

    on = serializers.DateField()
    title = serializers.CharField()


class InWorkshopShape(serializers.Serializer[WorkshopScenario]):
    """A scenario in its place in the workshop, in the edition under discussion."""

    letter = serializers.CharField()
    key = serializers.SlugField(source="scenario.key")
    title = Said("title", of="revision")
    revision = serializers.UUIDField(source="revision_id")
    number = serializers.IntegerField(source="revision.number")


class SeatShape(serializers.Serializer[Seat]):
    """One vote."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    delegation = Said("name", of="delegation", allow_null=True, help_text=_("Null: an independent expert."))


class ConstituencyShape(serializers.Serializer[Constituency]):
    """One side of the table."""

    key = serializers.SlugField()
    title = Said()
    singular = Said()
    mark = OneOf(Mark)
    groups = serializers.ListField(child=serializers.CharField())
    quorum = serializers.IntegerField()
    seats = SeatShape(many=True, source="seats.all")


class AgreementsShape(serializers.Serializer[Agreements]):
    """What the council fixed before a round."""

    version = serializers.IntegerField()
    reportYear = serializers.IntegerField(source="report_year")
    broadShare = serializers.FloatField(source="broad_share")
    majorityShare = serializers.FloatField(source="majority_share")
    responseShare = serializers.FloatField(source="response_share")
    usefulShare = serializers.FloatField(source="useful_share")
    usefulVariants = serializers.IntegerField(source="useful_variants")
    frameBn = serializers.FloatField(source="frame_bn", help_text=_("Billion euros of 2015 a year."))
    frameYear = serializers.IntegerField(source="frame_year")
    frameIsStructural = serializers.BooleanField(source="frame_is_structural")
    frameSource = Said("frame_source")
    frameStatus = serializers.CharField(source="frame_status")
    absentGroups = Said("absent_groups", help_text=_("Groups that nobody at the table represents."))
    lockedAt = Moment(source="locked_at", allow_null=True)


class OwnSeatShape(serializers.Serializer[Any]):
    """A seat that you hold."""

    id = serializers.UUIDField()
    constituency = serializers.SlugField(source="constituency.key")
    number = serializers.IntegerField()
    isStandIn = serializers.BooleanField(help_text=_("You hold it as a substitute."))


class StandingShape(serializers.Serializer[Any]):
    """What you are in this workshop."""

    roles = serializers.ListField(child=OneOf(Role))
    seats = OwnSeatShape(many=True)


class WorkshopShape(serializers.Serializer[Workshop]):
    """A deliberation from request to report."""

    id = serializers.UUIDField()
    slug = serializers.SlugField(help_text=_("Its name in addresses and in the query of other lists."))
    title = Said()
    purpose = Said()
    product = serializers.CharField()
    phase = OneOf(Phase)
    dueOn = serializers.DateField(source="due_on")
    isPublic = serializers.BooleanField(source="is_public", help_text=_("Everybody may read it."))
    isFictional = serializers.BooleanField(source="is_fictional")
    milestones = serializers.SerializerMethodField()
    scenarios = InWorkshopShape(many=True, source="places.all")
    constituencies = ConstituencyShape(many=True, source="constituencies.all")
    agreements = serializers.SerializerMethodField(help_text=_("The newest; null when there are none."))
    you = serializers.SerializerMethodField()
    lang = SaidIn("purpose")

    @extend_schema_field(DateShape(many=True))
    def get_milestones(self, workshop: Workshop) -> Any:
        """Return the dates, earliest first."""
        return DateShape(dates_of(workshop, day=self._today), many=True).data

    @extend_schema_field(AgreementsShape(allow_null=True))
    def get_agreements(self, workshop: Workshop) -> Any:
        """Return what was agreed last; the rows come newest first."""
        newest = next(iter(workshop.agreements.all()), None)
        return AgreementsShape(newest).data if newest else None

    @extend_schema_field(StandingShape)
    def get_you(self, workshop: Workshop) -> Any:
        """Return who asks, in this workshop."""
        who: Standing = self.context["standings"].get(workshop.id, NOBODY)
        seats = [
            {
                "id": seat.id,
                "constituency": seat.constituency,
                "number": seat.number,
                "isStandIn": seat.id in who.stands_in,
            }
            for seat in who.seats
        ]
        return StandingShape({"roles": sorted(who.roles), "seats": seats}).data

    @property
    def _today(self) -> date:
        return timezone.localdate()


class Workshops(Resource):
    standings: dict[Any, Standing]

    @extend_schema(summary=_("List the workshops"), responses=WorkshopShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the workshops that you may enter, the one that is due first on top."""
        person = request.user
        self.standings = standings_of(person, day=timezone.localdate()) if isinstance(person, User) else {}
        rows = workshops_open_to(self.standings).prefetch_related(*PARTS[1:]).order_by("due_on", "title", "slug")
        return self.page(rows, WorkshopShape)

    @extend_schema(summary=_("Read one workshop"), responses=WorkshopShape)
    def retrieve(self, request: Request, workshop: str) -> Response:
        """Return one workshop by its slug."""
        room = enter(request, workshop)
        prefetch_related_objects([room.workshop], *PARTS)
        self.standings = {room.workshop.id: room.who}
        return self.one(room.workshop, WorkshopShape)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "standings": getattr(self, "standings", {})}

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the sides say of the institutions of today, scenario by scenario, and what the council decides about them."""

from typing import Any, ClassVar

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios.api.fields import Key, Moment, OneOf, Said, SaidIn, Slug, Text
from scenarios.api.resources import Body, Resource
from scenarios.models import Institution
from workshops import rules
from workshops.api.proposals import seat_of
from workshops.api.room import Room, Tongue, WorkshopQuery, enter, written_in
from workshops.enums import Fate, Stress
from workshops.errors import NotAllowedError
from workshops.models import InstitutionVerdict, StressRating
from workshops.selectors.institutions import ratings_in, verdicts_in
from workshops.services.institutions import Rated, rate_institution
from workshops.services.writing.suggestions import LONGEST_WORDS


class StressRatingShape(serializers.Serializer[StressRating]):
    """Whether an institution does what it is for in one scenario, by one side."""

    institution = serializers.SlugField(source="institution.key")
    scenario = serializers.SlugField(source="revision.scenario.key")
    edition = serializers.IntegerField(source="revision.number", help_text=_("The edition of the scenario."))
    constituency = serializers.SlugField(source="constituency.key")
    answer = OneOf(Stress)
    reason = Said()
    saidAt = Moment(source="said_at")
    lang = SaidIn("reason")


class StressRatingBody(Body):
    """What your side says of one institution in one scenario."""

    workshop = Slug(max_length=60)
    institution = Slug(max_length=60)
    scenario = Slug(max_length=60)
    answer = OneOf(Stress)
    reason = Text(max_length=LONGEST_WORDS)
    seat = Key(required=False, help_text=_("The seat that you speak for, when you hold more than one."))
    lang = Tongue()


class StressRatings(Resource):
    asks: ClassVar[Any] = {"list": WorkshopQuery}

    @extend_schema(summary=_("List the ratings of institutions"), responses=StressRatingShape(many=True))
    def list(self, request: Request) -> Response:
        """Return what the sides said; while the workshop drafts only what your own side said."""
        room = enter(request, self.asked["workshop"])
        return self.page(ratings_in(room.workshop, room.who), StressRatingShape)

    @extend_schema(
        summary=_("Rate an institution"),
        request=StressRatingBody,
        responses={status.HTTP_201_CREATED: StressRatingShape},
    )
    def create(self, request: Request) -> Response:
        """Say for your side how an institution fares in a scenario; a later word takes the place of an earlier."""
        told = self.sent(request, StressRatingBody)
        room = enter(request, told["workshop"])
        institution = get_object_or_404(Institution, key=told["institution"])
        place = room.workshop.places.select_related("scenario").filter(scenario__key=told["scenario"]).first()
        if place is None:
            raise Http404
        place.workshop = room.workshop
        with written_in(told):
            rate_institution(
                who=room.who,
                institution=institution,
                seat=_seat(room, told),
                rated=[Rated(place, told["answer"], told["reason"])],
            )
        said = StressRating.objects.select_related("institution", "revision__scenario", "constituency").get(
            institution=institution, revision=place.revision_id, constituency=_seat(room, told).constituency_id
        )
        return self.one(said, StressRatingShape, status=status.HTTP_201_CREATED)


def _seat(room: Room, told: dict[str, Any]) -> Any:
    """Return the seat that is spoken for, or refuse who has none."""
    if "seat" in told:
        return seat_of(room, told["seat"])
    if not rules.can_rate_institution(room.who, room.workshop):
        raise NotAllowedError(gettext("Members say this for their side, until the conclusions."))
    return room.who.seats[0]


class InstitutionVerdictShape(serializers.Serializer[InstitutionVerdict]):
    """What the council would have become of an institution in one scenario."""

    institution = serializers.SlugField(source="institution.key")
    scenario = serializers.SlugField(source="revision.scenario.key")
    edition = serializers.IntegerField(source="revision.number", help_text=_("The edition of the scenario."))
    fate = OneOf(Fate)
    reason = Said()
    proposals = serializers.SerializerMethodField(help_text=_("Numbers of the proposals that go with it."))
    decidedAt = Moment(source="decided_at")
    lang = SaidIn("reason")

    def get_proposals(self, verdict: InstitutionVerdict) -> list[int]:
        """Return the numbers of the proposals, loaded with the verdict."""
        return sorted(one.number for one in verdict.proposals.all())


class InstitutionVerdicts(Resource):
    asks: ClassVar[Any] = {"list": WorkshopQuery}

    @extend_schema(summary=_("List what the council decides"), responses=InstitutionVerdictShape(many=True))
    def list(self, request: Request) -> Response:
        """Return what the council would keep, adapt or replace, and where it wants something new."""
        room = enter(request, self.asked["workshop"])
        return self.page(verdicts_in(room.workshop), InstitutionVerdictShape)

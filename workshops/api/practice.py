# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples: how firms and their workers cope."""

from typing import Any, ClassVar
from uuid import UUID

from django.core.validators import RegexValidator, URLValidator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios import vocabulary
from scenarios.api.fields import Moment, OneOf, Said, SaidIn, Slug, Text, Yes
from scenarios.api.resources import Body, Resource
from scenarios.enums import ExampleState, Teller
from scenarios.models import PracticeExample
from workshops.api.room import Room, Tongue, WorkshopQuery, enter, room_of, written_in
from workshops.selectors.practice import examples_for, workshop_told
from workshops.selectors.table import places_of
from workshops.services.examples import Told, submit_example

LONGEST = 12_000
LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,40}[A-Za-z0-9])?"
ADDRESS = rf"^https?://{LABEL}(\.{LABEL}){{0,4}}\.[A-Za-z]{{2,20}}(:[0-9]{{2,4}})?([/?#][!-~]*)?$"


class ExampleShape(serializers.Serializer[PracticeExample]):
    """How a firm or its workers cope today."""

    id = serializers.UUIDField()
    title = Said()
    toldBy = OneOf(Teller, source="told_by")
    sector = Said()
    size = Said()
    place = Said()
    cope = Said(help_text=gettext_lazy("How do you cope with uncertainty about work now?"))
    prepare = Said(help_text=gettext_lazy("How do you prepare for great changes?"))
    scenario = serializers.CharField(help_text=gettext_lazy("The key of the scenario that it looks like, if any."))
    institution = serializers.CharField(help_text=gettext_lazy("The key of the institution it is about, if any."))
    link = serializers.CharField(help_text=gettext_lazy("A page about it, if any."))
    consent = serializers.BooleanField(help_text=gettext_lazy("Those it is about agree that others read this."))
    isAnonymised = serializers.BooleanField(source="is_anonymised")
    edition = serializers.IntegerField(source="number", help_text=gettext_lazy("Which edition of the text this is."))
    isFictional = serializers.BooleanField(source="is_fictional")
    state = OneOf(ExampleState)
    annotationCount = serializers.IntegerField(source="remarks")
    submittedAt = Moment(source="submitted_at")
    lang = SaidIn("cope")


@extend_schema_field(
    {"oneOf": [{"type": "string", "maxLength": 300, "pattern": ADDRESS}, {"type": "string", "maxLength": 0}]}
)
class WebAddress(serializers.URLField):
    """The address of a page."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.validators.append(RegexValidator(ADDRESS, URLValidator.message))


class ExampleBody(Body):
    """A practice example to hand in; the secretariat reads it before others may."""

    conditions: ClassVar = {
        "anyOf": [{"required": [name], "properties": {name: {"const": True}}} for name in ("consent", "isAnonymised")]
    }
    workshop = Slug(max_length=60)
    title = Text(max_length=160)
    toldBy = OneOf(Teller, source="told_by")
    sector = Text(max_length=80)
    size = Text(max_length=40, allow_blank=True, required=False)
    place = Text(max_length=80, allow_blank=True, required=False)
    cope = Text(max_length=LONGEST, help_text=gettext_lazy("How do you cope with uncertainty about work now?"))
    prepare = Text(max_length=LONGEST, help_text=gettext_lazy("How do you prepare for great changes?"))
    scenario = Slug(max_length=60, required=False, help_text=gettext_lazy("The key of a scenario of the workshop."))
    institution = Slug(max_length=60, required=False, help_text=gettext_lazy("The key of an institution."))
    link = WebAddress(max_length=300, allow_blank=True, required=False)
    consent = Yes(required=False, help_text=gettext_lazy("Those it is about agree that others read this."))
    isAnonymised = Yes(
        source="is_anonymised",
        required=False,
        help_text=gettext_lazy("Nobody can tell which firm or whom it is about. Without it, consent is needed."),
    )
    lang = Tongue()


class Examples(Resource):
    asks: ClassVar = {"list": WorkshopQuery}

    @extend_schema(summary=gettext_lazy("List the practice examples of a workshop"), responses=ExampleShape(many=True))
    def list(self, request: Request) -> Response:
        """Return what is published, your own, and for the secretariat what waits to be read."""
        room = enter(request, self.asked["workshop"])
        return self.page(examples_for(room.who, room.workshop).order_by("submitted_at", "id"), ExampleShape)

    @extend_schema(summary=gettext_lazy("Read one practice example"), responses=ExampleShape)
    def retrieve(self, request: Request, example: UUID) -> Response:
        """Return one practice example."""
        workshop = workshop_told(get_object_or_404(PracticeExample, pk=example))
        if workshop is None:
            raise Http404
        return self.one(example_in(room_of(request, workshop), example), ExampleShape)

    @extend_schema(
        summary=gettext_lazy("Hand in a practice example"),
        request=ExampleBody,
        responses={status.HTTP_201_CREATED: ExampleShape},
    )
    def create(self, request: Request) -> Response:
        """Hand in how a firm or its workers cope."""
        told = self.sent(request, ExampleBody)
        room = enter(request, told["workshop"])
        _check_keys(room, told)
        with written_in(told):
            words = {name: told[name] for name in Told.__dataclass_fields__ if name in told}
            made = submit_example(who=room.who, workshop=room.workshop, told=Told(**words))
        headers = {"Location": reverse("api:practice-example", args=[made.id])}
        return self.one(example_in(room, made.id), ExampleShape, status=status.HTTP_201_CREATED, headers=headers)


def example_in(room: Room, example_id: UUID) -> Any:
    """Return an example that this person may read."""
    found = examples_for(room.who, room.workshop).filter(pk=example_id).first()
    if found is None:
        raise NotFound(_("There is no practice example with this id that you may read."))
    return found


def _check_keys(room: Room, told: dict[str, Any]) -> None:
    """Refuse a scenario or an institution that is not there."""
    if told.get("scenario") and told["scenario"] not in {place.key for place in places_of(room.workshop)}:
        raise NotFound(_("There is no scenario “%(key)s” in this workshop.") % {"key": told["scenario"]})
    if told.get("institution") and told["institution"] not in {one.key for one in vocabulary.institutions()}:
        raise NotFound(_("There is no institution “%(key)s”.") % {"key": told["institution"]})

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples, and the remarks on passages of them."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from scenarios import vocabulary
from scenarios.api.fields import Key, Moment, OneOf, Said, SaidIn, Slug, Text, Yes
from scenarios.api.resources import Body, Resource
from scenarios.enums import ExampleState, Teller
from scenarios.models import PracticeExample
from workshops.api.room import Room, Tongue, WorkshopQuery, enter, room_of, written_in
from workshops.enums import AnnotationStance
from workshops.models import Annotation
from workshops.selectors.practice import examples_for, workshop_told
from workshops.selectors.table import places_of
from workshops.services.annotations import Remark, annotate_example
from workshops.services.examples import Told, submit_example

LONGEST, LONGEST_QUOTE, LONGEST_NOTE = 12_000, 1_000, 1_000
PARTS = ["cope", "prepare"]


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


class ExampleBody(Body):
    """A practice example to hand in; the secretariat reads it before others may."""

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
    link = serializers.URLField(max_length=300, allow_blank=True, required=False)
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


class AnnotationShape(serializers.Serializer[Annotation]):
    """A remark anchored to an exact passage."""

    id = serializers.UUIDField()
    practiceExample = serializers.UUIDField(source="example_id")
    part = serializers.ChoiceField(choices=PARTS)
    quote = serializers.CharField()
    prefix = serializers.CharField(help_text=gettext_lazy("What stands before it, to tell equal passages apart."))
    note = Said()
    stance = OneOf(AnnotationStance)
    tag = Said()
    capacity = serializers.CharField(help_text=gettext_lazy("The seat or role it was made in."))
    createdAt = Moment(source="created_at")
    lang = serializers.CharField()


class AnnotationBody(Body):
    """A remark to add; the passage is copied exactly."""

    workshop = Slug(max_length=60)
    practiceExample = Key(source="example")
    part = serializers.ChoiceField(choices=PARTS)
    quote = Text(max_length=LONGEST_QUOTE, trim_whitespace=False)
    note = Text(max_length=LONGEST_NOTE)
    stance = OneOf(AnnotationStance)
    tag = Text(max_length=80, allow_blank=True, required=False)
    lang = Tongue()


class AnnotationQuery(WorkshopQuery):
    practiceExample = Key(source="example", required=False)


class Annotations(Resource):
    asks: ClassVar = {"list": AnnotationQuery}

    @extend_schema(summary=gettext_lazy("List the annotations in a workshop"), responses=AnnotationShape(many=True))
    def list(self, request: Request) -> Response:
        """Return the remarks on the examples that you may read, oldest first."""
        rows = annotations_in(enter(request, self.asked["workshop"]))
        if "example" in self.asked:
            rows = rows.filter(example=self.asked["example"])
        return self.page(rows, AnnotationShape)

    @extend_schema(summary=gettext_lazy("Read one annotation"), responses=AnnotationShape)
    def retrieve(self, request: Request, annotation: UUID) -> Response:
        """Return one remark."""
        found = get_object_or_404(Annotation.objects.select_related("workshop"), pk=annotation)
        room = room_of(request, found.workshop)
        return self.one(get_object_or_404(annotations_in(room), pk=annotation), AnnotationShape)

    @extend_schema(
        summary=gettext_lazy("Annotate a passage of an example"),
        request=AnnotationBody,
        responses={status.HTTP_201_CREATED: AnnotationShape},
    )
    def create(self, request: Request) -> Response:
        """Add a remark; a passage that is not in the text is refused, never guessed."""
        told = self.sent(request, AnnotationBody)
        room = enter(request, told["workshop"])
        example = example_in(room, told["example"])
        with written_in(told):
            words = {name: told[name] for name in Remark.__dataclass_fields__ if name in told}
            made = annotate_example(who=room.who, workshop=room.workshop, example=example, remark=Remark(**words))
        headers = {"Location": reverse("api:annotation", args=[made.id])}
        return self.one(made, AnnotationShape, status=status.HTTP_201_CREATED, headers=headers)


def annotations_in(room: Room) -> QuerySet[Annotation]:
    """Return the remarks on the examples that this person may read."""
    readable = examples_for(room.who, room.workshop).values("id")
    return Annotation.objects.filter(workshop=room.workshop, example__in=readable).order_by("created_at", "id")


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

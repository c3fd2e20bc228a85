# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Remarks on passages of practice examples, and the answers to them, as Web Annotations."""

from typing import Any, ClassVar
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param

from scenarios.api.fields import Key, OneOf, Slug, Text, Whole
from scenarios.api.resources import Body, Resource
from workshops.api.practice import example_in
from workshops.api.room import Tongue, WorkshopQuery, enter, room_of, written_in
from workshops.api.web_annotations import (
    CONTENT_TYPE,
    LinkedData,
    annotation_document,
    annotation_node,
    page_document,
    reply_node,
)
from workshops.enums import AnnotationStance
from workshops.models import Annotation
from workshops.selectors.practice import annotations_for
from workshops.services.annotations import Remark, annotate_example

LONGEST_QUOTE, LONGEST_NOTE, FURTHEST = 1_000, 1_000, 20_000
PARTS = ["cope", "prepare"]


def described(code: int) -> dict[Any, Any]:
    """Return how an answer is described: `workshops/data/web_annotation.schema.json` says what is in it."""
    return {(code, media): OpenApiTypes.OBJECT for media in (LinkedData.media_type, JSONRenderer.media_type)}


class AnnotationBody(Body):
    """A remark to add; the passage is copied exactly."""

    workshop = Slug(max_length=60)
    practiceExample = Key(source="example")
    part = serializers.ChoiceField(choices=PARTS)
    quote = Text(max_length=LONGEST_QUOTE, trim_whitespace=False)
    note = Text(max_length=LONGEST_NOTE)
    stance = OneOf(AnnotationStance)
    start = Whole(
        source="near",
        min_value=0,
        max_value=FURTHEST,
        required=False,
        help_text=gettext_lazy("Where it begins, in characters: tells equal passages apart."),
    )
    claim = Text(
        max_length=160,
        required=False,
        allow_blank=True,
        help_text=gettext_lazy("The name of the claim that it bears on, as other annotations tell it."),
    )
    tag = Text(max_length=80, allow_blank=True, required=False)
    lang = Tongue()


class AnnotationQuery(WorkshopQuery):
    practiceExample = Key(source="example", required=False)


class Annotations(Resource):
    """Remarks as linked data: `application/ld+json`, after the W3C's Web Annotation Data Model."""

    renderer_classes = (LinkedData, JSONRenderer)
    has_linked_pages: ClassVar = True
    asks: ClassVar = {"list": AnnotationQuery}

    @extend_schema(
        operation_id="annotations_list",
        summary=gettext_lazy("List the annotations in a workshop"),
        responses=described(status.HTTP_200_OK),
    )
    def list(self, request: Request) -> Response:
        """Return the remarks on the examples that you may read, oldest first, as an AnnotationPage."""
        room = enter(request, self.asked["workshop"])
        rows = annotations_for(room.who, room.workshop)
        if "example" in self.asked:
            rows = rows.filter(example=self.asked["example"])
        return linked_page(self, [annotation_node(request, one) for one in self.paginate_queryset(rows) or ()])

    @extend_schema(
        summary=gettext_lazy("Read one annotation"),
        responses=described(status.HTTP_200_OK),
    )
    def retrieve(self, request: Request, annotation: UUID) -> Response:
        """Return one remark."""
        return _linked(request, annotation_document(request, annotation_in(request, annotation)))

    @extend_schema(
        summary=gettext_lazy("Annotate a passage of an example"),
        request=AnnotationBody,
        responses=described(status.HTTP_201_CREATED),
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
        return _linked(request, annotation_document(request, made), status=status.HTTP_201_CREATED, headers=headers)


class AnnotationReplies(Resource):
    """What was answered to a remark: annotations whose target is an annotation."""

    renderer_classes = (LinkedData, JSONRenderer)
    has_linked_pages: ClassVar = True

    @extend_schema(
        operation_id="annotations_replies_list",
        summary=gettext_lazy("Read what was answered to an annotation"),
        responses=described(status.HTTP_200_OK),
    )
    def list(self, request: Request, annotation: UUID) -> Response:
        """Return the answers, oldest first, as an AnnotationPage."""
        rows = annotation_in(request, annotation).replies.order_by("at", "id")
        return linked_page(self, [reply_node(request, one) for one in self.paginate_queryset(rows) or ()])


def annotation_in(request: Request, annotation: UUID) -> Annotation:
    """Return a remark that this person may read."""
    found = get_object_or_404(Annotation.objects.select_related("workshop"), pk=annotation)
    room = room_of(request, found.workshop)
    return get_object_or_404(annotations_for(room.who, room.workshop), pk=annotation)


def linked_page(resource: Resource, items: list[dict[str, Any]]) -> Response:
    """Answer with one page of a list, as linked data."""
    pages: Any = resource.paginator
    last = max(1, -(-pages.count // pages.size))
    around = {"prev": pages.address_of(min(pages.page - 1, last))} if pages.page > 1 else {}
    if pages.page < last:
        around["next"] = pages.address_of(pages.page + 1)
    collection = {
        "id": remove_query_param(remove_query_param(pages.address, "page"), "pageSize"),
        "total": pages.count,
        "first": pages.address_of(1),
        "last": pages.address_of(last),
    }
    start = (pages.page - 1) * pages.size
    found = page_document(items, address=pages.address, collection=collection, start=start, around=around)
    return _linked(resource.request, found)


def _linked(request: Request, document: dict[str, Any], **answer: Any) -> Response:
    """Answer as linked data, and to who asks for plain JSON with the same as that."""
    is_plain = isinstance(request.accepted_renderer, JSONRenderer) and not isinstance(
        request.accepted_renderer, LinkedData
    )
    return Response(document, content_type=None if is_plain else CONTENT_TYPE, **answer)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Remarks as the W3C's Web Annotation Data Model tells them: JSON-LD, each passage by its words and by its place.

What the model has no word for (what the passage does to a claim, for one) goes by names of our own, which the context
in the answer explains: nothing has to be fetched to read it.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from scenarios.api.fields import Moment
from workshops.models import Annotation, AnnotationReply
from workshops.selectors.practice import held_now

CONTENT_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
MODEL = "http://www.w3.org/ns/anno.jsonld"
OWN_TERMS = ("draagvlak", "stance", "claim", "part", "edition", "practiceExample", "standing", "isResolved")
DATA = Path(__file__).parents[1] / "data"


class LinkedData(JSONRenderer):
    """JSON that says what its names mean."""

    media_type = "application/ld+json"
    format = "jsonld"


@cache
def shipped(name: str) -> dict[str, Any]:
    """Return a document that comes along: `web_annotation.schema` or `web_annotation_context`."""
    found: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


def context() -> list[Any]:
    """Return the model's context, by its name, and our own terms, written out."""
    known = shipped("web_annotation_context")["@context"]
    return [MODEL, {name: known[name] for name in OWN_TERMS}]


def annotation_document(request: Request, annotation: Annotation) -> dict[str, Any]:
    """Return one remark as a document of its own."""
    return {"@context": context(), **annotation_node(request, annotation)}


def annotation_node(request: Request, annotation: Annotation) -> dict[str, Any]:
    """Return one remark; its passage is that of the frozen edition that it was made on."""
    return {
        "id": _address(request, "api:annotation", annotation.pk),
        "type": "Annotation",
        "motivation": "assessing",
        "created": Moment().to_representation(annotation.created_at),
        "creator": {"type": "Person", "nickname": annotation.capacity},
        "body": list(_bodies(request, annotation)),
        "target": {
            "type": "SpecificResource",
            "source": _source(request, annotation),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": annotation.quote,
                    "prefix": annotation.prefix,
                    "suffix": annotation.suffix,
                },
                {"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end},
            ],
        },
        "stance": annotation.stance,
        **({"claim": annotation.claim} if annotation.claim else {}),
        "practiceExample": str(annotation.example_id),
        "part": annotation.part,
        "edition": annotation.edition.number,
        "standing": held_now(annotation).value,
        "isResolved": annotation.is_resolved,
    }


def reply_node(request: Request, reply: AnnotationReply) -> dict[str, Any]:
    """Return an answer: a remark whose target is a remark."""
    return {
        "id": f"urn:uuid:{reply.pk}",
        "type": "Annotation",
        "motivation": "replying",
        "created": Moment().to_representation(reply.at),
        "creator": {"type": "Person", "nickname": reply.capacity},
        "body": _text(reply.said("text"), reply.said_lang("text"), "replying"),
        "target": _address(request, "api:annotation", reply.annotation_id),
    }


def page_document(
    items: Iterable[Mapping[str, Any]],
    *,
    address: str,
    collection: Mapping[str, Any],
    start: int,
    around: Mapping[str, str],
) -> dict[str, Any]:
    """Return a page of remarks with what is around it."""
    return {
        "@context": context(),
        "id": address,
        "type": "AnnotationPage",
        "partOf": {"type": "AnnotationCollection", **collection},
        "startIndex": start,
        **around,
        "items": list(items),
    }


def _bodies(request: Request, annotation: Annotation) -> Iterable[dict[str, Any]]:
    tongue = (get_language() or "nl")[:2]
    yield _text(annotation.said("note", tongue), annotation.said_lang("note", tongue), "commenting")
    yield {"type": "TextualBody", "value": annotation.stance, "format": "text/plain", "purpose": "assessing"}
    if annotation.claim:
        claim = reverse("workshops:claim", args=[annotation.workshop.slug, annotation.claim])
        yield {"type": "SpecificResource", "source": request.build_absolute_uri(claim), "purpose": "linking"}
    if annotation.tag:
        yield _text(annotation.said("tag", tongue), annotation.said_lang("tag", tongue), "tagging")


def _text(value: str, language: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language, "purpose": purpose}


def _source(request: Request, annotation: Annotation) -> str:
    """Return where the text that the passage is in can be read, word for word and for ever."""
    name = f"{annotation.part}.{annotation.lang}"
    place = [annotation.workshop.slug, annotation.example_id, annotation.edition.number, name]
    return request.build_absolute_uri(reverse("workshops:example_text", args=place))


def _address(request: Request, name: str, *args: Any) -> str:
    return request.build_absolute_uri(reverse(name, args=args))

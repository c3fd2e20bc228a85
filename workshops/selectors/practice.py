# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practice examples that somebody may read, with the remarks on them and where those stand now."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import get_language

from scenarios.enums import ExampleState
from scenarios.models import ExampleEdition, PracticeExample
from scenarios.models.practice import ToldText
from scenarios.texts.anchors import Anchor, anchor_in, carried
from workshops.models import Annotation, AnnotationReply, Workshop
from workshops.rules import Standing


class Held(StrEnum):
    """Whether the text that is read now still holds the passage of a remark."""

    CURRENT = "current"
    CARRIED_OVER = "carriedOver"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class PlacedRemark:
    """A remark, and where its passage stands in the text as the reader has it; nowhere when that changed."""

    annotation: Annotation
    replies: tuple[AnnotationReply, ...]
    anchor: Anchor | None
    is_orphan: bool
    is_about_earlier: bool


def examples_for(who: Standing, workshop: Workshop) -> QuerySet[PracticeExample]:
    """Return what is published, one's own, and for the secretariat what waits to be read."""
    rows = PracticeExample.objects.filter(topic=workshop.topic).exclude(state=ExampleState.WITHDRAWN)
    if not who.is_secretary:
        rows = rows.filter(Q(state=ExampleState.PUBLISHED) | Q(submitted_by=who.person, submitted_by__isnull=False))
    return rows.annotate(remarks=Count("annotations")).order_by("submitted_at")


def workshop_told(example: PracticeExample) -> Workshop | None:
    """Return the workshop that an example was told to."""
    kind, _separator, key = example.topic.partition(":")
    return Workshop.objects.filter(pk=key).first() if kind == "workshop" else None


def annotations_for(who: Standing, workshop: Workshop) -> QuerySet[Annotation]:
    """Return the remarks on the examples that somebody may read, oldest first."""
    readable = examples_for(who, workshop).order_by().values("id")
    rows = Annotation.objects.filter(workshop=workshop, example__in=readable)
    return rows.select_related("workshop", "example", "edition").order_by("created_at", "id")


def remarks_on(example: PracticeExample, workshop: Workshop, edition: ExampleEdition) -> list[PlacedRemark]:
    """Return the remarks of this workshop on an example as an edition reads, oldest first: two statements."""
    replies = Prefetch("replies", AnnotationReply.objects.select_related("author").order_by("at"))
    rows = (
        Annotation.objects.filter(example=example, workshop=workshop)
        .select_related("author", "edition")
        .prefetch_related(replies)
        .order_by("created_at")
    )
    found = list(rows)
    for one in found:
        one.example = example
    return [_placed(one, edition) for one in found]


def editions_up_to(example: PracticeExample, *, newest: bool) -> list[ExampleEdition]:
    """Return the editions, newest first; those that still wait only for who may see them."""
    rows = example.editions.order_by("-number")
    return list(rows if newest else rows.filter(number__lte=example.number))


def orphans_among(remarks: Iterable[PlacedRemark]) -> list[PlacedRemark]:
    """Return those whose words, or the paragraph around them, are no longer in the text."""
    return [one for one in remarks if one.is_orphan]


def held_now(annotation: Annotation) -> Held:
    """Return whether what is read now still holds it; its edition and example are loaded."""
    if annotation.edition.number == annotation.example.number:
        return Held.CURRENT
    return Held.ORPHAN if _in_own_language(annotation, annotation.example) is None else Held.CARRIED_OVER


def _placed(annotation: Annotation, edition: ExampleEdition) -> PlacedRemark:
    own = _in_own_language(annotation, edition)
    return PlacedRemark(
        annotation,
        tuple(annotation.replies.all()),
        None if own is None else _as_read(annotation, edition, own),
        own is None,
        annotation.edition.number != edition.number,
    )


def _in_own_language(annotation: Annotation, edition: ToldText) -> Anchor | None:
    """Return where the passage stands now in the language in which it was marked."""
    part, language = annotation.part, annotation.lang
    before, after = annotation.edition.said(part, language), edition.said(part, language)
    if annotation.anchor.words_in(before) != annotation.quote or edition.said_lang(part, language) != language:
        return None
    return carried(annotation.anchor, before, after)


def _as_read(annotation: Annotation, edition: ExampleEdition, own: Anchor) -> Anchor | None:
    """Return where it stands in the reader's language: in a translation by its translated words, if there are any."""
    tongue = (get_language() or "nl")[:2]
    if edition.said_lang(annotation.part, tongue) == annotation.lang:
        return own
    translated = annotation.translations.get(tongue, {}).get("quote", "")
    return anchor_in(edition.said(annotation.part, tongue), translated)

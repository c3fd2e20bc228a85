# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Anchor a remark to a passage of a practice example; answer, resolve, reopen."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.models import ExampleEdition, PracticeExample
from scenarios.services.documents import plain
from scenarios.texts.anchors import Anchor, anchor_in
from workshops import rules
from workshops.enums import Act, AnnotationStance
from workshops.errors import PassageError, WorkshopError
from workshops.models import Annotation, AnnotationReply, Workshop
from workshops.rules import Standing
from workshops.selectors.claims import Claim, claims_of
from workshops.services.examples import tell_of_example
from workshops.services.insist import insist

MOST_OF_AN_ANSWER = 2_000


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on an exact passage; `near` tells equal passages apart."""

    part: str
    quote: str
    note: str
    stance: AnnotationStance
    claim: str = ""
    tag: str = ""
    near: int | None = None


@transaction.atomic
def annotate_example(*, who: Standing, workshop: Workshop, example: PracticeExample, remark: Remark) -> Annotation:
    """Anchor a remark to the text that is read now; a passage that is not in it is refused, never guessed."""
    insist(rules.can_annotate_example(who), _("Only who takes part in this workshop can add a remark."))
    edition = example.editions.get(number=example.number)
    quote = plain(remark.quote)
    language, anchor = _anchored(edition, remark.part, quote, remark.near)
    text = edition.said(remark.part, language)
    claim = _claimed(workshop, remark.claim)
    annotation = Annotation.objects.create(
        workshop=workshop,
        example=example,
        edition=edition,
        part=remark.part,
        quote=quote,
        prefix=anchor.before_in(text),
        suffix=anchor.after_in(text),
        start=anchor.start,
        end=anchor.end,
        note=remark.note,
        stance=remark.stance,
        claim=remark.claim,
        claim_said=claim.said(language) if claim else "",
        tag=remark.tag,
        lang=language,
        capacity=_acting_as(who),
        author=who.person,
        created_at=timezone.now(),
    )
    tell_of_example(Act.EXAMPLE_ANNOTATED, who, workshop, example)
    return annotation


def _claimed(workshop: Workshop, key: str) -> Claim | None:
    """Return the claim that a remark bears on, if it names one."""
    if not key:
        return None
    claim = claims_of(workshop).get(key)
    if claim is None:
        raise WorkshopError(
            _("What this should bear on is not claimed here, or reads otherwise by now. Choose it again."),
            field="claim",
        )
    return claim


def _anchored(edition: ExampleEdition, part: str, quote: str, near: int | None) -> tuple[str, Anchor]:
    """Return in which language a passage stands, and where: first the language of the reader, then its own."""
    for language in (_language(), edition.lang):
        anchor = anchor_in(edition.said(part, language), quote, near=near)
        if anchor is not None:
            return edition.said_lang(part, language), anchor
    raise PassageError(_("This passage is not in the text. Copy it exactly, or mark it again."), field="quote")


@transaction.atomic
def answer_annotation(*, who: Standing, annotation: Annotation, text: str) -> AnnotationReply:
    """Answer a remark."""
    insist(rules.can_answer_annotation(who, annotation), _("Only who takes part in this workshop can answer."))
    words = plain(text).strip()
    if not words:
        raise WorkshopError(_("Write something first."), field="text")
    if len(words) > MOST_OF_AN_ANSWER:
        message = _("An answer has at most %(most)d characters. Make it shorter.")
        raise WorkshopError(message % {"most": MOST_OF_AN_ANSWER}, field="text")
    reply = AnnotationReply.objects.create(
        annotation=annotation,
        text=words,
        lang=_language(),
        author=who.person,
        capacity=_acting_as(who),
        at=timezone.now(),
    )
    tell_of_example(Act.ANNOTATION_ANSWERED, who, annotation.workshop, annotation.example)
    return reply


@transaction.atomic
def resolve_annotation(*, who: Standing, annotation: Annotation) -> Annotation:
    """Set a remark aside as settled; it stays readable, and keeps its weight as evidence."""
    if annotation.is_resolved:
        return annotation
    insist(
        rules.can_resolve_annotation(who, annotation),
        _("Who made the remark, who told the example and the secretariat can resolve it."),
    )
    annotation.resolved_at, annotation.resolved_capacity = timezone.now(), _acting_as(who)
    annotation.save(update_fields=["resolved_at", "resolved_capacity"])
    tell_of_example(Act.ANNOTATION_RESOLVED, who, annotation.workshop, annotation.example)
    return annotation


@transaction.atomic
def reopen_annotation(*, who: Standing, annotation: Annotation) -> Annotation:
    """Bring a remark back that was resolved too soon."""
    if not annotation.is_resolved:
        return annotation
    insist(rules.can_reopen_annotation(who, annotation), _("Only who takes part in this workshop can reopen a remark."))
    annotation.resolved_at, annotation.resolved_capacity = None, ""
    annotation.save(update_fields=["resolved_at", "resolved_capacity"])
    tell_of_example(Act.ANNOTATION_REOPENED, who, annotation.workshop, annotation.example)
    return annotation


def _acting_as(who: Standing) -> str:
    return who.capacity(who.seats[0] if who.seats else None)


def _language() -> str:
    return (translation.get_language() or "nl")[:2]

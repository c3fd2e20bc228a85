# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Submit, publish and annotate practice examples."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops import rules
from workshops.enums import Act, AnnotationStance
from workshops.errors import PassageError, WorkshopError
from workshops.journal import record
from workshops.models import Annotation, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist

MOST_WORDS = 1_500


@dataclass(frozen=True, slots=True)
class Told:
    """What a firm or its workers wrote, cleaned."""

    title: str
    told_by: str
    sector: str
    cope: str
    prepare: str
    size: str = ""
    place: str = ""
    scenario: str = ""
    institution: str = ""
    consent: bool = False

    @property
    def words(self) -> int:
        """How long the text is, both parts together."""
        return len(self.cope.split()) + len(self.prepare.split())


@transaction.atomic
def submit_example(*, who: Standing, workshop: Workshop, told: Told) -> PracticeExample:
    """Hand in a practice example; the secretariat reads it before all may."""
    insist(rules.can_submit_example(who), _("Sign in to submit an example."))
    if not told.consent:
        raise WorkshopError(
            _("Say that those it is about agree, or leave out what shows who they are."), field="consent"
        )
    if told.words > MOST_WORDS:
        raise WorkshopError(_too_long(told.words), field="cope")
    example = PracticeExample.objects.create(
        topic=workshop.topic,
        lang=_language(),
        submitted_by=who.person,
        **{name: getattr(told, name) for name in Told.__dataclass_fields__},
    )
    _record(Act.EXAMPLE_SUBMITTED, who, workshop, example)
    return example


def _too_long(words: int) -> str:
    told = {"words": words, "most": MOST_WORDS}
    return _("Both texts together have %(words)d words; at most %(most)d are read. Shorten one of them.") % told


@transaction.atomic
def publish_example(*, who: Standing, workshop: Workshop, example: PracticeExample) -> PracticeExample:
    """Let everybody read it."""
    insist(rules.can_publish_example(who))
    example.state = ExampleState.PUBLISHED
    example.save(update_fields=["state"])
    _record(Act.EXAMPLE_PUBLISHED, who, workshop, example)
    return example


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on an exact passage."""

    part: str
    quote: str
    note: str
    stance: AnnotationStance
    tag: str = ""


@transaction.atomic
def annotate_example(*, who: Standing, workshop: Workshop, example: PracticeExample, remark: Remark) -> Annotation:
    """Anchor a remark to a passage; a passage that is not in the text is refused, never guessed."""
    insist(rules.can_annotate_example(who), _("Only who takes part in this workshop can add a remark."))
    language = next(
        (one for one in (_language(), example.lang) if remark.quote in example.said(remark.part, one)), None
    )
    if language is None or not remark.quote.strip():
        raise PassageError(_("This passage is not in the text. Copy it exactly, or mark it again."), field="quote")
    text = example.said(remark.part, language)
    start = text.index(remark.quote)
    annotation = Annotation.objects.create(
        workshop=workshop,
        example=example,
        part=remark.part,
        quote=remark.quote,
        prefix=text[max(0, start - 60) : start],
        note=remark.note,
        stance=remark.stance,
        tag=remark.tag,
        lang=language,
        capacity=who.capacity(who.seats[0] if who.seats else None),
        author=who.person,
        created_at=timezone.now(),
    )
    _record(Act.EXAMPLE_ANNOTATED, who, workshop, example)
    return annotation


def _language() -> str:
    return (translation.get_language() or "nl")[:2]


def _record(act: Act, who: Standing, workshop: Workshop, example: PracticeExample) -> None:
    seat = who.seats[0] if who.seats else None
    record(workshop=workshop, act=act, actor=who.person, capacity=who.capacity(seat), subject=f"example {example.id}")
    announce(workshop.topic)

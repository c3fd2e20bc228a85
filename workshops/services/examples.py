# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hand in, change, publish, send back and withdraw practice examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.enums import ExampleState
from scenarios.models import ExampleEdition, PracticeExample
from scenarios.models.practice import TEXTS
from scenarios.services.documents import plain
from workshops import rules
from workshops.enums import Act
from workshops.errors import MovedError, WorkshopError
from workshops.journal import record
from workshops.models import Workshop
from workshops.rules import Standing
from workshops.services.insist import insist

MOST_WORDS = 1_500
MOST_OF_A_REASON = 1_000


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
    link: str = ""
    scenario: str = ""
    institution: str = ""
    consent: bool = False
    is_anonymised: bool = False

    @property
    def words(self) -> dict[str, str]:
        """The texts of an edition, with line ends of one kind."""
        return {name: plain(getattr(self, name)).strip() for name in TEXTS}

    @property
    def length(self) -> int:
        """How many words both parts have together."""
        return len(self.cope.split()) + len(self.prepare.split())


@transaction.atomic
def submit_example(*, who: Standing, workshop: Workshop, told: Told) -> PracticeExample:
    """Hand in a practice example; the secretariat reads it before all may."""
    insist(rules.can_submit_example(who), _("Sign in to submit an example."))
    check_told(told)
    example = PracticeExample.objects.create(
        topic=workshop.topic, lang=_language(), submitted_by=who.person, **_about(told), **told.words
    )
    keep_edition(example, told.words, number=1)
    tell_of_example(Act.EXAMPLE_SUBMITTED, who, workshop, example)
    return example


def check_told(told: Told) -> None:
    """Refuse what may not be read by others, and what is too long to be read."""
    if not (told.consent or told.is_anonymised):
        raise WorkshopError(
            _("Say that those it is about agree, or leave out what shows who they are."), field="consent"
        )
    if told.length > MOST_WORDS:
        message = _("Both texts together have %(words)d words; at most %(most)d are read. Shorten one of them.")
        raise WorkshopError(message % {"words": told.length, "most": MOST_WORDS}, field="cope")


@transaction.atomic
def change_example(
    *, who: Standing, workshop: Workshop, example: PracticeExample, told: Told, onto: int
) -> ExampleEdition:
    """Write the next edition onto the newest; what everybody reads changes only when the secretariat says so."""
    example = _held(example)
    insist(rules.can_change_example(who, example), _("Who told an example changes it, and the secretariat."))
    check_told(told)
    newest = _newest(example)
    if newest.number != onto:
        raise MovedError(
            _("Somebody changed this example while you were writing. Read the newest text, and make your change again.")
        )
    edition = keep_edition(
        example, told.words, number=newest.number + 1, before=newest, capacity=_capacity(who, example)
    )
    for name, value in _about(told).items():
        setattr(example, name, value)
    example.returned_because = ""
    if who.is_secretary or example.state != ExampleState.PUBLISHED:
        show_edition(example, edition)
    if example.state == ExampleState.RETURNED:
        example.state = ExampleState.SUBMITTED
    example.save()
    tell_of_example(Act.EXAMPLE_CHANGED, who, workshop, example, edition=edition.number)
    return edition


@transaction.atomic
def publish_example(
    *, who: Standing, workshop: Workshop, example: PracticeExample, onto: int | None = None
) -> PracticeExample:
    """Let everybody read the newest edition; `onto` is the one that the secretariat has read."""
    insist(rules.can_publish_example(who))
    example = _held(example)
    newest = _newest(example)
    if onto is not None and newest.number != onto:
        raise MovedError(_("This example was changed while you were reading. Read the newest text first."))
    show_edition(example, newest)
    example.state, example.returned_because = ExampleState.PUBLISHED, ""
    example.save()
    tell_of_example(Act.EXAMPLE_PUBLISHED, who, workshop, example)
    return example


@transaction.atomic
def return_example(*, who: Standing, workshop: Workshop, example: PracticeExample, reason: str) -> PracticeExample:
    """Ask who told it to change something first; what everybody reads already stays."""
    insist(rules.can_publish_example(who))
    reason = plain(reason).strip()
    if not reason:
        raise WorkshopError(_("Say what should change, so that the teller can do it."), field="reason")
    if len(reason) > MOST_OF_A_REASON:
        message = _("A reason has at most %(most)d characters. Make it shorter.")
        raise WorkshopError(message % {"most": MOST_OF_A_REASON}, field="reason")
    example = _held(example)
    example.returned_because = reason
    if example.state == ExampleState.SUBMITTED:
        example.state = ExampleState.RETURNED
    example.save(update_fields=["returned_because", "state"])
    tell_of_example(Act.EXAMPLE_RETURNED, who, workshop, example)
    return example


@transaction.atomic
def withdraw_example(*, who: Standing, workshop: Workshop, example: PracticeExample) -> PracticeExample:
    """Take an example back: nobody reads it any more, nor what was remarked on it."""
    example = _held(example)
    insist(rules.can_change_example(who, example), _("Who told an example takes it back, and the secretariat."))
    example.state = ExampleState.WITHDRAWN
    example.save(update_fields=["state"])
    tell_of_example(Act.EXAMPLE_WITHDRAWN, who, workshop, example)
    return example


def keep_edition(  # noqa: PLR0913 -- whose words, which, after which, as what, when
    example: PracticeExample,
    words: Mapping[str, str],
    *,
    number: int,
    before: ExampleEdition | None = None,
    capacity: str = "",
    at: datetime | None = None,
) -> ExampleEdition:
    """Write an edition; a translation stays along where the words that it translates did."""
    kept = example.translations if before is None else _still_true(before, words)
    return ExampleEdition.objects.create(
        example=example,
        number=number,
        lang=example.lang,
        translations=kept,
        capacity=capacity,
        made_at=at or timezone.now(),
        **words,
    )


def show_edition(example: PracticeExample, edition: ExampleEdition) -> None:
    """Let an example read as this edition; not saved."""
    example.number, example.lang, example.translations = edition.number, edition.lang, edition.translations
    for name in TEXTS:
        setattr(example, name, getattr(edition, name))


def tell_of_example(act: Act, who: Standing, workshop: Workshop, example: PracticeExample, **facts: Any) -> None:
    """Record an act on an example, and wake the pages of its workshop."""
    capacity = who.capacity(who.seats[0] if who.seats else None)
    record(workshop=workshop, act=act, actor=who.person, capacity=capacity, subject=f"example {example.id}", data=facts)
    announce(workshop.topic)


def _held(example: PracticeExample) -> PracticeExample:
    """Return the example as it is now, for this transaction only."""
    return PracticeExample.objects.select_for_update().get(pk=example.pk)


def _newest(example: PracticeExample) -> ExampleEdition:
    return example.editions.order_by("number").reverse()[0]


def _still_true(before: ExampleEdition, words: Mapping[str, str]) -> dict[str, dict[str, str]]:
    same = {name for name, text in words.items() if text == getattr(before, name)}
    return {
        language: {name: text for name, text in told.items() if name in same}
        for language, told in before.translations.items()
    }


def _about(told: Told) -> dict[str, Any]:
    return {name: getattr(told, name) for name in ("told_by", "scenario", "institution", "consent", "is_anonymised")}


def _capacity(who: Standing, example: PracticeExample) -> str:
    return "" if rules.tells_example(who, example) else who.capacity(who.seats[0] if who.seats else None)


def _language() -> str:
    return (translation.get_language() or "nl")[:2]

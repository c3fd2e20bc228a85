# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write in a section: letter by letter from a browser, or all at once by a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.models import Document
from scenarios.services.documents import Sent, append_update, change_text, check_text, plain
from scenarios.texts.merging import Choice, Merged, merge
from workshops import rules
from workshops.enums import Act
from workshops.models import DraftSection, Presence
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.telling import acting_as, tell_of_section, writer_of

TELL_AGAIN = timedelta(minutes=15)


@transaction.atomic
def take_update(*, who: Standing, section: DraftSection, sent: Sent) -> Document:
    """Store what somebody's browser sent."""
    _insist_on_writing(who, section)
    before = section.document.number if section.document else 0
    document = append_update(document=_document_of(section), sent=sent, writer=writer_of(who))
    if document.number != before:
        _tell_of_writing(who, section)
    return document


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form sends: the text it started from, what was made of it, and the choices where that clashed.

    The choices were made beside `beside`: when the text moved on since, they no longer say anything.
    """

    was: str
    text: str
    beside: str = ""
    choices: Mapping[int, Choice] | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of it: stored, or both texts side by side."""

    document: Document
    merged: Merged
    is_stored: bool


@transaction.atomic
def save_text(*, who: Standing, section: DraftSection, typed: Typed) -> Saved:
    """Put what somebody typed together with what others wrote meanwhile; a clash is shown, not decided."""
    _insist_on_writing(who, section)
    document = Document.objects.select_for_update().get(pk=_document_of(section).pk)
    check_text(plain(typed.text), document.longest, before=document.text)
    merged = merge(plain(typed.was), document.text, plain(typed.text))
    choices = typed.choices if typed.choices and plain(typed.beside) == document.text else {}
    if any(number not in choices for number in range(len(merged.clashes))):
        return Saved(document, merged, is_stored=False)
    before = document.number
    document = change_text(document=document, text=merged.settled(choices), writer=writer_of(who))
    if document.number != before:
        _tell_of_writing(who, section)
    return Saved(document, merged, is_stored=True)


def _insist_on_writing(who: Standing, section: DraftSection) -> None:
    insist(
        rules.can_write_section(who, section),
        _("Only who holds the pen can write here now. Propose your change, so that it can be taken over."),
    )


def _document_of(section: DraftSection) -> Document:
    if section.document is None:
        raise ValueError("this part is no text")
    return section.document


def _tell_of_writing(who: Standing, section: DraftSection) -> None:
    """Leave a line in the journal once a sitting, not once a letter."""
    now = timezone.now()
    presence, _is_new = Presence.objects.get_or_create(
        section=section, person=who.person, defaults={"capacity": acting_as(who), "seen_at": now}
    )
    if presence.told_at is not None and presence.told_at > now - TELL_AGAIN:
        return
    presence.told_at = now
    presence.save(update_fields=["told_at"])
    tell_of_section(Act.SECTION_WRITTEN, who, section)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write together: take in an update of somebody's browser, or change a text on somebody's behalf."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.errors import BehindError, TextError, TooLongError
from scenarios.models import Document, DocumentUpdate
from scenarios.selectors.documents import shared_text_of
from scenarios.tasks import compact_soon
from scenarios.texts.shared import SharedText, UnreadableUpdateError

MOST_BYTES = 400_000
ALLOWED = frozenset("\n\t")
COMPACT_AFTER = 100


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and as what: a seat or a role."""

    person: AbstractBaseUser | None
    capacity: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What a browser sent: its update, the epoch it builds on, and how far its own changes go."""

    key: UUID
    epoch: int
    data: bytes
    client: int
    clock: int


def new_document(*, text: str, longest: int, lang: str = "nl", capacity: str = "") -> Document:
    """Begin a text that is written together from what there is."""
    shared = SharedText()
    shared.become(plain(text), writer=capacity)
    return Document.objects.create(
        text=shared.text, longest=longest, lang=lang, snapshot=shared.whole, stretches=shared.stretches
    )


@transaction.atomic
def append_update(*, document: Document, sent: Sent, writer: Writer) -> Document:
    """Store an update, then announce it; sent twice it is stored once."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    if sent.epoch != document.epoch:
        raise BehindError(_("This text was laid out anew since you opened it. What you wrote is put together with it."))
    if document.updates.filter(key=sent.key).exists():
        return document
    if len(sent.data) > MOST_BYTES:
        raise TooLongError(_("This is too much to take in at once. Send it in smaller parts."))
    shared = shared_text_of(document)
    try:
        is_news = shared.take(sent.data, writer=writer.capacity)
    except UnreadableUpdateError as unreadable:
        raise TextError(_("What your browser sent cannot be read. Open the page again.")) from unreadable
    if shared.clock_of(sent.client) < sent.clock:
        raise BehindError(_("Something that came before is missing here. Your browser sends all of it again."))
    if not is_news:
        return document
    check_text(shared.text, document.longest, before=document.text)
    return _store(document, shared, sent.data, writer, key=sent.key)


@transaction.atomic
def change_text(*, document: Document, text: str, writer: Writer) -> Document:
    """Let a text read otherwise: only the words that differ are changed, so that what others type at the time stays."""
    document = Document.objects.select_for_update().get(pk=document.pk)
    text = plain(text)
    if text == document.text:
        return document
    check_text(text, document.longest, before=document.text)
    shared = shared_text_of(document)
    return _store(document, shared, shared.become(text, writer=writer.capacity), writer)


def plain(text: str) -> str:
    """Return a text with line ends of one kind and without signs that nobody can see."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign in ALLOWED or not _is_control(sign))


def check_text(text: str, longest: int, *, before: str = "") -> None:
    """Refuse a text that is too long, unless it gets shorter, or that holds signs that nobody can see."""
    if len(text) > max(longest, len(before)):
        message = _("This text may have %(most)d characters; it would have %(typed)d. Make it shorter.")
        raise TooLongError(message % {"most": longest, "typed": len(text)})
    if any(_is_control(sign) for sign in text if sign not in ALLOWED):
        raise TextError(_("This text holds signs that cannot be shown. Copy it as plain text."))


def _is_control(sign: str) -> bool:
    return ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or sign in "\u2028\u2029\ufffe\uffff"


def _store(document: Document, shared: SharedText, data: bytes, writer: Writer, *, key: UUID | None = None) -> Document:
    document.number += 1
    document.text, document.stretches, document.changed_at = shared.text, shared.stretches, timezone.now()
    document.save(update_fields=["number", "text", "stretches", "changed_at"])
    DocumentUpdate.objects.create(
        document=document,
        number=document.number,
        key=key or uuid4(),
        data=data,
        author=writer.person,  # type: ignore[misc]  # whoever the site calls a user
        capacity=writer.capacity,
        at=document.changed_at,
    )
    announce(document.topic)
    if document.number - document.compacted == COMPACT_AFTER:
        transaction.on_commit(lambda: compact_soon(document.pk))
    return document

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Texts written together, as they stand: the whole, what came in since, and the same ready to be changed."""

from dataclasses import dataclass

from scenarios.models import Document
from scenarios.texts.shared import SharedText


@dataclass(frozen=True, slots=True)
class News:
    """What a browser lacks: updates to take in, in any order; a new epoch means to begin anew."""

    epoch: int
    number: int
    updates: tuple[bytes, ...]


def news_since(document: Document, number: int) -> News:
    """Return what came in after an update: the snapshot too for who is behind it. One statement."""
    snapshot = [bytes(document.snapshot)] if number < document.compacted else []
    rows = document.updates.filter(number__gt=max(number, document.compacted), number__lte=document.number)
    tail = [bytes(data) for data in rows.order_by("number").values_list("data", flat=True)]
    return News(document.epoch, document.number, (*snapshot, *tail))


def shared_text_of(document: Document) -> SharedText:
    """Return the text ready to be changed: one statement."""
    return SharedText(news_since(document, -1).updates, document.stretches)

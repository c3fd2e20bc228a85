# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Record acts: append-only, one hash chain per workshop, called by services and jobs only."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from workshops.enums import Act
from workshops.models import JournalEntry, User, Workshop

BEGINNING = "0" * 64


def record(  # noqa: PLR0913 -- who did what, as what, to what, when
    *,
    workshop: Workshop,
    act: Act,
    actor: User | None,
    capacity: str = "",
    subject: str = "",
    data: dict[str, Any] | None = None,
    at: datetime | None = None,
    is_locked: bool = False,
) -> JournalEntry:
    """Append one line; `is_locked` says that the caller holds the workshop's row."""
    if not is_locked:
        Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    last = JournalEntry.objects.filter(workshop=workshop).order_by("-sequence").values_list("sequence", "hash").first()
    sequence, previous = last or (0, BEGINNING)
    entry = JournalEntry(
        workshop=workshop,
        sequence=sequence + 1,
        at=at or timezone.now(),
        act=act,
        actor=actor.journal_id if actor else None,
        capacity=capacity,
        subject=subject,
        data=data or {},
        previous_hash=previous,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    return entry


def digest(entry: JournalEntry) -> str:
    """Return the hash of a line, which covers the line before it."""
    told = [
        str(entry.workshop_id),
        entry.sequence,
        entry.at.timestamp(),
        str(entry.act),
        str(entry.actor or ""),
        entry.capacity,
        entry.subject,
        entry.data,
        entry.previous_hash,
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def breaks(entries: Iterable[JournalEntry]) -> list[str]:
    """Return what is wrong with a chain: altered, missing or moved lines; empty when it holds."""
    found, sequence, previous = [], 0, BEGINNING
    for entry in entries:
        if entry.sequence != sequence + 1:
            found.append(f"line {sequence + 1} is missing")
        if entry.previous_hash != previous:
            found.append(f"line {entry.sequence} does not follow the line before it")
        if entry.hash != digest(entry):
            found.append(f"line {entry.sequence} was altered")
        sequence, previous = entry.sequence, entry.hash
    return found

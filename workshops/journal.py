# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Record acts: append-only, one hash chain per workshop, called by services and jobs only."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from workshops.enums import Act
from workshops.models import JournalEntry, User, Workshop

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Line:
    """One act to be recorded: what, about what, with which facts."""

    act: Act
    subject: str = ""
    data: dict[str, Any] = field(default_factory=dict)


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
    line = Line(act, subject, data or {})
    return record_each(workshop=workshop, lines=[line], actor=actor, capacity=capacity, at=at, is_locked=is_locked)[0]


def record_each(  # noqa: PLR0913 -- who did what, as what, when
    *,
    workshop: Workshop,
    lines: Sequence[Line],
    actor: User | None,
    capacity: str = "",
    at: datetime | None = None,
    is_locked: bool = False,
) -> list[JournalEntry]:
    """Append several lines of one person at one moment, in two statements."""
    if not is_locked:
        Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    last = JournalEntry.objects.filter(workshop=workshop).order_by("-sequence").values_list("sequence", "hash").first()
    sequence, previous = last or (0, BEGINNING)
    entries = []
    for place, line in enumerate(lines, start=sequence + 1):
        entry = JournalEntry(
            workshop=workshop,
            sequence=place,
            at=at or timezone.now(),
            act=line.act,
            actor=actor.journal_id if actor else None,
            capacity=capacity,
            subject=line.subject,
            data=line.data,
            previous_hash=previous,
        )
        entry.hash = previous = digest(entry)
        entries.append(entry)
    return JournalEntry.objects.bulk_create(entries)


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


def breaks(entries: Iterable[JournalEntry], *, after: JournalEntry | None = None) -> list[str]:
    """Return what is wrong with a chain: altered, missing or moved lines; empty when it holds.

    `after` is the line before the first, when only the end of a chain is looked at.
    """
    found = []
    sequence, previous = (after.sequence, after.hash) if after else (0, BEGINNING)
    for entry in entries:
        if entry.sequence != sequence + 1:
            found.append(f"line {sequence + 1} is missing")
        if entry.previous_hash != previous:
            found.append(f"line {entry.sequence} does not follow the line before it")
        if entry.hash != digest(entry):
            found.append(f"line {entry.sequence} was altered")
        sequence, previous = entry.sequence, entry.hash
    return found

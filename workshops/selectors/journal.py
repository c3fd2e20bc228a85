# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The record of acts, ready to be told in words, and whether its chain holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import F, QuerySet

from workshops.enums import Act, Role
from workshops.journal import BEGINNING, breaks
from workshops.models import Constituency, JournalEntry, Poll, Workshop

BALLOTS = (Act.BALLOT_CAST, Act.BALLOT_WITHDRAWN)
MOST_CHECKED = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the journal with what its bare references stand for."""

    entry: JournalEntry
    side: Constituency | None
    seat_number: str
    role: Role | None
    kind: str
    number: str
    poll: Poll | None
    letter: str

    @property
    def stance(self) -> str:
        """How the seat answered, once counts of the round are shown."""
        is_shown = self.poll is not None and self.poll.round.shows_counts
        return self.entry.data.get("stance", "") if is_shown else ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Whether every line still follows from the line before it."""

    lines: int
    checked: int
    problems: tuple[str, ...]
    last_hash: str

    @property
    def holds(self) -> bool:
        return not self.problems

    @property
    def is_checked_whole(self) -> bool:
        return self.checked == self.lines


def lines_of(workshop: Workshop, *, with_ballots: bool) -> QuerySet[JournalEntry]:
    """Return the lines, the newest on top."""
    lines = workshop.journal.order_by("-sequence")
    return lines if with_ballots else lines.exclude(act__in=BALLOTS)


def told(workshop: Workshop, entries: Iterable[JournalEntry]) -> list[Told]:
    """Return some lines with what they refer to: three statements at any number of lines."""
    entries = list(entries)
    sides = {side.key: side for side in workshop.constituencies.all()}
    letters = dict(workshop.places.values_list("scenario", "letter"))
    asked = [entry.subject.partition(" ")[2] for entry in entries if entry.subject.startswith("poll ")]
    polls = Poll.objects.filter(id__in=asked).select_related("round", "proposal")
    found = {str(poll.id): poll for poll in polls.annotate(scenario_id=F("scenario_revision__scenario"))}
    cells = {one: (poll, letters.get(poll.scenario_id, "")) for one, poll in found.items()}
    return [_told(entry, sides, cells) for entry in entries]


def _told(entry: JournalEntry, sides: Mapping[str, Constituency], cells: Mapping[str, tuple[Poll, str]]) -> Told:
    kind, _space, number = entry.subject.partition(" ")
    poll, letter = cells.get(number, (None, ""))
    key, _colon, seat = entry.capacity.partition(":")
    return Told(
        entry=entry,
        side=sides.get(key),
        seat_number=seat,
        role=Role(key) if key in set(Role) else None,
        kind=kind,
        number=number,
        poll=poll,
        letter=letter,
    )


def chain_of(workshop: Workshop) -> Chain:
    """Walk the chain, its newest two thousand lines: one statement."""
    lines = list(workshop.journal.order_by("-sequence")[: MOST_CHECKED + 1])[::-1]
    after = lines.pop(0) if len(lines) > MOST_CHECKED else None
    last = lines[-1] if lines else None
    return Chain(
        lines=last.sequence if last else 0,
        checked=len(lines),
        problems=tuple(breaks(lines, after=after)),
        last_hash=last.hash if last else BEGINNING,
    )

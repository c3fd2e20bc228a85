# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What members said with their ballots: the reasons, and what would change their mind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from workshops.enums import LEVELS, Stance
from workshops.models import Ballot
from workshops.selectors.support import Support
from workshops.selectors.table import Place, Side


@dataclass(frozen=True, slots=True)
class Voice:
    """One seat's words; said in more than one scenario, they stand here once."""

    side: Side
    stance: Stance
    ballot: Ballot
    places: tuple[Place, ...]
    is_by_name: bool = True


@dataclass(frozen=True, slots=True)
class Voices:
    """The reasons of each side, the gravest objection first.

    `stances` says by poll how each seat answered, of rounds by name that closed.
    """

    said: tuple[Voice, ...]
    stances: Mapping[UUID, Mapping[UUID, Stance]] = field(default_factory=dict)

    def in_place(self, place: Place) -> "Voices":
        """Return what was said of one scenario."""
        return Voices(tuple(one for one in self.said if place in one.places), self.stances)


def voices_on(support: Mapping[UUID, Support], places: Sequence[Place], sides: Sequence[Side]) -> Voices:
    """Return the words behind the counts that are shown, by scenario revision: at most one statement."""
    place_of = {
        support[place.revision_id].poll_id: place
        for place in places
        if place.revision_id in support and support[place.revision_id].is_shown
    }
    order = {side.id: (at, side) for at, side in enumerate(sides)}
    said: dict[tuple[object, ...], tuple[Ballot, list[Place]]] = {}
    stances: dict[UUID, dict[UUID, Stance]] = {}
    if place_of:
        ballots = Ballot.objects.filter(poll__in=place_of).select_related("seat__delegation", "cast_by", "poll__round")
        for ballot in ballots.order_by("seat__number", "id"):
            place = place_of[ballot.poll_id]
            if ballot.seat_id and ballot.poll.round.is_by_name and not ballot.poll.round.is_open:
                stances.setdefault(ballot.poll_id, {})[ballot.seat_id] = Stance(ballot.stance)
            if ballot.reason or ballot.would_change:
                words = (_speaker(ballot), ballot.stance, ballot.reason, ballot.would_change)
                said.setdefault(words, (ballot, []))[1].append(place)
    voices = [
        Voice(
            order[ballot.constituency_id][1],
            Stance(ballot.stance),
            ballot,
            tuple(sorted_by(places, where)),
            is_by_name=ballot.poll.round.is_by_name,
        )
        for ballot, where in said.values()
    ]
    voices.sort(key=lambda one: (order[one.side.id][0], _gravity(one.stance), _place(one)))
    return Voices(tuple(voices), stances)


def _speaker(ballot: Ballot) -> UUID | None:
    """Whose words they are: without a name, the same words of one side are one voice."""
    return ballot.seat_id if ballot.poll.round.is_by_name else ballot.constituency_id


def _place(voice: Voice) -> tuple[int, str]:
    """Order by seat where votes are by name, else by the words: an order that tells nothing."""
    seat = voice.ballot.seat
    return (seat.number, "") if voice.is_by_name and seat else (0, voice.ballot.reason)


def sorted_by(places: Sequence[Place], some: Sequence[Place]) -> list[Place]:
    """Return some scenarios in the order of the workshop."""
    return [place for place in places if place in some]


def _gravity(stance: Stance) -> int:
    return -LEVELS.index(stance) if stance in LEVELS else 1

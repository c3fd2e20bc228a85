# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Word a divided advice as the council's own handbook does: who supports a position, by head count, with a footnote.

Source: SER, "SER-Wijzer", the registration of positions; 29 of 33 is read as "all but four", other sizes follow.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workshops.enums import Body

FEW = 4
ALL_BUT = 4
Language = Literal["nl", "en"]
Part = Literal["first", "second", "further"]

LABELS: dict[Language, dict[str, str]] = {
    "nl": {
        "council": "de raad",
        "commission": "de commissie",
        "none": "geen lid van {body}",
        "one": "één lid van {body}",
        "few": "enkele leden van {body}",
        "first": "een deel van {body}",
        "second": "een ander deel van {body}",
        "further": "nog een ander deel van {body}",
        "appointed": "{members} benoemd door {organisations}",
        "and": " en ",
        "footnote": "Dit deel bestaat uit {who}.",
        "footnote_one": "Dit is {who}.",
        "except": "Met uitzondering van {who}.",
        "the": "de {title}",
        "the_one": "het {singular}",
    },
    "en": {
        "council": "the council",
        "commission": "the commission",
        "none": "no member of {body}",
        "one": "one member of {body}",
        "few": "some members of {body}",
        "first": "part of {body}",
        "second": "another part of {body}",
        "further": "yet another part of {body}",
        "appointed": "{members} appointed by {organisations}",
        "and": " and ",
        "footnote": "This part consists of {who}.",
        "footnote_one": "This is {who}.",
        "except": "With the exception of {who}.",
        "the": "the {title}",
        "the_one": "the {singular}",
    },
}


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """A seat as the record needs it: its side, who appointed it, and whose it is (member or substitute alike)."""

    id: str
    side: str
    side_title: str
    side_singular: str
    organisation: str
    person: str


@dataclass(frozen=True, slots=True)
class Registered:
    """How a position is written down."""

    label: str
    footnote: str
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One of the positions that a body divides into: whose it is, and how that is written down."""

    key: str
    seats: frozenset[str]
    wording: Registered

    @property
    def size(self) -> int:
        return len(self.seats)


def whole(present: int) -> int:
    """Return from how many supporting seats on a position is the council's: all present but four.

    Examples
    --------
    >>> whole(33), whole(36)
    (29, 32)
    """
    return max(present - ALL_BUT, FEW + 1)


def label(supporting: int, present: int, *, body: Body, language: Language, part: Part = "first") -> str:
    """Return the words of the main text for a position with so many supporting seats.

    Examples
    --------
    >>> label(29, 33, body=Body.COUNCIL, language="nl"), label(28, 33, body=Body.COUNCIL, language="nl")
    ('de raad', 'een deel van de raad')
    """
    words = LABELS[language]
    if supporting == 0:
        return words["none"].format(body=words[body.value])
    if supporting == 1:
        return words["one"].format(body=words[body.value])
    if supporting >= whole(present):
        return words[body.value]
    if supporting <= FEW:
        return words["few"].format(body=words[body.value])
    return words[part].format(body=words[body.value])


def composition(supporting: Iterable[str], seats: Sequence[SeatHeld], *, language: Language) -> str:
    """Return who the supporting seats are: whole sides, whole organisations, else single members.

    Members without an organisation, the independent experts, are named when not all of them support.
    """
    chosen = set(supporting)
    told = []
    for side in dict.fromkeys(seat.side for seat in seats):
        members = [seat for seat in seats if seat.side == side]
        told += _of_side(members, [seat for seat in members if seat.id in chosen], LABELS[language])
    return _listed(told, LABELS[language])


def _of_side(members: list[SeatHeld], chosen: list[SeatHeld], words: dict[str, str]) -> list[str]:
    if not chosen:
        return []
    title = words["the"].format(title=members[0].side_title)
    if len(chosen) == len(members) > 1:
        return [title]
    complete, named = [], []
    for organisation in dict.fromkeys(seat.organisation for seat in chosen):
        appointed = [seat for seat in chosen if seat.organisation == organisation]
        everybody = [seat for seat in members if seat.organisation == organisation]
        if organisation and len(appointed) == len(everybody) > 1:
            complete.append(organisation)
        else:
            named.append(_by_name(appointed, organisation, words))
    if complete:
        named.insert(0, words["appointed"].format(members=title, organisations=_listed(complete, words)))
    return named


def _by_name(seats: list[SeatHeld], organisation: str, words: dict[str, str]) -> str:
    first = seats[0]
    who = (
        words["the_one"].format(singular=first.side_singular)
        if len(seats) == 1
        else words["the"].format(title=first.side_title)
    )
    names = f"{who} {_listed([seat.person for seat in seats], words)}"
    return words["appointed"].format(members=names, organisations=organisation) if organisation else names


def _listed(told: Sequence[str], words: dict[str, str]) -> str:
    if len(told) <= 1:
        return "".join(told)
    return ", ".join(told[:-1]) + words["and"] + told[-1]


def registered(
    supporting: Iterable[str],
    seats: Sequence[SeatHeld],
    *,
    body: Body,
    language: Language,
    part: Part = "first",
) -> Registered:
    """Return label and footnote: who a part consists of, or who the body speaks without; everybody needs none."""
    chosen = {seat.id for seat in seats} & set(supporting)
    words = LABELS[language]
    told = label(len(chosen), len(seats), body=body, language=language, part=part)
    is_plural = told == words["few"].format(body=words[body.value])
    if not chosen or len(chosen) == len(seats):
        return Registered(told, "", is_plural)
    if told == words[body.value]:
        others = {seat.id for seat in seats} - chosen
        return Registered(told, words["except"].format(who=composition(others, seats, language=language)))
    footnote = words["footnote_one" if len(chosen) == 1 else "footnote"]
    return Registered(told, footnote.format(who=composition(chosen, seats, language=language)), is_plural)


def divided(
    positions: Mapping[str, Collection[str]], seats: Sequence[SeatHeld], *, body: Body, language: Language, rest: str
) -> list[Passage]:
    """Write down every position on one passage, so that every seat present is in exactly one of them.

    The largest comes first; of equal ones, the one whose first seat comes first at the table. The second and further
    *parts* say so. Seats in none of the positions come last, as `rest`. A seat in two, or unknown, is refused.
    """
    place = {seat.id: at for at, seat in enumerate(seats)}
    named = [seat for chosen in positions.values() for seat in chosen]
    if unknown := sorted(set(named) - place.keys()):
        raise ValueError(f"not among the seats present: {', '.join(unknown)}")
    if twice := sorted({seat for seat in named if named.count(seat) > 1}):
        raise ValueError(f"in two positions: {', '.join(twice)}")
    held = {key: frozenset(chosen) for key, chosen in positions.items() if chosen}
    order = sorted(held, key=lambda key: (-len(held[key]), min(place[seat] for seat in held[key])))
    if others := frozenset(place) - set(named):
        held[rest] = held.get(rest, frozenset()) | others
        order = [*(key for key in order if key != rest), rest]
    parts: list[Part] = ["first", "second"]
    told = []
    for key in order:
        is_part = FEW < len(held[key]) < whole(len(seats))
        part = parts.pop(0) if is_part and parts else "further"
        told.append(Passage(key, held[key], registered(held[key], seats, body=body, language=language, part=part)))
    return told

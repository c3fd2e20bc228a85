# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Three texts made one: what it was, what others made of it, what I made of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from scenarios.texts.words import Match, matches, words_of

APART = re.compile(r"[\w\n]")


class Choice(StrEnum):
    """What to do where both changed the same words."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Clash:
    """The same words, changed in two ways."""

    was: str
    theirs: str
    mine: str

    def settled(self, choice: Choice) -> str:
        """Return the words that a choice leaves."""
        if choice == Choice.BOTH:
            joiner = "" if not self.theirs or self.theirs[-1].isspace() or not self.mine else " "
            return f"{self.theirs}{joiner}{self.mine}"
        return self.mine if choice == Choice.MINE else self.theirs


@dataclass(frozen=True, slots=True)
class Merged:
    """Words that everybody agrees on, and the clashes between them, in the order of the text."""

    parts: tuple[str | Clash, ...]

    @property
    def clashes(self) -> list[Clash]:
        return [one for one in self.parts if isinstance(one, Clash)]

    def settled(self, choices: Mapping[int, Choice]) -> str:
        """Return the whole text, by a choice for each clash; what was not chosen keeps what others wrote."""
        found, number = [], 0
        for part in self.parts:
            if isinstance(part, str):
                found.append(part)
                continue
            found.append(part.settled(choices.get(number, Choice.THEIRS)))
            number += 1
        return "".join(found)


def merge(was: str, theirs: str, mine: str) -> Merged:
    """Take over what only one of the two changed; what both changed in different ways is a clash."""
    return Merged(tuple(_joined(list(_parts(words_of(was), words_of(theirs), words_of(mine))))))


def _parts(was: list[str], theirs: list[str], mine: list[str]) -> Iterator[str | Clash]:
    at, to, onto = 0, 0, 0
    for start, end, there, here in _in_step(was, theirs, mine):
        yield _settled("".join(was[at:start]), "".join(theirs[to:there]), "".join(mine[onto:here]))
        yield "".join(was[start:end])
        at, to, onto = end, there + end - start, here + end - start


def _in_step(was: list[str], theirs: list[str], mine: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Return the stretches of the old text that both left alone: from, to, and where each has them.

    A blank or a comma is no such stretch: who change two words next to one another get to see that.
    """
    left, right = matches(was, theirs), matches(was, mine)
    one, other = 0, 0
    while one < len(left) and other < len(right):
        mark, sign = left[one], right[other]
        start, end = max(mark.left, sign.left), min(_end(mark), _end(sign))
        if start < end and APART.search("".join(was[start:end])):
            yield start, end, mark.right + start - mark.left, sign.right + start - sign.left
        if _end(mark) < _end(sign):
            one += 1
        else:
            other += 1
    yield len(was), len(was), len(theirs), len(mine)


def _end(match: Match) -> int:
    return match.left + match.size


def _settled(was: str, theirs: str, mine: str) -> str | Clash:
    if mine in (was, theirs):
        return theirs
    return mine if theirs == was else Clash(was, theirs, mine)


def _joined(parts: list[str | Clash]) -> Iterator[str | Clash]:
    """Put words that stand next to one another together, and leave out what is empty."""
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        if words:
            yield words
        words = ""
        yield part
    if words:
        yield words

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What changed between two texts, in words that went out and words that came in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scenarios.texts.words import matches, words_of

LETTERS = re.compile(r"\w+")
FEWEST = 2


class Kind(StrEnum):
    """What happened to some words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what happened to them."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Splice:
    """From one place to another in the old text, other words."""

    start: int
    end: int
    text: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return the two texts as one: what stayed, what went out, what came in."""
    return tuple(_tidied(list(_pieces(old, new))))


def has_changes(found: tuple[Piece, ...]) -> bool:
    """Whether anything went out or came in."""
    return any(one.kind != Kind.SAME for one in found)


def excerpt(found: tuple[Piece, ...], *, around: int = 90) -> tuple[Piece, ...]:
    """Return the changes with some words around each; what is left out between them is three dots."""
    cut = []
    for at, piece in enumerate(found):
        words = piece.text
        if piece.kind == Kind.SAME:
            is_first, is_last = at == 0, at == len(found) - 1
            head, tail = ("" if is_first else _start_of(words, around)), ("" if is_last else _end_of(words, around))
            words = words if len(head) + len(tail) >= len(words) else f"{head} … {tail}"
        cut.append(Piece(piece.kind, words))
    return tuple(cut)


def _start_of(words: str, length: int) -> str:
    return words if len(words) <= length else words[:length].rpartition(" ")[0]


def _end_of(words: str, length: int) -> str:
    return words if len(words) <= length else words[-length:].partition(" ")[2]


def splices(old: str, new: str) -> list[Splice]:
    """Return what to put where in the old text to have the new one, first things first."""
    found, at = [], 0
    for piece in _pieces(old, new):
        if piece.kind == Kind.SAME:
            at += len(piece.text)
        elif piece.kind == Kind.OUT:
            found.append(Splice(at, at + len(piece.text), ""))
            at += len(piece.text)
        elif found and found[-1].end == at and not found[-1].text:
            found[-1] = Splice(found[-1].start, at, piece.text)
        else:
            found.append(Splice(at, at, piece.text))
    return found


def _pieces(old: str, new: str) -> Iterator[Piece]:
    left, right = words_of(old), words_of(new)
    at, to = 0, 0
    for match in [*matches(left, right), None]:
        until, onto = (match.left, match.right) if match else (len(left), len(right))
        if until > at:
            yield Piece(Kind.OUT, "".join(left[at:until]))
        if onto > to:
            yield Piece(Kind.IN, "".join(right[to:onto]))
        if match:
            yield Piece(Kind.SAME, "".join(left[until : until + match.size]))
            at, to = until + match.size, onto + match.size


def _tidied(found: list[Piece]) -> Iterator[Piece]:
    """Join changes that only a comma or one short word keeps apart: nobody reads confetti."""
    out, into = "", ""
    for at, piece in enumerate(found):
        if piece.kind == Kind.OUT:
            out += piece.text
        elif piece.kind == Kind.IN:
            into += piece.text
        elif (out or into) and at + 1 < len(found) and _is_crumb(piece.text):
            out, into = out + piece.text, into + piece.text
        else:
            yield from _changed(out, into)
            out, into = "", ""
            yield piece
    yield from _changed(out, into)


def _is_crumb(text: str) -> bool:
    return "\n" not in text and len(LETTERS.findall(text)) < FEWEST


def _changed(out: str, into: str) -> Iterator[Piece]:
    if out:
        yield Piece(Kind.OUT, out)
    if into:
        yield Piece(Kind.IN, into)

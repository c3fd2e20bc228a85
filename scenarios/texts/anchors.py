# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A passage as a place in one frozen text, and whether a later text still holds it.

Places count characters, as Python and the Web Annotation Data Model do: code points, the end not included.
"""

import re
from dataclasses import dataclass

from scenarios.texts.passages import CONTEXT, places_in

PARTING = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """From one place in a text to another."""

    start: int
    end: int

    def words_in(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

    def before_in(self, text: str) -> str:
        """Return some words before it."""
        return text[max(0, self.start - CONTEXT) : self.start]

    def after_in(self, text: str) -> str:
        """Return some words behind it."""
        return text[self.end : self.end + CONTEXT]


def paragraphs_of(text: str) -> list[Anchor]:
    """Return where each paragraph stands: what is parted by an empty line."""
    found, start = [], len(text) - len(text.lstrip("\n"))
    for parting in [*PARTING.finditer(text, start), None]:
        end = parting.start() if parting else len(text)
        if text[start:end].strip():
            found.append(Anchor(start, end))
        start = parting.end() if parting else end
    return found


def anchor_in(text: str, quote: str, *, near: int | None = None) -> Anchor | None:
    """Mark some words: where they stand more than once, those nearest to a place; none when they do not."""
    places = places_in(text, quote)
    if not places:
        return None
    start = places[0] if near is None else min(places, key=lambda at: abs(at - near))
    return Anchor(start, start + len(quote))


def carried(anchor: Anchor, before: str, after: str) -> Anchor | None:
    """Return where a passage stands in a later text; none unless it and all of its paragraph are the same there.

    Equal paragraphs are told apart by their order, and only while none of them came or went.
    """
    around = _paragraph_around(anchor, before)
    if around is None:
        return None
    here, there = _stretches(before, around.words_in(before)), _stretches(after, around.words_in(before))
    if around.start not in here or len(here) != len(there):
        return None
    start = there[here.index(around.start)] + anchor.start - around.start
    return Anchor(start, start + anchor.end - anchor.start)


def _paragraph_around(anchor: Anchor, text: str) -> Anchor | None:
    """Return the paragraph that holds a passage, or the first to the last of those it runs through."""
    touched = [one for one in paragraphs_of(text) if one.start < anchor.end and anchor.start < one.end]
    if not touched or anchor.start < touched[0].start or anchor.end > touched[-1].end:
        return None
    return Anchor(touched[0].start, touched[-1].end)


def _stretches(text: str, words: str) -> list[int]:
    """Return where whole paragraphs read just so."""
    paragraphs = paragraphs_of(text)
    starts, ends = [one.start for one in paragraphs], {one.end for one in paragraphs}
    return [start for start in starts if start + len(words) in ends and text.startswith(words, start)]

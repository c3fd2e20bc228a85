# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A passage of a text: marked by its words and those before it, and found again, or said to be gone."""

from dataclasses import dataclass

CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words, with the words before and behind them to tell equal passages apart."""

    quote: str
    prefix: str = ""
    suffix: str = ""


def passage_in(text: str, quote: str, *, near: int | None = None) -> Passage | None:
    """Mark some words of a text: where they stand more than once, those nearest to a place; none when they do not."""
    places = places_in(text, quote)
    if not places:
        return None
    start = min(places, key=lambda at: abs(at - near)) if near is not None else places[0]
    end = start + len(quote)
    return Passage(quote, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def place_of(passage: Passage, text: str) -> int | None:
    """Return where a passage stands now; none when its words changed, or when it could be one of several."""
    places = places_in(text, passage.quote)
    if len(places) == 1:
        return places[0]
    held = [at for at in places if _is_held(passage, text, at)]
    return held[0] if len(held) == 1 else None


def _is_held(passage: Passage, text: str, at: int) -> bool:
    """Whether the words on either side are still the same."""
    end = at + len(passage.quote)
    return text[:at].endswith(passage.prefix) or (bool(passage.suffix) and text[end:].startswith(passage.suffix))


def places_in(text: str, quote: str) -> list[int]:
    """Return every place where some words stand."""
    if not quote.strip():
        return []
    found, at = [], text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found

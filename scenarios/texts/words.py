# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text taken apart into words, signs and blanks, so that put together it is the text again, and what two have in common."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

WORD = re.compile(r"[\w'\u2019-]+|\n+|[^\w\s]+|[^\S\n]+")
MOST_PAIRS = 20_000
Place = tuple[int, int]


class Match(NamedTuple):
    """So many words of one text, from a place, stand in the other from another place."""

    left: int
    right: int
    size: int


def words_of(text: str) -> list[str]:
    """Return the words, signs, blanks and line ends of a text."""
    return WORD.findall(text)


def matches(left: list[str], right: list[str]) -> list[Match]:
    """Return what two texts have in common, in order.

    Words that stand once in either are the anchors; between two anchors the same is done again, and where there are none
    the library looks for the longest stretches. What repeats itself too often to be worth that, does not match.
    """
    found: list[Match] = []
    gaps = [(0, len(left), 0, len(right))]
    while gaps:
        start, end, to, until = gaps.pop()
        head = _shared(left[start:end], right[to:until])
        tail = _shared(left[start + head : end][::-1], right[to + head : until][::-1])
        found += [Match(start, to, head), Match(end - tail, until - tail, tail)]
        start, end, to, until = start + head, end - tail, to + head, until - tail
        old, new = left[start:end], right[to:until]
        anchors = _anchors(old, new)
        alike = [Match(at, there, 1) for at, there in anchors] if anchors else _longest(old, new)
        found += [Match(start + one.left, to + one.right, one.size) for one in alike]
        if anchors:
            posts = pairwise([(-1, -1), *anchors, (len(old), len(new))])
            gaps += [(start + at + 1, start + to_at, to + by + 1, to + to_by) for (at, by), (to_at, to_by) in posts]
    return list(_in_row(sorted(one for one in found if one.size)))


def _shared(left: list[str], right: list[str]) -> int:
    """Return how many words two texts begin with together."""
    differ = (at for at, (one, other) in enumerate(zip(left, right, strict=False)) if one != other)
    return next(differ, min(len(left), len(right)))


def _anchors(left: list[str], right: list[str]) -> list[Place]:
    """Return the places of words that stand once in either, as many of them as keep their order."""
    once = {word for word, times in Counter(left).items() if times == 1}
    there = {word: at for at, word in enumerate(right) if word in once}
    counts = Counter(word for word in right if word in once)
    pairs = [(at, there[word]) for at, word in enumerate(left) if counts[word] == 1]
    return _rising(pairs)


def _rising(pairs: list[Place]) -> list[Place]:
    """Return the longest row of pairs in which both places rise."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for at, (_left, right) in enumerate(pairs):
        height = bisect_left(ends, right)
        before.append(last[height - 1] if height else None)
        ends[height : height + 1] = [right]
        last[height : height + 1] = [at]
    row: list[Place] = []
    step = last[-1] if last else None
    while step is not None:
        row.append(pairs[step])
        step = before[step]
    return row[::-1]


def _longest(left: list[str], right: list[str]) -> list[Match]:
    """Match what has no anchor; one word repeated a thousand times is not worth minutes."""
    counts = Counter(right)
    if sum(counts[word] for word in left) > MOST_PAIRS:
        return []
    return [Match(*block) for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()]


def _in_row(found: Iterable[Match]) -> Iterator[Match]:
    """Join matches that follow one another in both texts."""
    held: Match | None = None
    for one in found:
        if held and (held.left + held.size, held.right + held.size) == (one.left, one.right):
            held = Match(held.left, held.right, held.size + one.size)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held

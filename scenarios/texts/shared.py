# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text that several people change at the same time, after Yjs: every order of the same updates gives the same text.

The only room that knows pycrdt. Whose words they are is kept beside the text, as stretches of so many bytes of UTF-8,
because that is how pycrdt counts.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from pycrdt import Doc, Text

from scenarios.texts.diffs import splices

NAME = "text"
NOBODY = ""
Stretch = tuple[int, str]


class UnreadableUpdateError(ValueError):
    """What was sent is no update of a plain text."""


class SharedText:
    """The text after some updates, and who wrote which stretch of it."""

    def __init__(self, updates: Iterable[bytes] = (), stretches: Iterable[Sequence[object]] = ()) -> None:
        self._doc: Doc[Any] = Doc()
        self._text = self._doc.get(NAME, type=Text)
        self._writer = NOBODY
        for update in updates:
            self._doc.apply_update(update)
        self._stretches = _fitted([(int(str(size)), str(who)) for size, who in stretches], self._size)
        self._watch = self._text.observe(self._follow)

    @property
    def text(self) -> str:
        return str(self._text)

    @property
    def stretches(self) -> list[Stretch]:
        """So many bytes by whom, from the first word to the last."""
        return list(self._stretches)

    @property
    def whole(self) -> bytes:
        """All of it as one update."""
        return self._doc.get_update()

    def clock_of(self, client: int) -> int:
        """Return how many changes of one browser are in this text."""
        return clocks_in(self._doc.get_state()).get(client, 0)

    def take(self, update: bytes, *, writer: str) -> bool:
        """Take in an update, and say whether it changed anything; the same one twice changes nothing."""
        before = (self._doc.get_state(), self.text)
        self._writer = writer
        try:
            self._doc.apply_update(update)
        except ValueError as unreadable:
            raise UnreadableUpdateError(str(unreadable)) from unreadable
        if set(self._doc.keys()) != {NAME} or any(_is_dressed(*one) for one in self._text.diff()):
            raise UnreadableUpdateError("holds more than plain text")
        return (self._doc.get_state(), self.text) != before

    def become(self, text: str, *, writer: str) -> bytes:
        """Change what has to be changed to read as `text`, and return that as an update."""
        state, old = self._doc.get_state(), self.text
        self._writer = writer
        with self._doc.transaction():
            for one in reversed(splices(old, text)):
                start, end = len(old[: one.start].encode()), len(old[: one.end].encode())
                if end > start:
                    del self._text[start:end]
                if one.text:
                    self._text.insert(start, one.text)
        return self._doc.get_update(state)

    @property
    def _size(self) -> int:
        return len(self.text.encode())

    def _follow(self, event: Any) -> None:
        self._stretches = _changed(self._stretches, event.delta, self._writer)


def clocks_in(state: bytes) -> dict[int, int]:
    """Return how far each browser's changes go in a state: pairs of numbers of variable length."""
    numbers, number, shift = [], 0, 0
    for byte in state:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(number)
            number, shift = 0, 0
    return dict(zip(numbers[1::2], numbers[2::2], strict=True))


def _is_dressed(content: object, attributes: object) -> bool:
    """Bold words, pictures: nothing that a plain field can show."""
    return not isinstance(content, str) or bool(attributes)


def _changed(stretches: list[Stretch], delta: Iterable[dict[str, object]], writer: str) -> list[Stretch]:
    """Let the stretches follow a change of the text."""
    left, found = list(stretches), []
    for step in delta:
        if "insert" in step:
            found.append((len(str(step["insert"]).encode()), writer))
            continue
        kept, left = _cut(left, int(str(step.get("retain") or step.get("delete") or 0)))
        if "retain" in step:
            found += kept
    return _together(found + left)


def _cut(stretches: list[Stretch], size: int) -> tuple[list[Stretch], list[Stretch]]:
    """Cut a row of stretches in two, so many bytes from its start."""
    first, rest = [], list(stretches)
    while rest and size:
        (length, who), rest = rest[0], rest[1:]
        taken = min(length, size)
        first.append((taken, who))
        if taken < length:
            rest = [(length - taken, who), *rest]
        size -= taken
    return first, rest


def _together(stretches: list[Stretch]) -> list[Stretch]:
    """Join neighbours of one writer."""
    found: list[Stretch] = []
    for size, who in stretches:
        if found and found[-1][1] == who:
            found[-1] = (found[-1][0] + size, who)
        elif size:
            found.append((size, who))
    return found


def _fitted(stretches: list[Stretch], size: int) -> list[Stretch]:
    """Make the stretches cover the text exactly: what nobody is known for is nobody's."""
    held, _rest = _cut(stretches, size)
    return _together([*held, (size - sum(length for length, _who in held), NOBODY)])

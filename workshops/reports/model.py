# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a report consists of: plain data that every writer reads, so that page and PDF say the same."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Words:
    """Running text; `lang` when it is not the report's own language."""

    paragraphs: list[str]
    lang: str = ""
    kind: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's exact words, and whose."""

    text: str
    source: str
    lang: str = ""
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class Points:
    """A list of sentences, each perhaps with a head."""

    items: list[tuple[str, str]]
    kind: Literal["points"] = "points"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption and its source."""

    caption: str
    columns: list[str]
    rows: list[list[str]]
    note: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Seats:
    """How one side's seats answered: marks to draw, words to read."""

    mark: str
    side: str
    supporting: int
    runs: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One proposal in the picture of support and impact."""

    title: str
    verdict: str
    cells: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Picture:
    """Support beside usefulness, drawn; `alt` says what it shows."""

    caption: str
    alt: str
    columns: list[str]
    rows: list[PictureRow]
    note: str = ""
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Band:
    """One interval in a strip."""

    label: str
    low: float
    mid: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Intervals under one another on one axis."""

    caption: str
    alt: str
    unit: str
    bands: list[Band]
    note: str = ""
    kind: Literal["strip"] = "strip"


@dataclass(frozen=True, slots=True)
class Position:
    """A position in the council's wording, with the footnote that says who."""

    text: str
    footnote: str


@dataclass(frozen=True, slots=True)
class Positions:
    """Positions one after another."""

    items: list[Position]
    kind: Literal["positions"] = "positions"


Block = Words | Quote | Points | Table | Picture | Strip | Positions


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter."""

    title: str
    blocks: list[Block]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; the number is its place."""

    key: str
    title: str
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Report:
    """A report in one language."""

    lang: str
    title: str
    subtitle: str
    status: str
    facts: list[tuple[str, str]]
    chapters: list[Chapter]
    provenance: list[tuple[str, str]]

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, to be frozen."""
        return asdict(self)

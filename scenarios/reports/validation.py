# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good the model is, ready to be drawn: blocks of checks, each on a line of its own scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scenarios import vocabulary
from scenarios.arrays import MODEL_VERSION
from scenarios.arrays.validation import Judged, judged
from scenarios.models import Validation

LEFT, RIGHT = 3.0, 97.0  # what lies beyond is drawn at the edge
RANGE_LEFT, RANGE_RIGHT = 30.0, 70.0  # where the bounds of a check are drawn
SMALLEST = 1e-300


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every check, as far as it has been computed for the version that runs here."""

    engine_version: str
    computed_at: datetime | None
    seconds: float | None
    error: str
    checks: tuple[Judged, ...]

    @property
    def is_done(self) -> bool:
        return self.computed_at is not None

    @property
    def passed(self) -> int:
        return sum(one.has_passed is True for one in self.checks)

    @property
    def missed(self) -> int:
        return sum(one.has_passed is False for one in self.checks)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Places on a line from 0 (left) to 100 (right); None is not there."""

    range_from: float
    range_to: float
    target: float | None
    found: float | None
    band_from: float | None
    band_to: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A check with its words and its drawing."""

    check: Judged
    words: vocabulary.ValidationCheck
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class Block:
    """Checks of one kind."""

    words: vocabulary.ValidationBlock
    lines: tuple[Line, ...]

    @property
    def computed(self) -> int:
        return sum(line.check.has_passed is not None for line in self.lines)

    @property
    def passed(self) -> int:
        return sum(line.check.has_passed is True for line in self.lines)


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """The whole page, as plain data."""

    judgement: Judgement
    blocks: tuple[Block, ...]

    @property
    def misses(self) -> Iterator[Line]:
        """What is missed, in the order of the page."""
        return (line for block in self.blocks for line in block.lines if line.check.has_passed is False)


def validation_report() -> ValidationReport:
    """Return how good the model is, as far as it has been computed: one statement."""
    told = judgement()
    blocks = (Block(words, lines_of(words.key, told.checks)) for words in vocabulary.validation_blocks())
    return ValidationReport(told, tuple(block for block in blocks if block.lines))


def judgement() -> Judgement:
    """Return what is stored for the version that runs here: one statement."""
    row = Validation.objects.filter(engine_version=MODEL_VERSION).first()
    if row is None:
        return Judgement(MODEL_VERSION, None, None, "", judged([]))
    return Judgement(MODEL_VERSION, row.computed_at, row.worker_seconds, row.error, judged(row.rows or []))


def lines_of(block: str, checks: tuple[Judged, ...]) -> tuple[Line, ...]:
    """Return the checks of one kind, in the order of the targets."""
    return tuple(line_of(one) for one in checks if one.block == block)


def line_of(check: Judged) -> Line:
    """Return a check with its words and its drawing."""
    return Line(check, vocabulary.validation_check(check.key), drawn(check))


def drawn(check: Judged) -> Drawn:
    """Place target, bounds and our figure on a line; every check has its own scale, so that all bounds look alike."""

    def place(value: float | None) -> float | None:
        return None if value is None else min(max(_place(check, value), LEFT), RIGHT)

    return Drawn(
        range_from=LEFT if check.low is None else RANGE_LEFT,
        range_to=RIGHT if check.high is None else RANGE_RIGHT,
        target=place(check.target),
        found=place(check.found),
        band_from=place(check.found_low),
        band_to=place(check.found_high),
    )


def _place(check: Judged, value: float) -> float:
    width = RANGE_RIGHT - RANGE_LEFT
    if check.low is not None and check.high is not None and check.low < check.high:
        return RANGE_LEFT + width * (value - check.low) / (check.high - check.low)
    if check.high is not None:
        return RANGE_RIGHT + width * (value - check.high) / _size(check, check.high)
    low = check.low or 0.0
    return RANGE_LEFT + width * (value - low) / _size(check, low)


def _size(check: Judged, bound: float) -> float:
    """Return what counts as far from a single bound: its own size, or how far our figure lies from it."""
    away = 0.0 if check.found is None else abs(check.found - bound)
    return max(abs(bound), away, SMALLEST)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of a version that is tried, as plain data: what the page draws, and what a moved lever is answered with.

Nought stands in the middle and the scale goes up in large steps, so that marks move and axes seldom do.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import pgettext as _p

from scenarios import vocabulary
from scenarios.arrays.comparisons import Compared, Comparison
from scenarios.selectors.impacts import Band
from scenarios.templatetags.figures import change, change_range, change_unit, language, level, number, signed
from scenarios.vocabulary import Outcome
from workshops.enums import SignOf
from workshops.selectors.impact_table import FEWEST_STEPS, Change
from workshops.selectors.trials import Key

MIDDLE, HALF = 50.0, 46.0  # hundredths of the width
HEADROOM = 1.4  # for the band, so that its arrival does not change the scale
STEPS = (1.0, 2.0, 5.0, 10.0)
WORDS = {
    "point": gettext_lazy("margin not computed yet"),
    "better": gettext_lazy("better"),
    "worse": gettext_lazy("worse"),
    "uncertain": gettext_lazy("uncertain"),
    "clear": gettext_lazy("certain, neither better nor worse"),
}


@dataclass(frozen=True, slots=True)
class Version:
    """What was computed of a trial: one draw, or many."""

    comparison: Comparison
    has_band: bool

    def row(self, key: Key) -> tuple[Compared, ...]:
        """Return the cells of a row, whichever of scenarios and years it runs over."""
        return tuple(one for row in self.comparison.cells[key] for one in row)


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario, or a year."""

    letter: str
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point and its band in hundredths of the width; better, or more, is to the right."""

    mid: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One group in one column: what is drawn and what is printed."""

    state: str
    mark: Mark
    value: str
    range: str
    words: str
    level: str
    held: Mark | None
    held_words: str

    def as_data(self) -> list[Any]:
        """Return it as short as it can travel."""
        held = [self.held.mid, self.held.low, self.held.high, self.held_words] if self.held else None
        mark = [self.mark.mid, self.mark.low, self.mark.high]
        return [self.state, *mark, self.value, self.range, self.words, self.level, held]


@dataclass(frozen=True, slots=True)
class Row:
    """One group."""

    group: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One outcome: its groups on one scale, which reaches as far to the left as to the right."""

    outcome: Outcome
    unit: str
    reach: str
    ticks: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """A row in a few words, for the strip that stays in sight."""

    label: str
    unit: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn of a trial, and of one that is held beside it."""

    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    shorts: tuple[Short, ...]

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for block in self.blocks for row in block.rows for cell in row.cells)

    def as_data(self) -> dict[str, Any]:
        """Return what changes when a lever moves, in the order of the page."""
        return {
            "cells": [cell.as_data() for cell in self.cells],
            "axes": [[block.reach, *block.ticks] for block in self.blocks],
            "shorts": [[value for _head, value in one.values] for one in self.shorts],
        }


def picture_of(  # noqa: PLR0913 -- what is tried, what is held, and what of it is shown
    tried: Version,
    held: Version | None,
    *,
    columns: Sequence[Column],
    keys: Sequence[Key],
    shorts: Sequence[Key] = (),
    ticks: Mapping[str, float] | None = None,
    with_levels: bool = False,
) -> Picture:
    """Draw a trial: the rows that are asked for, each outcome on one scale for all groups and columns."""
    blocks = tuple(
        _block(outcome, [group for _, group in found], tried, held, (ticks or {}).get(outcome), with_levels=with_levels)
        for outcome, found in groupby(keys, key=lambda key: key[0])
    )
    return Picture(tuple(columns), blocks, tuple(_short(tried, key, columns) for key in shorts))


def _block(  # noqa: PLR0913 -- one outcome of all that is drawn
    key: str, groups: Sequence[str], tried: Version, held: Version | None, tick: float | None, *, with_levels: bool
) -> Block:
    outcome = vocabulary.outcome(key)
    versions = [one for one in (tried, held) if one]
    reach = _reach(outcome, [cell.change for one in versions for group in groups for cell in one.row((key, group))])
    shown = reach * outcome.difference_scale
    return Block(
        outcome=outcome,
        unit=change_unit(key),
        reach=number(shown, max(0, -math.floor(math.log10(shown)))),
        ticks=(_place(-tick, reach), _place(tick, reach)) if tick and tick <= reach else (),
        rows=tuple(
            Row(
                group,
                vocabulary.group(group).label.in_language(language()),
                tuple(_cells(outcome, group, tried, held, reach, with_levels=with_levels)),
            )
            for group in groups
        ),
    )


def _cells(  # noqa: PLR0913 -- one group of all that is drawn
    outcome: Outcome, group: str, tried: Version, held: Version | None, reach: float, *, with_levels: bool
) -> Iterator[Cell]:
    beside = held.row((outcome.key, group)) if held else ()
    for at, one in enumerate(tried.row((outcome.key, group))):
        state = _state(Change(one.change, one.baseline, outcome)) if tried.has_band else "point"
        other = beside[at] if beside else None
        yield Cell(
            state=state,
            mark=_mark(outcome, one.change, reach, has_band=tried.has_band),
            value=change(one.change.mid, outcome.key),
            range=change_range(one.change, outcome.key) if tried.has_band else "",
            words=str(WORDS[state]),
            level=level(one.level.mid, outcome.key) if with_levels else "",
            held=_mark(outcome, other.change, reach, has_band=held.has_band) if other and held else None,
            held_words=_held_words(outcome, one, other) if other else "",
        )


def _held_words(outcome: Outcome, one: Compared, held: Compared) -> str:
    """Say what is held, and how far apart the two are as they read, so that the sum comes out on the page."""
    scale, decimals = outcome.difference_scale, outcome.difference_decimals
    apart = round(one.change.mid * scale, decimals) - round(held.change.mid * scale, decimals)
    return _("held %(held)s · difference %(apart)s") % {
        "held": change(held.change.mid, outcome.key),
        "apart": signed(apart, decimals),
    }


def _state(one: Change) -> str:
    if one.outcome.better is None:
        return "clear" if one.band.is_clear and one.is_visible else "uncertain"
    return {SignOf.BETTER: "better", SignOf.WORSE: "worse"}.get(one.sign, "uncertain")


def _mark(outcome: Outcome, band: Band, reach: float, *, has_band: bool) -> Mark:
    turned = Change(band, 0.0, outcome).towards_better
    low, mid, high = (_place(one, reach) for one in (turned.low, turned.mid, turned.high))
    return Mark(mid, low, high) if has_band else Mark(mid, None, None)


def _place(value: float, reach: float) -> float:
    return round(MIDDLE + HALF * max(-1.0, min(1.0, value / reach)), 2)


def _reach(outcome: Outcome, bands: Sequence[Band]) -> float:
    """Return how far the scale goes to either side, in engine units: a round number as it is shown."""
    least = FEWEST_STEPS * 10.0**-outcome.difference_decimals
    widest = max((max(abs(band.low), abs(band.high), HEADROOM * abs(band.mid)) for band in bands), default=0.0)
    shown = max(least, widest * outcome.difference_scale)
    power = 10.0 ** math.floor(math.log10(shown))
    return next(step * power for step in STEPS if step * power >= shown * (1 - 1e-9)) / outcome.difference_scale


def _short(tried: Version, key: Key, columns: Sequence[Column]) -> Short:
    outcome, group = key
    return Short(
        label=_p("an outcome for a group", "%(outcome)s, %(group)s")
        % {
            "outcome": vocabulary.outcome(outcome).label.in_language(language()),
            "group": vocabulary.group(group).short.in_language(language()),
        },
        unit=change_unit(outcome),
        values=tuple(
            (column.letter or column.title, change(one.change.mid, outcome))
            for column, one in zip(columns, tried.row(key), strict=True)
        ),
    )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Key figures over the years: one small picture for each scenario, all of a row on the same axes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from scenarios.selectors.impacts import Band, Figures

WIDTH, HEIGHT, MARGIN = 100.0, 40.0, 3.0  # of the box of one small picture

Years = Mapping[int, Band]


@dataclass(frozen=True, slots=True)
class PathCell:
    """One figure in one scenario: its band as the corners of a shape, its median as the points of a line."""

    band: Band | None
    years: Years
    shape: str
    line: str


@dataclass(frozen=True, slots=True)
class PathRow:
    """One key figure over all scenarios, from `low` to `high` on every axis; `start_at` is the level of the first year."""

    outcome: str
    group: str
    years: tuple[int, ...]
    low: float
    high: float
    start_at: float
    year_at: float
    cells: tuple[PathCell | None, ...]

    @property
    def by_year(self) -> list[tuple[int, list[Band | None]]]:
        """The same figures as rows of a table: a year, and the bands of all scenarios."""
        return [(year, [cell.years.get(year) if cell else None for cell in self.cells]) for year in self.years]


@dataclass(frozen=True, slots=True)
class Axes:
    """What a place in the picture stands for."""

    first: int
    last: int
    low: float
    high: float

    def across(self, year: int) -> float:
        """Return where a year stands."""
        return round(WIDTH * (year - self.first) / ((self.last - self.first) or 1), 2)

    def down(self, value: float) -> float:
        """Return where a value stands; more is higher."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN), 2)


def paths_of(
    keys: Sequence[tuple[str, str]], revision_ids: Sequence[UUID], state: Figures, year: int
) -> tuple[PathRow, ...]:
    """Return the key figures that are known of any of the scenarios: no statements."""
    found = ((key, [state.bands.get(key, {}).get(one, {}) for one in revision_ids]) for key in keys)
    return tuple(_row(key, sets, year) for key, sets in found if any(sets))


def _row(key: tuple[str, str], sets: Sequence[Years], year: int) -> PathRow:
    years = sorted(set(chain.from_iterable(sets)))
    bands = [band for one in sets for band in one.values()]
    axes = Axes(years[0], years[-1], min(one.low for one in bands), max(one.high for one in bands))
    start = next(one[years[0]].mid for one in sets if years[0] in one)
    return PathRow(
        *key,
        years=tuple(years),
        low=axes.low,
        high=axes.high,
        start_at=axes.down(start),
        year_at=axes.across(year),
        cells=tuple(_cell(one, axes, year) if one else None for one in sets),
    )


def _cell(years: Years, axes: Axes, year: int) -> PathCell:
    ordered = sorted(years.items())
    there = [(at, band.high) for at, band in ordered]
    back = [(at, band.low) for at, band in reversed(ordered)]
    return PathCell(
        band=years.get(year),
        years=years,
        shape=_points([*there, *back], axes),
        line=_points([(at, band.mid) for at, band in ordered], axes),
    )


def _points(places: Sequence[tuple[int, float]], axes: Axes) -> str:
    return " ".join(f"{axes.across(year):g},{axes.down(value):g}" for year, value in places)

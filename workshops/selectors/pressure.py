# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which groups come under pressure in which scenario: what the model says, and what the authors name beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scenarios import vocabulary
from scenarios.selectors.impacts import Band, Figures
from scenarios.vocabulary import Outcome, PopulationGroup
from workshops.enums import SignOf
from workshops.selectors.futures import Future
from workshops.selectors.impact_table import Change

NOT_OF_A_GROUP = ("employment",)  # how many people a group counts tells of schooling, not of pressure


class Pressure(StrEnum):
    """How a group fares since the first year, by the figures that are known of it."""

    UNDER = "under"
    MIXED = "mixed"
    BETTER = "better"
    NEITHER = "neither"
    NOT_MODELLED = "not_modelled"


@dataclass(frozen=True, slots=True)
class PressureCell:
    """One group in one scenario: what clearly got worse and better, how many figures say nothing, and what is judged."""

    state: Pressure
    worse: tuple[Change, ...]
    better: tuple[Change, ...]
    unclear: int
    bottlenecks: int


@dataclass(frozen=True, slots=True)
class PressureRow:
    """One group over all scenarios; none where a scenario is not computed yet."""

    group: PopulationGroup
    cells: tuple[PressureCell | None, ...]

    @property
    def is_under_pressure_everywhere(self) -> bool:
        return all(cell is not None and cell.state == Pressure.UNDER for cell in self.cells)


def pressure_of(futures: Sequence[Future], state: Figures, year: int) -> tuple[PressureRow, ...]:
    """Return every group that the model knows a figure of, or that the authors name: no statements."""
    rows = [PressureRow(group, tuple(_cell(group, one, state, year) for one in futures)) for group in _groups()]
    return tuple(row for row in rows if _says_something(row))


def _groups() -> list[PopulationGroup]:
    return [one for one in vocabulary.groups() if one.kind not in {"all", "government"}]


def _says_something(row: PressureRow) -> bool:
    return any(cell is None or cell.state != Pressure.NOT_MODELLED or cell.bottlenecks for cell in row.cells)


def _cell(group: PopulationGroup, future: Future, state: Figures, year: int) -> PressureCell | None:
    outcomes = [one for one in vocabulary.outcomes() if _tells_of(one, group)]
    years = [(one, state.bands.get((one.key, group.key), {}).get(future.id, {})) for one in outcomes]
    changes = [since_the_start(one, bands, year) for one, bands in years if year in bands]
    bottlenecks = future.bottlenecks_for(group.key)
    if not outcomes:
        return PressureCell(Pressure.NOT_MODELLED, (), (), 0, bottlenecks)
    if not changes:
        return None
    worse = _clearly(changes, SignOf.WORSE)
    better = _clearly(changes, SignOf.BETTER)
    return PressureCell(_state(worse, better), worse, better, len(changes) - len(worse) - len(better), bottlenecks)


def _tells_of(outcome: Outcome, group: PopulationGroup) -> bool:
    return bool(outcome.better) and group.key in outcome.groups and outcome.key not in NOT_OF_A_GROUP


def since_the_start(outcome: Outcome, bands: dict[int, Band], year: int) -> Change:
    """Return the change of a figure since the median of its first year, as the change of a reform is shown."""
    start, now = bands[min(bands)].mid, bands[year]
    scale = start if outcome.difference == "percent" else 1.0
    low, mid, high = ((value - start) / scale for value in (now.low, now.mid, now.high))
    return Change(Band(low, mid, high), start, outcome)


def _clearly(changes: Sequence[Change], sign: SignOf) -> tuple[Change, ...]:
    found = [one for one in changes if one.sign == sign and one.steps >= 1]
    return tuple(sorted(found, key=lambda one: -one.steps))


def _state(worse: Sequence[Change], better: Sequence[Change]) -> Pressure:
    if worse:
        return Pressure.MIXED if better else Pressure.UNDER
    return Pressure.BETTER if better else Pressure.NEITHER

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compare a version that is tried with what it is tried against: any number of draws, nothing from or to tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays import drawn
from scenarios.selectors.impacts import Band

Numbers = tuple[tuple[str, float], ...]
"""Keys and values, so that they can be looked up by."""
Array = NDArray[np.float64]
_RELATIVE = frozenset(one.key for one in engine.OUTCOMES if one.difference == "percent")


@dataclass(frozen=True, slots=True)
class Compared:
    """One outcome of one group in one scenario and year; for a single draw the bands have no width."""

    level: Band
    change: Band
    baseline: float
    positive_share: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """By outcome and group, per scenario and year; and how much of it lies beyond what the equations are meant for."""

    cells: Mapping[tuple[str, str], tuple[tuple[Compared, ...], ...]]
    implausible: float


def compare(  # noqa: PLR0913 -- what is tried, against what, and how often it is drawn
    *,
    before: Sequence[Numbers],
    after: Sequence[Numbers],
    reform: engine.Reform | None,
    years: tuple[int, ...],
    draws: int,
    seed: int,
) -> Comparison:
    """Run what is tried once; what it is compared with stays in the process between calls."""
    without = untouched(tuple(before), years, draws, seed)
    tried = engine.project(
        scenarios=[dict(one) for one in after],
        reforms=[reform] if reform else (),
        parameters=drawn(draws, seed),
        years=years,
    )
    cells = {key: _compared(key[0], level, without.values[key]) for key, level in tried.values.items()}
    return Comparison(cells, float(tried.provenance["implausible"]))


@lru_cache(maxsize=16)
def untouched(scenarios: tuple[Numbers, ...], years: tuple[int, ...], draws: int, seed: int) -> engine.Outcomes:
    """Return the scenarios with nothing done: the same for every version that is tried."""
    return engine.project(scenarios=[dict(one) for one in scenarios], parameters=drawn(draws, seed), years=years)


def reform_with(
    levers: Numbers, *, start_year: int, phase_years: int, exante_budget_bn: float, budget_from_model: bool
) -> engine.Reform:
    """Return levers and their timing as the engine knows them."""
    return engine.Reform(
        levers=dict(levers),
        start_year=start_year,
        phase_years=phase_years,
        exante_budget_bn=exante_budget_bn,
        budget_from_model=budget_from_model,
    )


def _compared(outcome: str, level: Array, reference: Array) -> tuple[tuple[Compared, ...], ...]:
    """Return arrays of axes (scenario, draw, year) as cells."""
    change = level / reference - 1 if outcome in _RELATIVE else level - reference
    is_one_draw = level.shape[1] == 1
    levels, changes = (_bands(values, is_one_draw=is_one_draw) for values in (level, change))
    baselines = (reference[:, 0] if is_one_draw else np.median(reference, axis=1)).tolist()
    positive = (change > 0).mean(axis=1).tolist()
    return tuple(
        tuple(Compared(*facts) for facts in zip(*of_scenario, strict=True))
        for of_scenario in zip(levels, changes, baselines, positive, strict=True)
    )


def _bands(values: Array, *, is_one_draw: bool) -> list[list[Band]]:
    """Return the quantiles over draws, axes (scenario, year)."""
    if is_one_draw:
        return [[Band(one, one, one) for one in row] for row in values[:, 0].tolist()]
    low, mid, high = engine.quantiles(values).tolist()
    return [[Band(*ends) for ends in zip(*rows, strict=True)] for rows in zip(low, mid, high, strict=True)]

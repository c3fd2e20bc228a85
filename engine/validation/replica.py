# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The basic scenario of CPB and SCP (2015) rebuilt: the model started in 2009 and run to 2025."""

from dataclasses import dataclass, replace

import numpy as np

from engine import tables
from engine.axes import EDUCATION, FloatArray
from engine.baseline import Baseline, netherlands
from engine.drivers import default_drivers, over_lanes
from engine.ensemble import Parameters
from engine.report import Measures
from engine.simulation import simulate
from engine.world import World

START, END = 2009, 2025


@dataclass(frozen=True, slots=True)
class Start:
    """The labour force of 2009, and how its education moves; units and sources in data/observed.toml."""

    unemployment: FloatArray
    education: FloatArray
    education_ahead: FloatArray


IN_2009 = tables.block(Start, "observed", "replica")


@dataclass(frozen=True, slots=True)
class Replica:
    """Change of real wages in per cent, and unemployment in 2025 in per cent, by education."""

    wage_growth: tuple[float, ...]
    unemployment: tuple[float, ...]
    unemployment_above_low: float


def basic_scenario(**parameters: float) -> Replica:
    """Run 2009-2025 from the unemployment of 2009, with the drifts of the continuing trend.

    Parameters
    ----------
    **parameters : float
        Parameters that differ from their mode.
    """
    drivers = dict(default_drivers("trend")) | _education_ahead()
    ensemble = Parameters.from_arrays({name: [value] for name, value in parameters.items()})
    world = World(_netherlands_of_2009(), over_lanes([drivers], 1), ensemble.over_lanes(1))
    measures = simulate(world, [()], [START, END])
    rate = _by_education(measures[END], "unemployment")
    force = _by_education(measures[END], "employment") / (1 - rate)
    growth = _by_education(measures[END], "real_wage") / _by_education(measures[START], "real_wage") - 1
    return Replica(
        wage_growth=tuple(float(one) for one in 100 * growth),
        unemployment=tuple(float(one) for one in 100 * rate),
        unemployment_above_low=float(100 * (rate * force)[1:].sum() / force[1:].sum()),
    )


def _education_ahead() -> dict[str, float]:
    low, high = IN_2009.education_ahead.tolist()
    return {"low_educated_share": low, "high_educated_share": high}


def _netherlands_of_2009() -> Baseline:
    rates = IN_2009.unemployment / 100
    return replace(
        netherlands(),
        year=float(START),
        education_shares=IN_2009.education,
        unemployment_observed=rates,
        unemployment_structural=rates,
    )


def _by_education(measures: Measures, outcome: str) -> FloatArray:
    return np.array([measures[outcome, level][0] for level in EDUCATION])

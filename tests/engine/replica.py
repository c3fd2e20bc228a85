# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The basic scenario of CPB and SCP (2015) rebuilt: the model started in 2009 and run to 2025."""

from dataclasses import dataclass, replace

import numpy as np

import engine
from engine.baseline import netherlands
from engine.drivers import over_lanes
from engine.projection import simulate
from engine.world import World


@dataclass(frozen=True)
class Replica:
    """Change of real wages in per cent and unemployment in 2025 in per cent."""

    wage_growth: tuple[float, ...]
    unemployment: tuple[float, ...]
    unemployment_above_low: float


def run(*, g0: float, demand_high: float, demand_middle: float, **parameters: float) -> Replica:
    """Run 2009-2025 from the unemployment of 2009, with these drifts and parameters."""
    rates = np.array([0.059, 0.029, 0.029])
    base = replace(
        netherlands(),
        year=2009.0,
        education_shares=np.array([0.26, 0.43, 0.31]),
        unemployment_observed=rates,
        unemployment_structural=rates,
    )
    drivers = dict(engine.default_drivers("trend"))
    drivers |= {"demand_high": demand_high, "demand_middle": demand_middle}
    drivers |= {"high_educated_share": 0.428, "low_educated_share": 0.181}
    ensemble = engine.Parameters.from_arrays({"g0": [g0], **{name: [value] for name, value in parameters.items()}})
    world = World(base, over_lanes([drivers], 1), ensemble.over_lanes(1))
    measures = simulate(world, [], [2009, 2025])

    def at(year: int, outcome: str) -> list[float]:
        levels = ("low_educated", "middle_educated", "high_educated")
        return [float(measures[year][outcome, level][0]) for level in levels]

    employed, rate = np.array(at(2025, "employment")), np.array(at(2025, "unemployment"))
    force = employed / (1 - rate)
    growth = np.array(at(2025, "real_wage")) / np.array(at(2009, "real_wage")) - 1
    return Replica(
        wage_growth=tuple(100 * growth),
        unemployment=tuple(100 * rate),
        unemployment_above_low=float(100 * (rate * force)[1:].sum() / force[1:].sum()),
    )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts of a question as the engine knows them."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios import arrays
from scenarios.selectors.studies.asked import AskedReform, AskedScenario, AskedYardstick

Values = Mapping[tuple[str, str], NDArray[np.float64]]


def reform_of(asked: AskedReform) -> engine.Reform:
    """Return a reform."""
    return engine.Reform(
        levers=dict(asked.levers),
        start_year=asked.start_year,
        phase_years=asked.phase_years,
        exante_budget_bn=asked.exante_budget_bn,
        budget_from_model=asked.budget_from_model,
    )


def drivers_of(scenarios: Iterable[AskedScenario]) -> list[dict[str, float]]:
    """Return the drivers of some scenarios."""
    return [dict(one.drivers) for one in scenarios]


def lines_of(yardstick: AskedYardstick) -> list[engine.YardstickLine]:
    """Return the lines of a yardstick."""
    return [
        engine.YardstickLine(
            line.outcome, line.group, line.better, line.smallest_difference, line.tolerance, line.floor
        )
        for line in yardstick.lines
    ]


def change_by(yardstick: AskedYardstick, values: Values, scenario: int) -> engine.YardstickChange:
    """Return what a yardstick makes of impacts of axes (scenario, draw, year) in one scenario and the last year."""
    lines = lines_of(yardstick)
    return engine.measure(lines, [values[line.outcome, line.group][scenario, :, -1] for line in lines])


def parameters_for(draws: int, seed: int) -> engine.Parameters:
    """Return the draws that projections use too."""
    return arrays.drawn(draws, seed)


def rounded(value: float, digits: int = 6) -> float:
    """Return a number with as many digits as anybody will read."""
    return float(f"{float(value):.{digits}g}")

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Low-paid insecure work: flexible or self-employed, at less than 130% of the minimum wage without the reform."""

from dataclasses import dataclass

import numpy as np

from engine import distribution, minimum_wage, tables
from engine.axes import FLEXIBLE, SELF_EMPLOYED, FloatArray, column
from engine.baseline import Baseline
from engine.distribution import Workforce
from engine.levers import Shifts
from engine.minimum_wage import WageFloor
from engine.wages import normal_share


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    line: float
    kernel: float
    least_fee: float


FIXED = tables.block(Constants, "constants", "low_pay")


def low_paid_shares(workforce: Workforce, shifts: Shifts, base: Baseline) -> FloatArray:
    """Share of flexible and of self-employed workers who are low-paid, axes (education, contract - 1, lane).

    ``Phi((ln 1.3 m - mean) / spread)``, with the floor and the spillover in employees' pay and the floor in fees.

    Low-paid is under 130% of the minimum wage without the reform, so that raising it does not move the line.
    Shares of lognormal distributions, without nodes: a small change of a lever gives a small change here.

    Source: CPB and SCP (2015), De onderkant van de arbeidsmarkt in 2025, for the definition, found; the kernel is
    an assumption, data/constants.toml [low_pay].
    """
    line = workforce.log_minimum_unreformed + np.log(FIXED.line)
    mean, spread = distribution.log_wage_moments(workforce.log_wage, base)
    flexible = _employees_under(line, mean[:, FLEXIBLE], column(spread[:, FLEXIBLE]), workforce.floor)
    fee = _fee_before_floor(line, workforce.log_minimum, shifts)
    self_employed = normal_share((fee - mean[:, SELF_EMPLOYED]) / column(spread[:, SELF_EMPLOYED]))
    return np.stack([flexible, self_employed], axis=1)


def _employees_under(line: FloatArray, mean: FloatArray, spread: FloatArray, floor: WageFloor) -> FloatArray:
    """Share of employees under a line, axes (education, lane).

    Whoever is paid the floor counts by a logistic step as wide as pay at the floor varies, so that nothing jumps
    where a high minimum wage passes the line.
    """
    at_floor = normal_share((minimum_wage.before_lift(floor.log_level, floor) - mean) / spread)
    under = normal_share((minimum_wage.before_lift(line, floor) - mean) / spread)
    counted = 0.5 * (1 + np.tanh((line - floor.log_level) / (2 * FIXED.kernel)))
    return at_floor * counted + np.maximum(under - at_floor, 0.0)


def _fee_before_floor(line: FloatArray, log_minimum: FloatArray, shifts: Shifts) -> FloatArray:
    """Log of the fee without a floor in fees that the floor turns into the line, array (lane,)."""
    floor = shifts.self_employed_floor * np.exp(log_minimum)
    closing = distribution.FIXED.floor_closing
    without = (np.exp(line) - closing * floor) / (1 - closing)
    return np.where(np.exp(line) >= floor, line, np.log(np.maximum(without, FIXED.least_fee)))

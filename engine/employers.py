# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Employers: an index of what labour costs small and large ones."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import SMALL, FloatArray, column
from engine.baseline import Baseline
from engine.ensemble import Draws
from engine.levers import Shifts
from engine.wages import bite, contract_cost, labour_cost_wedge


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    exposure: FloatArray
    bite_cost: float
    profit_weight: FloatArray


FIXED = tables.block(Constants, "constants", "employers")


def common_cost(bill: FloatArray, shifts: Shifts, draws: Draws) -> FloatArray:
    """Cost that reforms add for all employers, share of the wage bill, array (lane,).

    ``contract cost + levy + zeta sum_s wedge_s bill_s / sum_s bill_s``

    Real costs of contracts and levies, and the part zeta of all wedges that is not shifted to wages.

    Source: zeta in data/priors.toml, from memory; that contract costs stay with employers is an assumption.

    Parameters
    ----------
    bill : array (education, lane)
        Wage bill.
    """
    wedge: FloatArray = (labour_cost_wedge(shifts) * bill).sum(axis=0) / bill.sum(axis=0)
    return contract_cost(shifts) + shifts.wage_bill_levy + draws.zeta * wedge


def cost_index(
    common: FloatArray, mean_bite: FloatArray, labour_share: FloatArray, shifts: Shifts, base: Baseline
) -> FloatArray:
    """Cost of labour against the base year, points of the wage bill, axes (employer, lane); higher is worse.

    ``100 (common cost + exposure .6 bite) - weight (change of the profit share in points)``: an index, not a
    forecast of profits. Small employers are exposed to the minimum wage more, large ones own more of the machines.

    Source: assumption, data/constants.toml [employers]: exposure, cost of the bite and weight of profits.

    Parameters
    ----------
    common : array (lane,)
        See `common_cost`.
    mean_bite : array (lane,)
        See `mean_bite`.
    labour_share : array (lane,)
        Share of GDP.
    """
    profit = 100 * (base.labour_share - labour_share)
    costs = common + column(FIXED.exposure) * (FIXED.bite_cost * mean_bite)
    costs[SMALL] += shifts.small_firm_cost
    return 100 * costs - column(FIXED.profit_weight) * profit


def mean_bite(log_minimum: FloatArray, log_reference: FloatArray, employment: FloatArray, base: Baseline) -> FloatArray:
    """Mean bite of the minimum wage over workers, above that of the base year, log points, array (lane,).

    ``sum_s bite_s E_s / sum_s E_s - the same in the base year``

    Source: see `engine.wages.bite`; an identity given it.
    """
    spread = column(base.wage_spread)
    before = bite(np.log(base.minimum_wage), base.log_wages - spread**2 / 2, spread)
    now = bite(log_minimum, log_reference - spread**2 / 2, spread)
    at_start = (before[:, 0] * base.employment).sum() / base.employment.sum()
    return np.asarray((now * employment).sum(axis=0) / employment.sum(axis=0) - at_start, dtype=np.float64)

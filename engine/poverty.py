# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Poverty: a risk by status, education and relative income. No households: a rule of thumb."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import SELF_EMPLOYED, FloatArray, column
from engine.baseline import Baseline
from engine.distribution import FIXED as INCOME
from engine.levers import Shifts


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    income_power: float
    line_growth: float
    insurance: float
    benefit: float
    duration: float


FIXED = tables.block(Constants, "constants", "poverty")


def worker_poverty(log_wage: FloatArray, log_average: FloatArray, shifts: Shifts, base: Baseline) -> FloatArray:
    """Risk of poverty of workers, share of persons, axes (education, contract, lane).

    ``rate of the contract x factor of the education x (income relative to the line) ^ -1.3``, where the line
    follows half of the growth of the average wage. Insurance lowers the risk of the self-employed.

    Source: an assumption, with CBS (2013) for the total of the rates: data/baseline.toml, and
    data/constants.toml [poverty].
    """
    log_income = log_wage - base.log_wages + np.log1p(INCOME.net_wage_pass * shifts.net_wage)
    relative = log_income - FIXED.line_growth * (log_average - base.log_average_wage)
    factor = np.exp(-FIXED.income_power * relative)
    rates = base.poverty_by_status[:-1] * column(base.poverty_by_education)
    risks = column(rates) * factor[:, np.newaxis]
    risks[:, SELF_EMPLOYED] *= 1 - FIXED.insurance * shifts.self_employed_insurance
    return risks


def unemployed_poverty(shifts: Shifts, base: Baseline) -> FloatArray:
    """Risk of poverty of the unemployed, share of persons, array (lane,).

    ``rate exp(-b (dln(linked benefit) + e dln(duration)))``: lower where benefits are higher or last longer.

    Source: assumption, data/constants.toml [poverty].
    """
    support = shifts.log_linked_benefit + FIXED.duration * shifts.log_benefit_duration
    return np.asarray(base.poverty_by_status[-1] * np.exp(-FIXED.benefit * support), dtype=np.float64)

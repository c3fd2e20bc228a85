# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Public finance: taxes on labour and capital against pensions, care, unemployment and the rest."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import AGE_65_74, FloatArray, Years, interpolated
from engine.baseline import Baseline
from engine.levers import Shifts


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    labour_tax: float
    capital_tax: float
    pension_tax: float
    pension_tax_growth: float
    pension_tax_year: float
    pension_window_end: float
    pension_window_years: float
    pension_link: float
    unemployment_link: float
    unemployment_duration: float
    unemployment_fixed: float
    other_per_head: float


FIXED = tables.block(Constants, "constants", "public_finance")


@dataclass(frozen=True, slots=True)
class Economy:
    """What the government account needs to know of a year; indices are relative to the base year, (lane,).

    Attributes
    ----------
    labour_share : share of GDP
    wage_index, output_index : base year 1
    care_index : share of work in care over that of the base year
    labour_force_index : labour force before incentives over that of the base year
    unemployed_index : unemployed over those observed in the base year
    """

    labour_share: FloatArray
    wage_index: FloatArray
    output_index: FloatArray
    care_index: FloatArray
    labour_force_index: FloatArray
    unemployed_index: FloatArray


def pensioners(year: Years, pension_age: float | FloatArray, base: Baseline) -> FloatArray:
    """People with a state pension, million, array (lane,).

    ``pop_65_74 (75 - pension age) / 10 + pop_75``, the fraction kept between 0 and 1.

    Source: CBS, population forecast, data/baseline.toml; the law of 2015 for the pension age.
    """
    waiting = (FIXED.pension_window_end - pension_age) / FIXED.pension_window_years
    retired: FloatArray = base.population_in(year)[AGE_65_74] * np.clip(waiting, 0.0, 1.0)
    return retired + base.population_75_plus_in(year)


def heads(year: Years, base: Baseline) -> FloatArray:
    """People of 15 and older, million, array (lane,).

    ``sum_a pop_a + pop_75``

    Source: CBS, population forecast, data/baseline.toml.
    """
    return np.asarray(base.population_in(year).sum(axis=0) + base.population_75_plus_in(year), dtype=np.float64)


def balance(year: Years, pension_age: FloatArray, economy: Economy, shifts: Shifts, base: Baseline) -> FloatArray:
    """Balance of the government, share of GDP, array (lane,).

    ``tauL ls + tauK (1 - ls) + pension tax - [AOW heads W + care + unemployment + .3 heads W + .7 Y] / Y``
    plus the ex-ante effect of reforms whose budget the model does not compute itself.

    Source: CBS for the balance of 2015, found; all rates and links are an assumption, data/constants.toml
    [public_finance].

    Parameters
    ----------
    pension_age : array (lane,)
        State pension age in the year.
    """
    wage, output = economy.wage_index, economy.output_index
    linked = shifts.log_linked_benefit
    retired = pensioners(year, pension_age, base) / pensioners(int(base.year), float(base.pension_age[0]), base)
    path = np.array([base.year, FIXED.pension_tax_year])
    richer = interpolated(year, path, np.array([1.0, FIXED.pension_tax_growth]))
    receipts: FloatArray = tax_on(economy.labour_share) + FIXED.pension_tax * (retired * richer * wage / output - 1)
    pensions: FloatArray = base.pension_spending * retired * wage * np.exp(FIXED.pension_link * linked)
    care = base.care_spending * economy.care_index * economy.labour_force_index * wage
    unemployed = FIXED.unemployment_fixed + (1 - FIXED.unemployment_fixed) * economy.unemployed_index
    benefits: FloatArray = (
        base.unemployment_spending
        * unemployed
        * wage
        * np.exp(FIXED.unemployment_duration * shifts.log_benefit_duration + FIXED.unemployment_link * linked)
    )
    grown = heads(year, base) / heads(int(base.year), base)
    other = other_spending(base) * (FIXED.other_per_head * grown * wage + (1 - FIXED.other_per_head) * output)
    exante = shifts.exante_budget_bn * wage / (base.gdp_bn * output)
    return receipts - (pensions + care + benefits + other) / output + exante


def tax_on(labour_share: FloatArray) -> FloatArray:
    """Taxes and contributions on labour and capital, share of GDP, array (lane,).

    ``tauL ls + tauK (1 - ls)``

    Source: assumption, data/constants.toml [public_finance].
    """
    return FIXED.labour_tax * labour_share + FIXED.capital_tax * (1 - labour_share)


def other_spending(base: Baseline) -> float:
    """Spending in the base year that is not on pensions, care or unemployment, share of GDP: what closes the account.

    ``tax - balance - pensions - care - unemployment``, all of the base year.

    Source: an identity; data/baseline.toml.
    """
    named = base.pension_spending + base.care_spending + base.unemployment_spending
    return float(tax_on(np.array(base.labour_share)) - base.balance - named)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Supply of labour: cohorts by age, education that rises, and participation that answers to income."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import AGE_25_44, AGE_55_64, AGE_65_74, HIGH, LOW, FloatArray, Years, column
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.ensemble import Draws
from engine.levers import Shifts


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    older_gain: float
    older_gain_years: float
    older_per_pension_year: float
    older_pension_age: float
    oldest_per_pension_year: float
    prime_gain: float
    prime_gain_years: float
    education_pace: float
    education_years: float
    training_upgrade: FloatArray
    net_wage_response: FloatArray
    net_wage_reference: float
    benefit_response: FloatArray
    insurance_value: float


FIXED = tables.block(Constants, "constants", "supply")


def pension_age(year: Years, shifts: Shifts, base: Baseline) -> FloatArray:
    """State pension age in a year, years of age, array (lane,).

    ``law + lever``

    Source: the law of 2015 up to 2021, from memory, data/baseline.toml.
    """
    return base.pension_age_in(year) + shifts.pension_age


def labour_force_by_age(year: Years, shifts: Shifts, base: Baseline) -> FloatArray:
    """Labour force before incentives, million persons, axes (age, lane).

    ``LF_a = pop_a part_a``, with ``part_55_64 = part_0 + gain min(n / years, 1) + c (pension age - reference)+``
    and ``part_65_74 = part_0 + d (pension age - pension age_0)``.

    Participation of 55-64 rises as cohorts of working women grow older; that of 65-74 follows the pension age.

    Source: CPB (2014), Labour supply to 2060, found for both gains of the old, data/constants.toml [supply].
    """
    years = base.years_since(year)
    retiring = pension_age(year, shifts, base)
    participation = column(base.participation) + np.zeros_like(retiring)
    later = np.maximum(retiring - FIXED.older_pension_age, 0.0)
    participation[AGE_25_44] += FIXED.prime_gain * np.minimum(years / FIXED.prime_gain_years, 1.0)
    participation[AGE_55_64] += (
        FIXED.older_gain * np.minimum(years / FIXED.older_gain_years, 1.0) + FIXED.older_per_pension_year * later
    )
    participation[AGE_65_74] += FIXED.oldest_per_pension_year * (retiring - base.pension_age[0])
    population = base.population_in(year)
    return (population if population.ndim > 1 else column(population)) * participation


def education_shares(year: Years, drivers: Drivers, upgraded: FloatArray, base: Baseline) -> FloatArray:
    """Share of each level of education in the labour force, axes (education, lane); they sum to one.

    ``share_0 + (share_2040 - share_0) (1 - exp(-p n)) / (1 - exp(-p N)) + upgraded``

    Source: CBS for the base year, found; the pace is an assumption, data/constants.toml [supply], the targets are
    of the scenario, data/drivers.toml.

    Parameters
    ----------
    upgraded : array (education, lane)
        What training has added so far; sums to zero.
    """
    passed = 1 - np.exp(-FIXED.education_pace * base.years_since(year))
    way = passed / (1 - np.exp(-FIXED.education_pace * FIXED.education_years))
    start = base.education_shares
    high = start[HIGH] + (drivers.high_educated_share - start[HIGH]) * way
    low = start[LOW] + (drivers.low_educated_share - start[LOW]) * way
    return np.stack([low, 1 - high - low, high]) + upgraded


def training_upgrade(shifts: Shifts, draws: Draws) -> FloatArray:
    """Return what a year of training adds to the shares of education, share a year, axes (education, lane); sums to zero.

    ``upgrade_s programmes el_train``

    Source: Card, Kluve and Weber (2018) for sign and timing; sizes are an assumption, data/constants.toml [supply],
    priors.toml.
    """
    return column(FIXED.training_upgrade) * (shifts.training * draws.el_train)


def participation_factor(shifts: Shifts, draws: Draws, base: Baseline) -> FloatArray:
    """Factor on the labour force by incentives, no unit, axes (education, lane).

    ``exp(el_par e_s dln(net wage) - el_out b_s dln(linked benefit) + participation - cost of self-employment)``

    Source: order of CPB, MICSIM, from memory; benefits and insurance are an assumption, data/constants.toml
    [supply].
    """
    self_cost = shifts.self_employed_cost * (1 - FIXED.insurance_value * shifts.self_employed_insurance)
    return np.exp(
        column(FIXED.net_wage_response) * shifts.net_wage * (draws.el_par / FIXED.net_wage_reference)
        - column(FIXED.benefit_response) * shifts.log_linked_benefit * draws.el_out
        + shifts.participation
        - column(base.self_employed_share) * self_cost * draws.el_par
    )

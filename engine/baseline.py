# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Netherlands in the base year, from which every projection starts."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from engine import tables
from engine.axes import FloatArray, Years, column, interpolated


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Figures of the base year; units and sources in data/baseline.toml.

    Rows by education, contract or age are arrays of one axis; `population` has the axes (anchor year, age).
    """

    year: float
    education_shares: FloatArray
    unemployment_observed: FloatArray
    unemployment_structural: FloatArray
    wages: FloatArray
    wage_spread: FloatArray
    minimum_wage: float
    population_years: FloatArray
    population: FloatArray
    population_75_plus: FloatArray
    participation: FloatArray
    unemployment_by_age: FloatArray
    flexible_by_age: FloatArray
    self_employed_by_age: FloatArray
    flexible_share: FloatArray
    self_employed_share: FloatArray
    routine_share: FloatArray
    abstract_share_of_rest: FloatArray
    care_mix: FloatArray
    care_share: float
    household_mix: FloatArray
    household_share: float
    pension_age_years: FloatArray
    pension_age: FloatArray
    labour_share: float
    gdp_bn: float
    balance: float
    pension_spending: float
    care_spending: float
    unemployment_spending: float
    hours: FloatArray
    poverty_by_status: FloatArray
    poverty_by_education: FloatArray

    @property
    def labour_force(self) -> float:
        """Labour force, million persons."""
        return float((self.population[0] * self.participation).sum())

    @property
    def employment(self) -> FloatArray:
        """Employment at structural unemployment, million persons, axis (education,)."""
        return self.labour_force * self.education_shares * (1 - self.unemployment_structural)

    @property
    def log_wages(self) -> FloatArray:
        """Log of mean hourly wages, axes (education, 1)."""
        return column(np.log(self.wages))

    @property
    def log_average_wage(self) -> float:
        """Log of the mean wage over all workers."""
        return float(np.log((self.wages * self.employment).sum() / self.employment.sum()))

    @property
    def permanent_share(self) -> FloatArray:
        """Share of permanent contracts, axis (education,)."""
        return 1 - self.flexible_share - self.self_employed_share

    def population_in(self, year: Years) -> FloatArray:
        """Return the population of a year by age, million persons, axes (age, lane), or (age,) in one year."""
        return np.array([interpolated(year, self.population_years, path) for path in self.population.T])

    def population_75_plus_in(self, year: Years) -> FloatArray:
        """People of 75 and older in a year, million persons."""
        return interpolated(year, self.population_years, self.population_75_plus)

    def pension_age_in(self, year: Years) -> FloatArray:
        """Return the state pension age of the law in a year, years of age."""
        return interpolated(year, self.pension_age_years, self.pension_age)

    def years_since(self, year: Years) -> Years:
        """Years between the base year and a year."""
        return year - int(self.year)


@cache
def netherlands() -> Baseline:
    """Return the baseline of the Netherlands in 2015.

    >>> round(netherlands().labour_force, 2)
    8.89
    """
    return tables.block(Baseline, "baseline")

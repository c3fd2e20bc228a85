# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""From one year of the model to its outcomes by population group."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from engine import (
    ages,
    contracts,
    distribution,
    employers,
    low_pay,
    minimum_wage,
    polarisation,
    poverty,
    public_finance,
    supply,
    technology,
    wages,
)
from engine.ages import Flows
from engine.axes import (
    AGES,
    CONTRACTS,
    EDUCATION,
    EMPLOYERS,
    QUINTILES,
    THIRDS,
    FloatArray,
    IntArray,
    by_year,
    year_by_year,
)
from engine.baseline import Baseline
from engine.distribution import Distribution, Workforce
from engine.ensemble import Draws
from engine.levers import Shifts
from engine.outcomes import KEYS, Key
from engine.public_finance import Economy
from engine.technology import Technology
from engine.world import World

Measures = dict[Key, FloatArray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What the outcomes of a year are measured from; arrays (lane,) or (education, lane).

    Lanes may be of several years, laid side by side. Labour force and employment in million persons, wages in logs of eur per hour, output in its own units.
    """

    year: IntArray
    technology: Technology
    care_share: FloatArray
    labour_force: FloatArray
    labour_force_by_age: FloatArray
    unemployment: FloatArray
    employment: FloatArray
    log_wage: FloatArray
    log_wage_index: FloatArray
    log_reference: FloatArray
    log_minimum: FloatArray
    log_minimum_unreformed: FloatArray
    output: FloatArray


@dataclass(frozen=True, slots=True)
class Picture:
    """Contracts and distribution in a year: only made for years that are reported.

    Attributes
    ----------
    workers : array (education, contract, lane)
        Million persons.
    low_paid : array (education, contract - 1, lane)
        Low-paid share of flexible and of self-employed workers.
    """

    workers: FloatArray
    low_paid: FloatArray
    distribution: Distribution


@dataclass(frozen=True, slots=True)
class BaseLevels:
    """Levels of the base year of each lane, by which indices are formed; arrays (lane,) or (quintile, lane)."""

    output: FloatArray
    hours_worked: FloatArray
    log_wage_index: FloatArray
    incomes: FloatArray


def pictured(now: Year, shifts: Shifts, world: World, outcomes: Collection[Key] = KEYS) -> Picture:
    """Draw contracts and the distribution of wages and incomes in a year; of the latter what the outcomes need."""
    shares = contracts.contract_shares(now.year, world.drivers, shifts, world.draws, world.base)
    workers = now.employment[:, np.newaxis] * shares
    workforce = Workforce(
        log_wage=now.log_wage,
        log_minimum=now.log_minimum,
        log_minimum_unreformed=now.log_minimum_unreformed,
        floor=minimum_wage.wage_floor(now.log_minimum, shifts.log_minimum_wage, world.draws.spill),
        workers=workers,
        unemployed=now.unemployment * now.labour_force,
    )
    low_paid = low_pay.low_paid_shares(workforce, shifts, world.base)
    asked = {outcome for outcome, _group in outcomes}
    needed = {part for part, shown in distribution.SHOWN_IN.items() if asked & shown}
    return Picture(workers, low_paid, distribution.distributed(workforce, shifts, world.base, needed))


def base_levels(now: Year, picture: Picture, years: int) -> BaseLevels:
    """Return the levels of the base year, in which no reform moves anything yet, for every lane.

    Parameters
    ----------
    years : int
        Number of years whose lanes lie side by side; the base year comes first.
    """

    def of_first_year(lanes: FloatArray) -> FloatArray:
        start = by_year(lanes, years)[..., :1, :]
        return year_by_year(np.repeat(start, years, axis=-2))

    return BaseLevels(
        of_first_year(now.output),
        of_first_year(now.employment.sum(axis=0)),
        of_first_year(now.log_wage_index),
        of_first_year(picture.distribution.incomes),
    )


def measured(now: Year, picture: Picture, start: BaseLevels, shifts: Shifts, world: World) -> Measures:
    """Measure every outcome of a year for every group, arrays (lane,)."""
    return (
        _work(now, picture, world.base)
        | _contract_outcomes(now, picture, shifts, world)
        | by_group("net_income", QUINTILES, picture.distribution.incomes / start.incomes)
        | {("wage_ratio", "everyone"): picture.distribution.wage_ratio}
        | {("gini", "everyone"): picture.distribution.gini}
        | _thirds(now, picture, start, world.base)
        | _tasks(now, shifts, world.draws)
        | _macro(now, start, shifts, world.base)
        | _costs(now, shifts, world)
    )


def _work(now: Year, picture: Picture, base: Baseline) -> Measures:
    wage = np.exp(now.log_wage + picture.distribution.pay_rise)
    routine = now.technology.routine_share * now.employment
    other = now.employment - routine
    return (
        {("unemployment", "everyone"): mean(now.unemployment, now.labour_force)}
        | {("employment", "everyone"): now.employment.sum(axis=0)}
        | by_group("unemployment", EDUCATION, now.unemployment)
        | by_group("employment", EDUCATION, now.employment)
        | by_group("real_wage", EDUCATION, wage)
        | {("real_wage", "routine_workers"): mean(technology.routine_wage(wage, now.technology, base), routine)}
        | {("real_wage", "non_routine_workers"): mean(wage, other)}
    )


def _contract_outcomes(now: Year, picture: Picture, shifts: Shifts, world: World) -> Measures:
    """Contract shares, low-paid insecure work, job loss, what follows from it by age, and poverty."""
    base, draws, workers = world.base, world.draws, picture.workers
    by_contract = workers.sum(axis=0)
    everyone = by_contract.sum(axis=0)
    losing = contracts.job_loss(workers, now.technology, shifts, draws)
    total = mean(now.unemployment, now.labour_force)
    flows = Flows(total, losing, by_contract / everyone, now.labour_force_by_age)
    insecure = workers[:, 1:] * picture.low_paid
    at_work = poverty.worker_poverty(now.log_wage, now.log_wage_index + base.log_average_wage, shifts, base)
    poor = (workers / now.employment[:, np.newaxis] * at_work).sum(axis=1)
    poor = (1 - now.unemployment) * poor + now.unemployment * poverty.unemployed_poverty(shifts, base)
    return (
        by_group("contract_share", CONTRACTS, by_contract / everyone)
        | by_group("low_paid_insecure", EDUCATION, insecure.sum(axis=1) / now.employment)
        | by_group("low_paid_insecure", CONTRACTS[1:], insecure.sum(axis=0) / by_contract[1:])
        | {("low_paid_insecure", "everyone"): insecure.sum(axis=(0, 1)) / everyone}
        | by_group("job_loss", CONTRACTS, losing)
        | {("job_loss", "everyone"): (losing * by_contract).sum(axis=0) / everyone}
        | by_group("unemployment", AGES, ages.unemployment_by_age(flows, shifts, draws, base))
        | by_group("poverty", EDUCATION, poor)
        | by_group("poverty", CONTRACTS, (workers * at_work).sum(axis=0) / by_contract)
        | {("poverty", "everyone"): mean(poor, now.labour_force)}
    )


def _thirds(now: Year, picture: Picture, start: BaseLevels, base: Baseline) -> Measures:
    grown = now.log_wage_index - start.log_wage_index
    shares = polarisation.wage_third_shares(now.log_wage - start.log_wage_index, grown, picture.workers, base)
    return {(f"{third}_wage_jobs", "everyone"): share for third, share in zip(THIRDS, shares, strict=True)}


def _tasks(now: Year, shifts: Shifts, draws: Draws) -> Measures:
    routine, abstract = now.technology.routine_share, now.technology.abstract_share
    return {
        ("displaced", "routine_workers"): (routine * now.technology.displacement * now.employment).sum(axis=0),
        ("reemployment", "routine_workers"): wages.reemployment(shifts, draws),
        ("time_between_jobs", "routine_workers"): wages.time_between_jobs(shifts, draws),
        ("routine_share", "everyone"): mean(routine, now.employment),
        ("abstract_share", "everyone"): mean(abstract, now.employment),
        ("service_share", "everyone"): mean(1 - routine - abstract, now.employment),
    }


def _macro(now: Year, start: BaseLevels, shifts: Shifts, base: Baseline) -> Measures:
    output = now.output / start.output
    hours = now.employment.sum(axis=0) * (1 + shifts.working_hours) / start.hours_worked
    labour_share = labour_share_of(now, base)
    unemployed = (base.unemployment_observed * base.labour_force * base.education_shares).sum()
    economy = Economy(
        labour_share=labour_share,
        wage_index=np.exp(now.log_wage_index - start.log_wage_index),
        output_index=output,
        care_index=now.care_share / base.care_share,
        labour_force_index=now.labour_force_by_age.sum(axis=0) / base.labour_force,
        unemployed_index=(now.unemployment * now.labour_force).sum(axis=0) / unemployed,
    )
    pension_age = supply.pension_age(now.year, shifts, base)
    balance = public_finance.balance(now.year, pension_age, economy, shifts, base)
    return {
        ("gdp", "everyone"): output,
        ("productivity", "everyone"): output / hours,
        ("labour_share", "everyone"): labour_share,
        ("balance", "government"): balance,
        ("balance_bn", "government"): balance * base.gdp_bn,
    }


def _costs(now: Year, shifts: Shifts, world: World) -> Measures:
    base = world.base
    common = employers.common_cost(now.employment * np.exp(now.log_wage), shifts, world.draws)
    bitten = employers.mean_bite(now.log_minimum, now.log_reference, now.employment, base)
    index = employers.cost_index(common, bitten, labour_share_of(now, base), shifts, base)
    return by_group("cost_index", EMPLOYERS, index)


def labour_share_of(now: Year, base: Baseline) -> FloatArray:
    """Labour share of a year, share of GDP, array (lane,)."""
    return base.labour_share * np.exp(now.technology.log_labour_share)


def mean(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Weighted mean over the first axis.

    >>> mean(np.array([[1.0], [3.0]]), np.array([[3.0], [1.0]]))
    array([1.5])
    """
    return np.asarray((values * weights).sum(axis=0) / weights.sum(axis=0), dtype=np.float64)


def by_group(outcome: str, groups: tuple[str, ...], rows: FloatArray) -> Measures:
    """Name the rows of an array (group, lane) by outcome and group."""
    return {(outcome, group): row for group, row in zip(groups, rows, strict=True)}

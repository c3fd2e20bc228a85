# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Distribution: hourly wages, low-paid work, and net incomes by quintile."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from statistics import NormalDist

import numpy as np

from engine import tables
from engine.axes import PERMANENT, SELF_EMPLOYED, FloatArray, IntArray, column
from engine.baseline import Baseline
from engine.levers import Shifts
from engine.lorenz import amounts_at, crossings, running_sums, sorted_with_weights
from engine.minimum_wage import WageFloor, lifted, wage_floor


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    nodes: float
    wage_offsets: FloatArray
    spread_factors: FloatArray
    floor_closing: float
    decile_width: float
    tax_scale: float
    tax_power: float
    least_income: float
    net_wage_pass: float
    replacement_rate: float
    benefit_hours: float
    benefit_link_pass: float


FIXED = tables.block(Constants, "constants", "distribution")
_COUNT = int(FIXED.nodes)
_LANES_AT_A_TIME = 500
NODES = np.array([NormalDist().inv_cdf((node + 0.5) / _COUNT) for node in range(_COUNT)])
_HALF_GAPS = np.gradient(NODES) / 2
SHOWN_IN = {
    "pay_rise": frozenset({"real_wage"}),
    "incomes": frozenset({"net_income"}),
    "inequality": frozenset({"wage_ratio", "gini"}),
}


@dataclass(frozen=True, slots=True)
class Workforce:
    """Who works for what, and who does not: what a distribution is made from.

    Attributes
    ----------
    log_wage : array (education, lane)
        Log of the mean hourly wage.
    log_minimum, log_minimum_unreformed : array (lane,)
        Log of the minimum wage, with and without the reform.
    floor : WageFloor
        What the minimum wage does to the pay of employees.
    workers : array (education, contract, lane)
        Million persons.
    unemployed : array (education, lane)
        Million persons.
    """

    log_wage: FloatArray
    log_minimum: FloatArray
    log_minimum_unreformed: FloatArray
    floor: WageFloor
    workers: FloatArray
    unemployed: FloatArray

    def part(self, lanes: slice) -> "Workforce":
        """Return some of the lanes."""
        return Workforce(
            self.log_wage[:, lanes],
            self.log_minimum[lanes],
            self.log_minimum_unreformed[lanes],
            self.floor.part(lanes),
            self.workers[..., lanes],
            self.unemployed[:, lanes],
        )


@dataclass(frozen=True, slots=True)
class Distribution:
    """Statistics of a distribution.

    Attributes
    ----------
    pay_rise : array (education, lane)
        Log points by which a reform of the minimum wage lifts the mean wage of employees directly.
    incomes : array (quintile, lane)
        Mean net income of each fifth of the labour force, eur a year.
    wage_ratio, gini : array (lane,)
        D9/D1 and Gini coefficient of the hourly wages of employees.
    """

    pay_rise: FloatArray
    incomes: FloatArray
    wage_ratio: FloatArray
    gini: FloatArray


def distributed(
    workforce: Workforce, shifts: Shifts, base: Baseline, needed: Collection[str] = tuple(SHOWN_IN)
) -> Distribution:
    """Return wages and incomes (eur) of every lane, made in blocks that fit the cache of the processor.

    ``W ~ lognormal(mean_sc, spread_sc)`` at equal-probability nodes, with a floor, a spillover and a tax schedule.

    Source: the equations of this room below; data/constants.toml [distribution].

    Parameters
    ----------
    needed : collection of str
        Parts of `SHOWN_IN`; what is not needed is not made, but not-a-number.
    """
    count = workforce.log_minimum.size
    blocks = (slice(start, start + _LANES_AT_A_TIME) for start in range(0, count, _LANES_AT_A_TIME))
    parts = [_distributed(workforce.part(block), shifts.at(block), base, needed) for block in blocks]
    return Distribution(
        *(np.concatenate([getattr(part, field.name) for part in parts], axis=-1) for field in fields(Distribution))
    )


def _distributed(workforce: Workforce, shifts: Shifts, base: Baseline, needed: Collection[str]) -> Distribution:
    unknown = np.full((5, workforce.log_minimum.size), np.nan)
    pay, incomes, inequality = unknown[: len(base.wages)], unknown, (unknown[0], unknown[0])
    if needed:
        log_wages = log_employee_nodes(workforce.log_wage, workforce.floor, base)
        wages = np.exp(log_wages)
        if "pay_rise" in needed:
            pay = pay_rise(wages, workforce, shifts, base)
        if "incomes" in needed:
            incomes = mean_incomes(log_wages, wages, workforce, shifts, base)
        if "inequality" in needed:
            inequality = wage_inequality(wages, workforce.workers)
    return Distribution(pay, incomes, *inequality)


def pay_rise(wages: FloatArray, workforce: Workforce, shifts: Shifts, base: Baseline) -> FloatArray:
    """Log points by which the floor and the spillover of a reform lift the mean wage of employees, (education, lane).

    ``ln(mean pay with the reform / mean pay without)``, at the same mean of the market.

    Source: follows from the floor and the spillover, see `engine.minimum_wage`.

    Parameters
    ----------
    wages : array (education, contract - 1, node, lane)
        Hourly wages of employees with the reform.
    """
    if not shifts.log_minimum_wage.any():
        return np.zeros_like(workforce.log_wage)
    unreformed = wage_floor(workforce.log_minimum_unreformed, 0.0, np.zeros_like(workforce.floor.lift))
    before = np.exp(log_employee_nodes(workforce.log_wage, unreformed, base))
    return np.log(mean_pay(wages, workforce.workers) / mean_pay(before, workforce.workers))


def mean_pay(wages: FloatArray, workers: FloatArray) -> FloatArray:
    """Mean hourly wage of employees, eur, axes (education, lane).

    ``sum_c L_sc mean_nodes(w_sc) / sum_c L_sc`` over permanent and flexible.

    Source: an identity.

    Parameters
    ----------
    wages : array (education, contract - 1, node, lane)
        Hourly wages of employees.
    workers : array (education, contract, lane)
        Million persons.
    """
    employees = workers[:, :SELF_EMPLOYED]
    return np.asarray((wages.mean(axis=2) * employees).sum(axis=1) / employees.sum(axis=1), dtype=np.float64)


def log_wage_moments(log_wage: FloatArray, base: Baseline) -> tuple[FloatArray, FloatArray]:
    """Mean of the log hourly wage, log eur per hour, axes (education, contract, lane), and its spread, axes (education, contract).

    ``mean = ln w_s + offset_sc - spread_sc^2 / 2``, ``spread_sc = spread_s factor_sc``.

    Lognormal by education and contract, before any floor.

    Source: CBS (2019) for the raw gap of flexible work, split by assumption, data/constants.toml [distribution];
    spreads in data/baseline.toml.

    Parameters
    ----------
    log_wage : array (education, lane)
        Log of the mean hourly wage.
    """
    spread = column(base.wage_spread) * FIXED.spread_factors
    return log_wage[:, np.newaxis] + column(FIXED.wage_offsets - spread**2 / 2), spread


def log_employee_nodes(log_wage: FloatArray, floor: WageFloor, base: Baseline) -> FloatArray:
    """Log hourly wages of employees at equal-probability nodes, log eur per hour, axes (education, contract - 1, node, lane).

    ``x_k = mean + spread Phi^-1((k + 1/2) / K)``, lifted and laid on the floor.

    They get at least the floor, and the spillover above it.

    Source: an approximation by K nodes of equal probability; K is numerical, data/constants.toml [distribution].
    """
    nodes, spread = _log_nodes(log_wage, base, slice(SELF_EMPLOYED))
    if floor.lift.any():
        nodes = lifted(nodes, floor)
    return laid_on(nodes, floor.log_level, column(spread) * _HALF_GAPS)


def log_fee_nodes(workforce: Workforce, shifts: Shifts, base: Baseline) -> FloatArray:
    """Log hourly fees of the self-employed at equal-probability nodes, log eur per hour, axes (education, 1, node, lane).

    ``fee + c (floor m - fee)+``

    A floor in fees closes part of the gap.

    Source: assumption, data/constants.toml [distribution], floor_closing.
    """
    nodes, _spread = _log_nodes(workforce.log_wage, base, slice(SELF_EMPLOYED, None))
    if shifts.self_employed_floor.any():
        fees = np.exp(nodes)
        short = shifts.self_employed_floor * np.exp(workforce.log_minimum) - fees
        np.copyto(nodes, np.log(fees + FIXED.floor_closing * np.maximum(short, 0.0)), where=short > 0)
    return nodes


def _log_nodes(log_wage: FloatArray, base: Baseline, contracts: slice) -> tuple[FloatArray, FloatArray]:
    """Return log wages at nodes before any floor, and their spread."""
    mean, spread = log_wage_moments(log_wage, base)
    at = column(column(spread[:, contracts]) * NODES)
    return mean[:, contracts, np.newaxis] + at, spread[:, contracts]


def laid_on(log_nodes: FloatArray, log_level: FloatArray, half: FloatArray) -> FloatArray:
    """Raise nodes, log eur per hour, to a floor: each as the mean of the wages around it, so that no step shows.

    A node stands for wages between ``x - half`` and ``x + half``. Where the floor f lies between, their mean is
    ``f + (x + half - f)^2 / (4 half)``; below it is f, above it x.

    Source: the mean of a uniform density cut off at f, an identity.

    Parameters
    ----------
    log_nodes : array (education, contract - 1, node, lane)
        Log hourly wages of employees.
    log_level : array (lane,)
        The floor.
    half : array (education, contract - 1, node)
        Half of the distance between nodes.
    """
    raised = log_nodes - log_level
    raised += column(half)
    np.minimum(raised, column(2 * half), out=raised)
    np.maximum(raised, 0.0, out=raised)
    raised *= raised
    raised *= column(1 / (4 * half))
    raised += log_level
    return np.maximum(raised, log_nodes, out=raised)  # above the floor the node itself is the larger one


def wage_inequality(wages: FloatArray, workers: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return D9/D1 and the Gini coefficient of the hourly wages of employees, no unit, arrays (lane,).

    D9 and D1 are mean wages of the workers around the ninth and the first tenth: the slope of the Lorenz curve over a
    few percent of workers. Unlike the wage of the one worker at the point, it does not jump when two groups of
    workers change places. Gini is ``2 sum(p x F) / mean - 1``, with F the share of workers up to the middle of an item.

    Source: definitions of Lorenz and Gini; the width of a decile is numerical, data/constants.toml [distribution].

    Parameters
    ----------
    wages : array (education, contract - 1, node, lane)
        Hourly wages of employees.
    workers : array (education, contract, lane)
        Million persons.
    """
    lanes, half = wages.shape[-1], FIXED.decile_width / 2
    people = workers[:, :SELF_EMPLOYED].reshape(-1, lanes)
    ordered, shares = sorted_with_weights(wages.reshape(-1, lanes), _groups_of(len(people)), people)
    ordered *= shares
    points = column(np.array([0.1 - half, 0.1 + half, 0.9 - half, 0.9 + half]))
    lorenz = amounts_at(points, *crossings(points, shares), shares, ordered)
    reached = running_sums(shares.T)
    reached -= 0.5 * shares.T
    gini = 2 * np.einsum("il,li->l", reached, ordered) / ordered.sum(axis=1) - 1
    low, high = np.diff(lorenz, axis=0)[::2]
    return high / low, gini


def quintile_means(incomes: FloatArray, groups: IntArray, people: FloatArray) -> FloatArray:
    """Mean income of each fifth of the people, eur a year, axes (quintile, lane).

    ``5 (A(q / 5) - A((q - 1) / 5))``

    Source: a definition.

    Parameters
    ----------
    incomes : array (item, lane)
        Income of each item; each item holds less than a fifth of the people.
    groups : array of int (item,)
        Group of each item.
    people : array (group, lane)
        Million persons at one item of each group.

    Examples
    --------
    >>> incomes = np.array([[5.0], [1.0], [2.0], [3.0], [4.0]])
    >>> quintile_means(incomes, np.arange(5), np.ones((5, 1)))[:, 0].round(6)
    array([1., 2., 3., 4., 5.])
    """
    ordered, shares = sorted_with_weights(incomes, groups, people)
    ordered *= shares
    points = column(np.array([0.2, 0.4, 0.6, 0.8]))
    earned = amounts_at(points, *crossings(points, shares), shares, ordered)
    ends = np.concatenate([np.zeros_like(earned[:1]), earned, ordered.sum(axis=1)[np.newaxis]])
    return np.diff(ends, axis=0) * 5


def mean_incomes(
    log_wages: FloatArray, wages: FloatArray, workforce: Workforce, shifts: Shifts, base: Baseline
) -> FloatArray:
    """Mean net income of each fifth of the labour force, eur a year, axes (quintile, lane).

    ``quintile means(net(hours w), net(replacement benefit))``, workers and unemployed together.

    Source: the equations below; persons, not households, an assumption.

    Parameters
    ----------
    log_wages, wages : array (education, contract - 1, node, lane)
        Hourly wages of employees, in logs and not.
    """
    lanes, levels, contracts = wages.shape[-1], len(workforce.unemployed), workforce.workers.shape[1]
    incomes = np.empty((levels * contracts * _COUNT + levels, lanes))
    at_work = incomes[:-levels].reshape(levels, contracts, _COUNT, lanes)
    at_work[:, :SELF_EMPLOYED] = log_wages
    at_work[:, SELF_EMPLOYED:] = log_fee_nodes(workforce, shifts, base)
    worker_incomes(at_work, shifts, base)
    incomes[-levels:] = benefit_incomes(wages[:, PERMANENT].mean(axis=1), shifts)
    workers = workforce.workers.reshape(-1, lanes)
    groups = np.concatenate([_groups_of(len(workers)), len(workers) + np.arange(levels)])
    return quintile_means(incomes, groups, np.concatenate([workers / _COUNT, workforce.unemployed]))


def worker_incomes(log_wages: FloatArray, shifts: Shifts, base: Baseline) -> None:
    """Turn log hourly wages into net incomes, eur a year, in place; axes (education, contract, node, lane).

    ``net(w hours_c (1 + lever)) (1 + pass net wage lever)``

    Source: hours in data/baseline.toml and the pass are assumptions, data/constants.toml [distribution].
    """
    log_wages += np.log(column(base.hours) * (1 + shifts.working_hours))[:, np.newaxis]
    net_income(log_wages)
    if shifts.net_wage.any():
        log_wages *= (1 + FIXED.net_wage_pass * shifts.net_wage)[:, np.newaxis, np.newaxis]


def net_income(log_gross: FloatArray) -> FloatArray:
    """Turn the log of a gross income into a net income, eur a year, in place.

    ``a gross^b``, a progressive schedule of constant elasticity b.

    A progressive schedule of constant elasticity.

    Source: fit to the Dutch schedule by eye, an assumption, data/constants.toml [distribution].

    >>> (net_income(np.log([20000.0, 60000.0])) / [20000, 60000]).round(2)
    array([0.93, 0.82])
    """
    np.maximum(log_gross, np.log(FIXED.least_income), out=log_gross)
    log_gross *= FIXED.tax_power
    log_gross += np.log(FIXED.tax_scale)
    return np.exp(log_gross, out=log_gross)


def benefit_incomes(permanent_wage: FloatArray, shifts: Shifts) -> FloatArray:
    """Net income of the unemployed, eur a year, axes (education, lane): a share of the mean permanent wage.

    ``net(replacement hours w_permanent) exp(pass dln(linked benefit))``

    Source: assumption, data/constants.toml [distribution].
    """
    linked = np.exp(FIXED.benefit_link_pass * shifts.log_linked_benefit)
    return net_income(np.log(FIXED.replacement_rate * FIXED.benefit_hours * permanent_wage)) * linked


def _groups_of(kinds: int) -> IntArray:
    """Group of each node, when each kind of worker has its row of nodes."""
    return np.repeat(np.arange(kinds), _COUNT)

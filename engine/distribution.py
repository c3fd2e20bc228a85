# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Distribution: hourly wages, low-paid work, and net incomes by quintile."""

import math
from dataclasses import dataclass, fields, replace
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from engine import tables
from engine.axes import PERMANENT, SELF_EMPLOYED, FloatArray, column
from engine.baseline import Baseline
from engine.levers import Shifts
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
IntArray = NDArray[np.int64]
_GROUP_BITS = 15
_LANES_AT_A_TIME = 500
NODES = np.array([NormalDist().inv_cdf((node + 0.5) / _COUNT) for node in range(_COUNT)])
_HALF_GAPS = np.gradient(NODES) / 2


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


def distributed(workforce: Workforce, shifts: Shifts, base: Baseline) -> Distribution:
    """Return the statistics of every lane, made in blocks of lanes that fit the cache of the processor."""
    count = workforce.log_minimum.size
    blocks = (slice(start, start + _LANES_AT_A_TIME) for start in range(0, count, _LANES_AT_A_TIME))
    parts = [_distributed(workforce.part(block), shifts, base) for block in blocks]
    return Distribution(
        *(np.concatenate([getattr(part, field.name) for part in parts], axis=-1) for field in fields(Distribution))
    )


def undistributed(workforce: Workforce, shifts: Shifts, base: Baseline) -> Distribution:
    """Return statistics that are not-a-number, in the shapes of `distributed`: for runs that do not ask for them."""
    count = workforce.log_minimum.size
    shapes = _distributed(workforce.part(slice(1)), shifts, base)
    return Distribution(
        *(np.full((*getattr(shapes, field.name).shape[:-1], count), np.nan) for field in fields(Distribution))
    )


def _distributed(workforce: Workforce, shifts: Shifts, base: Baseline) -> Distribution:
    log_nodes = log_wage_nodes(workforce, shifts, base)
    return Distribution(
        pay_rise(log_nodes, workforce, shifts, base),
        mean_incomes(log_nodes, workforce, shifts, base),
        *wage_inequality(log_nodes, workforce.workers),
    )


def pay_rise(log_nodes: FloatArray, workforce: Workforce, shifts: Shifts, base: Baseline) -> FloatArray:
    """Log points by which the floor and the spillover of a reform lift the mean wage of employees, (education, lane).

    Parameters
    ----------
    log_nodes : array (lane, education, contract, node)
        Log hourly wages with the reform.
    """
    if not shifts.log_minimum_wage:
        return np.zeros_like(workforce.log_wage)
    unreformed = replace(
        workforce,
        log_minimum=workforce.log_minimum_unreformed,
        floor=wage_floor(workforce.log_minimum_unreformed, 0.0, np.zeros_like(workforce.floor.lift)),
    )
    before = mean_pay(log_wage_nodes(unreformed, shifts, base), workforce.workers)
    return np.log(mean_pay(log_nodes, workforce.workers) / before)


def mean_pay(log_nodes: FloatArray, workers: FloatArray) -> FloatArray:
    """Mean hourly wage of employees, eur, axes (education, lane).

    Parameters
    ----------
    log_nodes : array (lane, education, contract, node)
        Log hourly wages.
    workers : array (education, contract, lane)
        Million persons.
    """
    paid = np.moveaxis(np.exp(log_nodes[:, :, :SELF_EMPLOYED]).mean(axis=-1), 0, -1)
    employees = workers[:, :SELF_EMPLOYED]
    return np.asarray((paid * employees).sum(axis=1) / employees.sum(axis=1), dtype=np.float64)


def log_wage_moments(log_wage: FloatArray, base: Baseline) -> tuple[FloatArray, FloatArray]:
    """Mean of the log hourly wage, axes (education, contract, lane), and its spread, axes (education, contract).

    Lognormal by education and contract, before any floor.

    Parameters
    ----------
    log_wage : array (education, lane)
        Log of the mean hourly wage.
    """
    spread = column(base.wage_spread) * FIXED.spread_factors
    return log_wage[:, np.newaxis] + column(FIXED.wage_offsets - spread**2 / 2), spread


def log_wage_nodes(workforce: Workforce, shifts: Shifts, base: Baseline) -> FloatArray:
    """Log hourly wages at equal-probability nodes, axes (lane, education, contract, node).

    Employees get at least the floor, and the spillover above it; a floor in fees closes part of the gap for the
    self-employed. Lanes come first here, so that each lane's nodes lie side by side for sorting.
    """
    mean, spread = log_wage_moments(workforce.log_wage, base)
    nodes: FloatArray = np.moveaxis(mean, -1, 0)[..., np.newaxis] + column(spread) * NODES
    employees = nodes[:, :, :SELF_EMPLOYED]
    if workforce.floor.lift.any():
        employees[...] = lifted(employees, workforce.floor)
    lay_floor(employees, workforce.floor.log_level, column(spread[:, :SELF_EMPLOYED]) * _HALF_GAPS)
    if shifts.self_employed_floor:
        fees = np.exp(nodes[:, :, SELF_EMPLOYED])
        short = shifts.self_employed_floor * np.exp(workforce.log_minimum[:, np.newaxis, np.newaxis]) - fees
        nodes[:, :, SELF_EMPLOYED] = np.log(fees + FIXED.floor_closing * np.maximum(short, 0.0))
    return nodes


def lay_floor(log_nodes: FloatArray, log_level: FloatArray, half: FloatArray) -> None:
    """Raise nodes to a floor, in place: each as the mean of the wages around it, so that no step shows.

    A node stands for wages between ``x - half`` and ``x + half``. Where the floor f lies between, their mean is
    ``f + (x + half - f)^2 / (4 half)``; below it is f, above it x.

    Parameters
    ----------
    log_nodes : array (lane, education, contract, node)
        Log hourly wages of employees.
    log_level : array (lane,)
        The floor.
    half : array (education, contract, node)
        Half of the distance between nodes.
    """
    floor = log_level[:, np.newaxis, np.newaxis, np.newaxis]
    reached = log_nodes - floor
    reached += half
    low = reached < 2 * half
    part = np.maximum(reached, 0.0, where=low, out=reached)
    np.copyto(log_nodes, floor + part * part / (4 * half), where=low)


def sorted_with_weights(values: FloatArray, groups: IntArray, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Sort the values of each lane, with their weights beside them, arrays (lane, item).

    The group of a value rides along in the last bits of its mantissa: that sorts much faster than an index, and
    moves the value by less than 1e-14 of itself.

    Parameters
    ----------
    values : array (lane, item)
        Positive values.
    groups : array of int (item,)
        Group of each item, below 16.
    weights : array (lane, group)
        Weight of one item of each group.

    Returns
    -------
    values, weights : array (lane, item)
        The weights of a lane sum to one.

    Examples
    --------
    >>> values, weights = sorted_with_weights(np.array([[3.0, 1.0]]), np.array([0, 1]), np.array([[3.0, 1.0]]))
    >>> values.round(6), weights
    (array([[1., 3.]]), array([[0.25, 0.75]]))
    """
    bits = values.view(np.int64) & ~_GROUP_BITS
    bits |= groups
    bits.sort(axis=1)
    places = bits & _GROUP_BITS
    places += weights.shape[1] * np.arange(weights.shape[0])[:, np.newaxis]
    scaled = weights / (weights * np.bincount(groups)).sum(axis=1, keepdims=True)
    return bits.view(np.float64), scaled.ravel().take(places)


def wage_inequality(log_nodes: FloatArray, workers: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return D9/D1 and the Gini coefficient of the hourly wages of employees, arrays (lane,).

    D9 and D1 are mean wages of the workers around the ninth and the first tenth, see `wage_around`. Gini is ``2 sum(p x F) / mean - 1``, with F the share of workers up to the middle of an item.

    Parameters
    ----------
    log_nodes : array (lane, education, contract, node)
        Log hourly wages.
    workers : array (education, contract, lane)
        Million persons.
    """
    lanes = log_nodes.shape[0]
    employees = np.exp(log_nodes[:, :, :SELF_EMPLOYED]).reshape(lanes, -1)
    people = workers[:, :SELF_EMPLOYED].reshape(-1, lanes)
    wages, weights = sorted_with_weights(employees, _groups_of(people.shape[0]), people.T)
    reached = np.cumsum(weights, axis=1)
    middles = reached - 0.5 * weights
    weights *= wages
    gini = 2 * np.einsum("li,li->l", weights, middles) / weights.sum(axis=1) - 1
    earned = np.cumsum(weights, axis=1)
    return wage_around(0.9, reached, earned) / wage_around(0.1, reached, earned), gini


def wage_around(point: float, reached: FloatArray, earned: FloatArray) -> FloatArray:
    """Mean wage of the workers around a point of the distribution, array (lane,), up to a common factor.

    The slope of the Lorenz curve over a few percent of workers: unlike the wage of the one worker at the point, it
    does not jump when two groups of workers change places.

    Parameters
    ----------
    reached, earned : array (lane, item)
        Cumulative shares of workers and cumulative wages, sorted by wage.
    """
    half = FIXED.decile_width / 2
    return value_at(point + half, reached, earned) - value_at(point - half, reached, earned)


def value_at(point: float, positions: FloatArray, values: FloatArray) -> FloatArray:
    """Interpolate each row of values at a point of its rising positions, array (lane,).

    >>> value_at(0.5, np.array([[0.0, 1.0]]), np.array([[10.0, 20.0]]))
    array([15.])
    """
    lanes, items = positions.shape
    above = np.clip((positions < point).sum(axis=1), 1, items - 1) + items * np.arange(lanes)
    low, high, start, end = (rows.ravel().take(index) for rows in (positions, values) for index in (above - 1, above))
    way = np.clip((point - low) / (high - low), 0.0, 1.0)
    return np.asarray(start + way * (end - start), dtype=np.float64)


def quintile_means(incomes: FloatArray, groups: IntArray, people: FloatArray) -> FloatArray:
    """Mean income of each fifth of the people, axes (quintile, lane).

    Parameters
    ----------
    incomes : array (lane, item)
        Income of each item; each item holds less than a fifth of the people.
    groups : array of int (item,)
        Group of each item.
    people : array (lane, group)
        Million persons at one item of each group.

    Examples
    --------
    >>> quintile_means(np.array([[5.0, 1.0, 2.0, 3.0, 4.0]]), np.arange(5), np.ones((1, 5)))[:, 0].round(6)
    array([1., 2., 3., 4., 5.])
    """
    incomes, weights = sorted_with_weights(incomes, groups, people)
    reached = np.cumsum(weights, axis=1)
    weights *= incomes
    earned = np.cumsum(weights, axis=1)
    shares = [value_at(fifth / 5, reached, earned) for fifth in range(1, 5)]
    return np.diff(np.stack([np.zeros(len(earned)), *shares, earned[:, -1]]), axis=0) * 5


def mean_incomes(log_nodes: FloatArray, workforce: Workforce, shifts: Shifts, base: Baseline) -> FloatArray:
    """Mean net income of each fifth of the labour force, eur a year, axes (quintile, lane).

    Parameters
    ----------
    log_nodes : array (lane, education, contract, node)
        Log hourly wages.
    """
    lanes = log_nodes.shape[0]
    at_work = worker_incomes(log_nodes, shifts, base).reshape(lanes, -1)
    incomes = np.concatenate([at_work, benefit_incomes(log_nodes, shifts)], axis=1)
    workers = workforce.workers.reshape(-1, lanes)
    groups = np.concatenate([_groups_of(len(workers)), len(workers) + np.arange(len(workforce.unemployed))])
    people = np.concatenate([workers / _COUNT, workforce.unemployed]).T
    return quintile_means(incomes, groups, people)


def net_income(log_gross: FloatArray) -> FloatArray:
    """Net income of the log of a gross income, eur a year: a progressive schedule of constant elasticity.

    >>> (net_income(np.log([20000.0, 60000.0])) / [20000, 60000]).round(2)
    array([0.93, 0.82])
    """
    log_net = np.maximum(log_gross, np.log(FIXED.least_income))
    log_net *= FIXED.tax_power
    log_net += np.log(FIXED.tax_scale)
    return np.asarray(np.exp(log_net, out=log_net), dtype=np.float64)


def worker_incomes(log_nodes: FloatArray, shifts: Shifts, base: Baseline) -> FloatArray:
    """Net income of workers at each node, eur a year, axes (lane, education, contract, node)."""
    income = net_income(log_nodes + column(np.log(base.hours * (1 + shifts.working_hours))))
    income *= 1 + FIXED.net_wage_pass * shifts.net_wage[:, np.newaxis]
    return income


def benefit_incomes(log_nodes: FloatArray, shifts: Shifts) -> FloatArray:
    """Net income of the unemployed, eur a year, axes (lane, education): a share of the mean permanent wage."""
    wage = np.exp(log_nodes[:, :, PERMANENT]).mean(axis=-1)
    linked = math.exp(FIXED.benefit_link_pass * shifts.log_linked_benefit)
    return net_income(np.log(FIXED.replacement_rate * FIXED.benefit_hours * wage)) * linked


def _groups_of(kinds: int) -> IntArray:
    """Group of each node, when each kind of worker has its row of nodes."""
    return np.repeat(np.arange(kinds), _COUNT)

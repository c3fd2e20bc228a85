# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Distribution: hourly wages, low-paid insecure work, net incomes by quintile and the risk of poverty."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from engine import tables
from engine.axes import PERMANENT, SELF_EMPLOYED, FloatArray, column
from engine.baseline import Baseline
from engine.levers import Shifts


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    nodes: float
    wage_offsets: FloatArray
    spread_factors: FloatArray
    compliance: float
    floor_closing: float
    low_pay: float
    kernel: float
    tax_scale: float
    tax_power: float
    least_income: float
    net_wage_pass: float
    replacement_rate: float
    benefit_hours: float
    benefit_link_pass: float
    poverty_income_power: float
    poverty_reference: float
    insurance_poverty: float
    benefit_poverty: float
    duration_poverty: float


FIXED = tables.block(Constants, "constants", "distribution")
_COUNT = int(FIXED.nodes)
NODES = np.array([NormalDist().inv_cdf((node + 0.5) / _COUNT) for node in range(_COUNT)])


def log_wage_nodes(log_wage: FloatArray, log_minimum: FloatArray, shifts: Shifts, base: Baseline) -> FloatArray:
    """Log hourly wages at equal-probability nodes, axes (education, contract, node, lane).

    Lognormal by education and contract. Employees get at least the minimum wage (or just under it); a floor
    in fees closes part of the gap for the self-employed.

    Parameters
    ----------
    log_wage : array (education, lane)
        Log of the mean wage.
    log_minimum : array (lane,)
        Log of the minimum wage.
    """
    spread = column(base.wage_spread) * FIXED.spread_factors
    mean = log_wage[:, np.newaxis] + column(FIXED.wage_offsets - spread**2 / 2)
    nodes = mean[:, :, np.newaxis] + column(spread[..., np.newaxis] * NODES)
    employees = nodes[:, :SELF_EMPLOYED]
    paid = np.maximum(log_minimum + np.log(FIXED.compliance), employees)
    nodes[:, :SELF_EMPLOYED] = np.where(employees < log_minimum, paid, employees)
    if shifts.self_employed_floor:
        fees = np.exp(nodes[:, SELF_EMPLOYED])
        floor = shifts.self_employed_floor * np.exp(log_minimum)
        nodes[:, SELF_EMPLOYED] = np.log(fees + FIXED.floor_closing * np.maximum(floor - fees, 0.0))
    return nodes


def low_paid_share(log_nodes: FloatArray, log_minimum: FloatArray) -> FloatArray:
    """Share of flexible and of self-employed workers who are low-paid, axes (education, contract - 1, lane).

    Low-paid is under 130% of the minimum wage; a small logistic kernel smooths the steps of the nodes.

    Parameters
    ----------
    log_minimum : array (lane,)
        Log of the minimum wage without the reform, so that raising it does not move the line.
    """
    line = log_minimum + np.log(FIXED.low_pay)
    distance = (log_nodes[:, PERMANENT + 1 :] - line) / FIXED.kernel
    return (1 / (1 + np.exp(distance))).mean(axis=2)


def node_weights(workers: FloatArray) -> FloatArray:
    """Million workers at each node, axes (education, contract, node, lane).

    Parameters
    ----------
    workers : array (education, contract, lane)
        Million persons.
    """
    shape = (*workers.shape[:2], _COUNT, workers.shape[-1])
    return np.broadcast_to((workers / _COUNT)[:, :, np.newaxis], shape)


def by_lane(*parts: FloatArray) -> FloatArray:
    """Flatten arrays (..., lane) into one array (lane, item), each lane in one row."""
    return np.ascontiguousarray(np.concatenate([part.reshape(-1, part.shape[-1]) for part in parts]).T)


def sorted_with(values: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Sort each row of values, and carry its weights along, scaled to sum to one."""
    order = np.argsort(values, axis=1)
    order += values.shape[1] * np.arange(values.shape[0])[:, np.newaxis]
    carried = weights.ravel().take(order)
    carried /= carried.sum(axis=1, keepdims=True)
    return values.ravel().take(order), carried


def wage_inequality(wages: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return D9/D1 and the Gini coefficient of hourly wages, arrays (lane,).

    Parameters
    ----------
    wages, weights : array (lane, item)
        Hourly wage and number of workers.

    Examples
    --------
    >>> ratio, gini = wage_inequality(np.array([[1.0, 1.0, 3.0]]), np.array([[1.0, 1.0, 2.0]]))
    >>> ratio.round(6), gini.round(6)
    (array([3.]), array([0.25]))
    """
    wages, weights = sorted_with(wages, weights)
    cumulative = np.cumsum(weights, axis=1)
    middles = cumulative - 0.5 * weights
    ratio = value_at(0.9, middles, wages) / value_at(0.1, middles, wages)
    incomes = weights * wages
    lorenz = np.cumsum(incomes, axis=1)
    mean = lorenz[:, -1]
    gini = 1 - (weights * (2 * lorenz - incomes)).sum(axis=1) / mean
    return ratio, gini


def value_at(point: float, positions: FloatArray, values: FloatArray) -> FloatArray:
    """Interpolate each row of values at a point of its rising positions, array (lane,).

    >>> value_at(0.5, np.array([[0.0, 1.0]]), np.array([[10.0, 20.0]]))
    array([15.])
    """
    above = np.clip((positions < point).sum(axis=1), 1, positions.shape[1] - 1)[:, np.newaxis]
    low, high = (np.take_along_axis(positions, index, axis=1)[:, 0] for index in (above - 1, above))
    start, end = (np.take_along_axis(values, index, axis=1)[:, 0] for index in (above - 1, above))
    way = np.clip((point - low) / (high - low), 0.0, 1.0)
    return np.asarray(start + way * (end - start), dtype=np.float64)


def quintile_means(incomes: FloatArray, weights: FloatArray) -> FloatArray:
    """Mean income of each fifth, axes (quintile, lane).

    Parameters
    ----------
    incomes, weights : array (lane, item)
        Income and number of people.

    Examples
    --------
    >>> quintile_means(np.array([[5.0, 1.0, 2.0, 3.0, 4.0]]), np.ones((1, 5)))[:, 0].round(6)
    array([1., 2., 3., 4., 5.])
    """
    incomes, weights = sorted_with(incomes, weights)
    lanes = incomes.shape[0]
    edge = np.zeros((lanes, 1))
    people = np.concatenate([edge, np.cumsum(weights, axis=1)], axis=1)
    earned = np.concatenate([edge, np.cumsum(weights * incomes, axis=1)], axis=1)
    shares = [value_at(fifth / 5, people, earned) for fifth in range(1, 5)]
    bounds = np.stack([np.zeros(lanes), *shares, earned[:, -1]])
    return np.diff(bounds, axis=0) * 5


def net_income(gross: FloatArray) -> FloatArray:
    """Net of a gross income, eur a year: a progressive schedule of constant elasticity.

    >>> bool(net_income(np.array([20000.0]))[0] / 20000 > net_income(np.array([60000.0]))[0] / 60000)
    True
    """
    return np.asarray(FIXED.tax_scale * np.maximum(gross, FIXED.least_income) ** FIXED.tax_power, dtype=np.float64)


def worker_incomes(log_nodes: FloatArray, shifts: Shifts, base: Baseline) -> FloatArray:
    """Net income of workers at each node, eur a year, axes (education, contract, node, lane)."""
    log_hours = np.log(base.hours * (1 + shifts.working_hours))
    log_gross = log_nodes + log_hours[:, np.newaxis, np.newaxis]
    credit = 1 + FIXED.net_wage_pass * shifts.net_wage[:, np.newaxis, np.newaxis]
    log_net = FIXED.tax_power * np.maximum(log_gross, np.log(FIXED.least_income)) + np.log(FIXED.tax_scale)
    return np.asarray(np.exp(log_net) * credit, dtype=np.float64)


def benefit_incomes(wages: FloatArray, shifts: Shifts) -> FloatArray:
    """Net income of the unemployed, eur a year, axes (education, lane).

    Parameters
    ----------
    wages : array (education, contract, node, lane)
        Hourly wages; the benefit follows the wage of permanent workers.
    """
    gross = FIXED.replacement_rate * wages[:, PERMANENT].mean(axis=1) * FIXED.benefit_hours
    return net_income(gross) * np.exp(FIXED.benefit_link_pass * shifts.log_linked_benefit)


def worker_poverty(log_wage: FloatArray, log_average: FloatArray, shifts: Shifts, base: Baseline) -> FloatArray:
    """Risk of poverty of workers, axes (education, contract, lane).

    ``rate of the contract x factor of the education x (income relative to the line) ^ -1.3``, where the line
    follows half of the growth of the average wage. Insurance lowers the risk of the self-employed.
    """
    log_income = log_wage - base.log_wages + np.log1p(FIXED.net_wage_pass * shifts.net_wage)
    relative = log_income - FIXED.poverty_reference * (log_average - base.log_average_wage)
    factor = np.exp(-FIXED.poverty_income_power * relative)
    insured = np.array([0.0, 0.0, FIXED.insurance_poverty * shifts.self_employed_insurance])
    rates = base.poverty_by_status[:-1] * (1 - insured) * column(base.poverty_by_education)
    return column(rates) * factor[:, np.newaxis]


def unemployed_poverty(shifts: Shifts, base: Baseline) -> float:
    """Risk of poverty of the unemployed: lower where benefits are higher or last longer."""
    support = shifts.log_linked_benefit + FIXED.duration_poverty * shifts.log_benefit_duration
    return float(base.poverty_by_status[-1] * np.exp(-FIXED.benefit_poverty * support))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import replace

import numpy as np
import pytest

import engine
from engine import distribution, minimum_wage
from engine.baseline import netherlands
from engine.distribution import Workforce
from engine.levers import shifts_in
from engine.minimum_wage import wage_floor

BASE = netherlands()
NOTHING = shifts_in(2030, [])


def workforce(lanes, seed=5):
    generator = np.random.default_rng(seed)
    log_minimum = np.log(9.16) + generator.normal(0, 0.05, lanes)
    return Workforce(
        log_wage=BASE.log_wages + generator.normal(0, 0.1, (3, lanes)),
        log_minimum=log_minimum,
        log_minimum_unreformed=np.full(lanes, np.log(9.16)),
        floor=wage_floor(log_minimum, 0.0, np.zeros(lanes)),
        workers=generator.uniform(0.1, 1.0, (3, 3, lanes)),
        unemployed=generator.uniform(0.01, 0.2, (3, lanes)),
    )


def employees(people):
    """Log hourly wages of employees, axes (education, contract - 1, node, lane)."""
    return distribution.log_employee_nodes(people.log_wage, people.floor, BASE)


def wages_and_weights(people, lane):
    """The wages of one lane with the share of employees at each."""
    wages = np.exp(employees(people)[..., lane]).reshape(-1)
    weights = np.repeat(people.workers[:, :2, lane].reshape(-1), distribution.NODES.size)
    return wages, weights / weights.sum()


def test_the_gini_is_half_the_mean_difference_between_two_workers():
    people = workforce(3)
    _ratio, gini = distribution.wage_inequality(np.exp(employees(people)), people.workers)
    for lane in range(3):
        wages, weights = wages_and_weights(people, lane)
        apart = np.abs(wages[:, np.newaxis] - wages) * weights * weights[:, np.newaxis]
        assert gini[lane] == pytest.approx(apart.sum() / (2 * (wages * weights).sum()), rel=1e-12)


def test_a_decile_is_the_mean_wage_of_the_workers_around_it():
    people = workforce(2)
    ratio, _gini = distribution.wage_inequality(np.exp(employees(people)), people.workers)
    for lane in range(2):
        wages, weights = wages_and_weights(people, lane)
        order = np.argsort(wages)
        wages, weights = wages[order], weights[order]
        lorenz = np.interp([0.08, 0.12, 0.88, 0.92], np.cumsum(weights), np.cumsum(weights * wages))
        assert ratio[lane] == pytest.approx((lorenz[3] - lorenz[2]) / (lorenz[1] - lorenz[0]), rel=1e-12)


def test_the_fifths_average_to_the_mean_of_all():
    people = workforce(4)
    log_wages = employees(people)
    fifths = distribution.mean_incomes(log_wages, np.exp(log_wages), people, NOTHING, BASE)
    incomes = np.concatenate([log_wages, distribution.log_fee_nodes(people, NOTHING, BASE)], axis=1)
    distribution.worker_incomes(incomes, NOTHING, BASE)
    benefits = distribution.benefit_incomes(np.exp(log_wages)[:, 0].mean(axis=1), NOTHING)
    earned = (incomes.mean(axis=2) * people.workers).sum(axis=(0, 1)) + (benefits * people.unemployed).sum(axis=0)
    heads = people.workers.sum(axis=(0, 1)) + people.unemployed.sum(axis=0)
    assert fifths.mean(axis=0) == pytest.approx(earned / heads, rel=1e-12)
    assert (np.diff(fifths, axis=0) > 0).all()


def test_the_size_of_the_blocks_makes_no_difference(monkeypatch):
    people = workforce(37)
    whole = distribution.distributed(people, NOTHING, BASE)
    monkeypatch.setattr(distribution, "_LANES_AT_A_TIME", 5)
    parts = distribution.distributed(people, NOTHING, BASE)
    assert parts.incomes == pytest.approx(whole.incomes, rel=1e-12)
    assert parts.gini == pytest.approx(whole.gini, rel=1e-12)
    assert parts.wage_ratio == pytest.approx(whole.wage_ratio, rel=1e-12)


def test_employees_are_paid_about_the_minimum_wage_at_least():
    people = workforce(10)
    lowest = np.exp(employees(people).min(axis=(0, 1, 2)) - people.log_minimum)
    assert (lowest >= minimum_wage.FIXED.compliance - 1e-12).all()
    fees = np.exp(distribution.log_fee_nodes(people, NOTHING, BASE))
    assert fees.min() < 9.16 * minimum_wage.FIXED.compliance  # the self-employed may earn less


def test_a_node_well_above_the_floor_keeps_every_bit():
    people = workforce(10)
    free = replace(people, floor=wage_floor(np.full(10, -9.0), 0.0, np.zeros(10)))
    with_floor, without = employees(people), employees(free)
    assert (with_floor[2, :, -5:] == without[2, :, -5:]).all()
    assert (with_floor >= without).all()


def test_a_floor_in_fees_lifts_the_lowest_fees_only():
    people = workforce(3)
    floor = shifts_in(2030, [engine.Reform({"self_employed_floor": 1.25})])
    before = distribution.log_fee_nodes(people, NOTHING, BASE)
    after = distribution.log_fee_nodes(people, floor, BASE)
    low = np.exp(before) < 1.25 * np.exp(people.log_minimum)
    assert (after[low] > before[low]).all()
    assert (after[~low] == before[~low]).all()

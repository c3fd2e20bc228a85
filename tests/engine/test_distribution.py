# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

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


def test_the_gini_is_half_the_mean_difference_between_two_workers():
    people = workforce(3)
    nodes = distribution.log_wage_nodes(people, NOTHING, BASE)
    _ratio, gini = distribution.wage_inequality(nodes, people.workers)
    for lane in range(3):
        wages = np.exp(nodes[lane, :, :2]).reshape(-1)
        weights = np.repeat(people.workers[:, :2, lane].reshape(-1), distribution.NODES.size)
        weights /= weights.sum()
        apart = np.abs(wages[:, np.newaxis] - wages) * weights * weights[:, np.newaxis]
        assert gini[lane] == pytest.approx(apart.sum() / (2 * (wages * weights).sum()), rel=1e-12)


def test_a_decile_is_the_mean_wage_of_the_workers_around_it():
    people = workforce(2)
    nodes = distribution.log_wage_nodes(people, NOTHING, BASE)
    ratio, _gini = distribution.wage_inequality(nodes, people.workers)
    for lane in range(2):
        wages = np.exp(nodes[lane, :, :2]).reshape(-1)
        weights = np.repeat(people.workers[:, :2, lane].reshape(-1), distribution.NODES.size)
        order = np.argsort(wages)
        wages, weights = wages[order], weights[order] / weights.sum()
        lorenz = np.interp([0.08, 0.12, 0.88, 0.92], np.cumsum(weights), np.cumsum(weights * wages))
        assert ratio[lane] == pytest.approx((lorenz[3] - lorenz[2]) / (lorenz[1] - lorenz[0]), rel=1e-12)


def test_the_fifths_average_to_the_mean_of_all():
    people = workforce(4)
    nodes = distribution.log_wage_nodes(people, NOTHING, BASE)
    fifths = distribution.mean_incomes(nodes, people, NOTHING, BASE)
    incomes = distribution.worker_incomes(nodes, NOTHING, BASE)
    earned = (incomes.mean(axis=-1) * np.moveaxis(people.workers, -1, 0)).sum(axis=(1, 2))
    earned += (distribution.benefit_incomes(nodes, NOTHING) * people.unemployed.T).sum(axis=1)
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
    nodes = distribution.log_wage_nodes(people, NOTHING, BASE)
    lowest = np.exp(nodes[:, :, :2].min(axis=(1, 2, 3)) - people.log_minimum)
    assert (lowest >= minimum_wage.FIXED.compliance - 1e-12).all()
    assert np.exp(nodes[:, :, 2].min()) < 9.16 * minimum_wage.FIXED.compliance  # the self-employed may earn less


def test_a_floor_in_fees_lifts_the_lowest_fees_only():
    people = workforce(3)
    floor = shifts_in(2030, [engine.Reform({"self_employed_floor": 1.25})])
    before = distribution.log_wage_nodes(people, NOTHING, BASE)
    after = distribution.log_wage_nodes(people, floor, BASE)
    low = np.exp(before[:, :, 2]) < 1.25 * np.exp(people.log_minimum)[:, np.newaxis, np.newaxis]
    assert (after[:, :, 2][low] > before[:, :, 2][low]).all()
    assert after[:, :, 2][~low] == pytest.approx(before[:, :, 2][~low], rel=1e-14)
    assert (after[:, :, :2] == before[:, :, :2]).all()

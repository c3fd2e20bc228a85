# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine

JOBS = engine.YardstickLine("employment", "everyone", "up", smallest_difference=0.005, tolerance=0.005)
COSTS = engine.YardstickLine("cost_index", "small_employers", "down", smallest_difference=0.1, tolerance=0.2)


def test_a_change_is_counted_in_smallest_differences_that_matter_with_better_up():
    change = engine.measure([JOBS, COSTS], [np.array([0.010, -0.010]), np.array([-0.1, 0.0])])
    assert change.multiples == pytest.approx([1.5, -1.0])
    assert change.is_better.tolist() == [True, False]
    assert change.is_worse.tolist() == [False, True]


def test_one_line_beyond_its_tolerance_makes_it_worse_whatever_the_others_gain():
    change = engine.measure([JOBS, COSTS], [np.array([0.1]), np.array([0.3])])
    assert change.is_worse.tolist() == [True]


def test_useful_is_when_somebody_gains_enough_and_nobody_loses_too_much():
    gains = engine.measure([JOBS], [np.array([0.010, 0.010, 0.001])])
    costs = engine.measure([COSTS], [np.array([0.1, 0.3, 0.1])])
    assert engine.useful([gains, costs]).tolist() == [True, False, False]


def test_without_yardsticks_nothing_is_useful():
    assert engine.useful([]).size == 0


def test_the_change_of_each_line_is_kept_beside_their_mean():
    change = engine.measure([JOBS, COSTS], [np.array([0.010, -0.010]), np.array([-0.1, 0.0])])
    assert change.steps == pytest.approx(np.array([[2.0, -2.0], [1.0, 0.0]]))
    assert change.multiples == pytest.approx(change.steps.mean(axis=0))


def test_a_loss_as_large_as_the_tolerance_is_bearable():
    assert not engine.measure([JOBS], [np.array([-0.005])]).is_worse.any()

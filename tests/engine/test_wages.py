# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from statistics import NormalDist

import numpy as np
import pytest

from engine import wages
from engine.validation import replica


def test_the_normal_share_is_right_to_six_digits():
    points = np.linspace(-5, 5, 401)
    exact = np.array([NormalDist().cdf(point) for point in points])
    assert np.abs(wages.normal_share(points) - exact).max() < 2e-7


def test_the_bite_is_the_mean_gap_of_those_below():
    logs = np.random.default_rng(3).normal(2.6, 0.36, 400_000)
    gap = np.maximum(2.2 - logs, 0).mean()
    assert wages.bite(np.array(2.2), np.array(2.6), np.array(0.36)) == pytest.approx(gap, rel=0.02)


def test_a_higher_minimum_bites_more_at_an_increasing_rate():
    bites = wages.bite(np.array([2.1, 2.2, 2.3, 2.4]), np.array(2.6), np.array(0.36))
    assert (np.diff(bites) > 0).all()
    assert (np.diff(bites, 2) > 0).all()


def test_without_norm_benefits_and_minimum_wage_skill_bias_leaves_unemployment_alone():
    neutral = replica.basic_scenario(lam=1.0, eps_mw=0.0, psi_b=0.0)
    assert neutral.unemployment == pytest.approx((5.9, 2.9, 2.9), abs=1e-3)


def test_a_floor_in_fees_goes_on_biting_above_its_reference():
    from_levels = [np.log(9.16 * level) for level in (1.25, 1.5)]
    spread = wages.FIXED.self_employed_spread * 0.36
    low, high = (wages.bite(np.array(level), np.array(2.7), np.array(spread)) for level in from_levels)
    assert high > low

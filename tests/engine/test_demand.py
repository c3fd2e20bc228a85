# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

from engine import demand
from engine.baseline import netherlands
from engine.validation import theory

BASE = netherlands()


def test_a_wage_is_what_one_more_worker_adds():
    assert theory.wage_errors() < 1e-8


def test_wages_exhaust_output():
    assert theory.exhaustion_error() < 1e-12


def test_in_the_base_year_marginal_products_are_the_wages_of_the_base_year():
    products, composite = demand.log_marginal_products(np.zeros((3, 1)), theory.nests(0.0, 0.0))
    assert np.abs(products).max() < 1e-15
    assert abs(composite[0]) < 1e-15


def test_regressing_the_premium_on_supply_finds_the_elasticity_back():
    """Katz and Murphy (1992): premium = drift t - supply / sigma."""
    sigma, drift = theory.katz_murphy()
    assert sigma == pytest.approx(1.6, abs=0.15)
    assert drift == pytest.approx(0.027, abs=0.002)


def test_sectors_that_keep_their_share_do_not_tilt_demand():
    tilt = demand.sector_tilt(np.array([BASE.care_share]), np.array([BASE.household_share]), BASE)
    assert np.abs(tilt).max() < 1e-14


def test_more_care_tilts_demand_to_the_middle_educated():
    tilt = demand.sector_tilt(np.array([BASE.care_share + 0.05]), np.array([BASE.household_share]), BASE)
    assert tilt[1, 0] > tilt[2, 0]
    assert tilt[1, 0] > tilt[0, 0]

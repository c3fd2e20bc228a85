# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine import demand
from engine.baseline import netherlands

BASE = netherlands()
LABOUR = np.log(np.array([[0.9], [1.02], [1.2]]))


def ces(demand_high=0.0, demand_middle=0.0, **parameters):
    draws = engine.Parameters.from_arrays({key: [value] for key, value in parameters.items()}).over_lanes(1)
    return demand.nests(np.array([demand_high]), np.array([demand_middle]), BASE, draws)


@pytest.mark.parametrize(("high", "middle"), [(0.0, 0.0), (0.2, 0.1)])
@pytest.mark.parametrize("education", range(3))
def test_a_wage_is_what_one_more_worker_adds(high, middle, education):
    nests = ces(high, middle)
    employment = BASE.employment[:, np.newaxis] * np.exp(LABOUR)
    bill = (BASE.wages * BASE.employment).sum()
    step = 1e-5 * employment[education, 0]

    def output(change):
        moved = employment.copy()
        moved[education] += change
        composite, _rest = demand.composites(np.log(moved / BASE.employment[:, np.newaxis]), nests)
        return bill * np.exp(composite[0])

    products, _composite = demand.log_marginal_products(LABOUR, nests)
    wage = BASE.wages[education] * np.exp(products[education, 0])
    assert (output(step) - output(-step)) / (2 * step) == pytest.approx(wage, rel=1e-8)


def test_wages_exhaust_output():
    products, composite = demand.log_marginal_products(LABOUR, ces(0.2, 0.1))
    bill = (BASE.wages * np.exp(products[:, 0]) * BASE.employment * np.exp(LABOUR[:, 0])).sum()
    assert bill == pytest.approx((BASE.wages * BASE.employment).sum() * np.exp(composite[0]), rel=1e-12)


def test_in_the_base_year_marginal_products_are_the_wages_of_the_base_year():
    products, composite = demand.log_marginal_products(np.zeros((3, 1)), ces())
    assert np.abs(products).max() < 1e-15
    assert abs(composite[0]) < 1e-15


def test_regressing_the_premium_on_supply_finds_the_elasticity_back():
    """Katz and Murphy (1992): premium = drift t - supply / sigma."""
    generator = np.random.default_rng(1)
    years = np.arange(46)
    supply = -1.3 + np.where(years < 20, 0.05 * years, 1.0 + 0.022 * (years - 20)) + generator.normal(0, 0.015, 46)
    premium = []
    for year in years:
        labour = np.array([[0.0], [0.0], [supply[year]]])
        products, _composite = demand.log_marginal_products(labour, ces(demand_high=0.027 * year, sig_o=1.6))
        premium.append(products[2, 0] - products[1, 0] + generator.normal(0, 0.01))
    found = np.linalg.lstsq(np.column_stack([np.ones(46), years, supply]), np.array(premium), rcond=None)[0]
    assert -1 / found[2] == pytest.approx(1.6, abs=0.15)
    assert found[1] == pytest.approx(0.027, abs=0.002)


def test_sectors_that_keep_their_share_do_not_tilt_demand():
    tilt = demand.sector_tilt(np.array([BASE.care_share]), np.array([BASE.household_share]), BASE)
    assert np.abs(tilt).max() < 1e-14


def test_more_care_tilts_demand_to_the_middle_educated():
    tilt = demand.sector_tilt(np.array([BASE.care_share + 0.05]), np.array([BASE.household_share]), BASE)
    assert tilt[1, 0] > tilt[2, 0]
    assert tilt[1, 0] > tilt[0, 0]

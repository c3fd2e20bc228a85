# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine import supply
from engine.baseline import netherlands
from engine.drivers import over_lanes
from engine.levers import shifts_in
from tests.engine.reference import scenarios

BASE = netherlands()
DRAWS = engine.draw_parameters(20, 1).over_lanes(4)
DRIVERS = over_lanes(scenarios(), 20)
NOTHING = shifts_in(2030, [])


def test_the_labour_force_of_the_base_year_is_as_observed():
    assert supply.labour_force_by_age(2015, NOTHING, BASE).sum() == pytest.approx(8.90, abs=0.02)


@pytest.mark.parametrize("year", [2015, 2022, 2040])
def test_shares_of_education_sum_to_one_also_with_training(year):
    training = supply.training_upgrade(shifts_in(2030, [engine.Reform({"training": 2.0})]), DRAWS)
    shares = supply.education_shares(year, DRIVERS, 25 * training, BASE)
    assert np.abs(shares.sum(axis=0) - 1).max() < 1e-14
    assert shares.min() > 0


def test_education_reaches_the_shares_of_the_scenario_in_2040():
    shares = supply.education_shares(2040, DRIVERS, np.zeros((3, 80)), BASE)
    assert shares[2] == pytest.approx(DRIVERS.high_educated_share)
    assert shares[0] == pytest.approx(DRIVERS.low_educated_share)


def test_a_later_pension_keeps_people_of_65_and_over_at_work():
    later = shifts_in(2030, [engine.Reform({"pension_age": 1.0})])
    change = supply.labour_force_by_age(2030, later, BASE) - supply.labour_force_by_age(2030, NOTHING, BASE)
    assert (change[:3] == 0).all()
    assert change[4] == pytest.approx(0.034 * BASE.population_in(2030)[4])


def test_people_come_to_work_for_more_net_wage_and_leave_for_more_benefit():
    paid = supply.participation_factor(shifts_in(2030, [engine.Reform({"net_wage_low": 0.05})]), DRAWS, BASE)
    linked = engine.Reform({"minimum_wage": 0.1, "benefit_link": 1.0})
    benefit = supply.participation_factor(shifts_in(2030, [linked]), DRAWS, BASE)
    assert (paid[0] > 1).all()
    assert (paid[1:] == 1).all()
    assert (benefit[0] < benefit[1]).all()
    assert (benefit[2] == 1).all()

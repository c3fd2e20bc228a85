# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine import contracts
from engine.baseline import netherlands
from engine.drivers import over_lanes
from engine.levers import shifts_in
from engine.validation import past
from tests.engine.reference import scenarios

BASE = netherlands()
DRAWS = engine.draw_parameters(50, 1).over_lanes(4)
DRIVERS = over_lanes(scenarios(), 50)


def shares(year, **levers):
    return contracts.contract_shares(year, DRIVERS, shifts_in(year, [engine.Reform(levers)]), DRAWS, BASE)


@pytest.mark.parametrize("year", [2015, 2025, 2040])
@pytest.mark.parametrize("levers", [{}, {"employment_presumption": 0.5}, {"permanent_cost": -0.1}])
def test_contract_shares_sum_to_one(year, levers):
    found = shares(year, **levers)
    assert np.abs(found.sum(axis=1) - 1).max() < 1e-15
    assert found.min() > 0


def test_dearer_self_employment_makes_for_fewer_self_employed():
    assert (shares(2030, self_employed_cost=0.1)[:, 2] < shares(2030)[:, 2]).all()


def test_presumption_turns_self_employed_into_employees_of_both_kinds():
    change = shares(2030, employment_presumption=0.1) - shares(2030)
    assert (change[:, 2] < 0).all()
    assert change[:, 0] == pytest.approx(change[:, 1])


def test_the_fading_drift_beats_a_constant_one_on_what_came_after():
    """Fit log odds on 2003-2009, as read at CBS, and predict 2014 and 2019 (errors in points)."""
    constant, fading = (past.contract_errors(fading=fades) for fades in (False, True))
    assert constant[2014] == pytest.approx([0.92, -0.15], abs=0.01)
    assert constant[2019] == pytest.approx([4.31, 1.47], abs=0.01)
    assert fading[2014] == pytest.approx([-0.34, -0.73], abs=0.01)
    assert fading[2019] == pytest.approx([0.93, -0.05], abs=0.01)

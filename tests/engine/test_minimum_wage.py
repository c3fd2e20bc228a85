# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.minimum_wage import before_lift, lifted, wage_floor

LOW, REACH = np.log(9.16 * 0.97), np.log(1.35)
TREND = [engine.default_drivers("trend")]


def floor(shift, spill):
    return wage_floor(np.array([np.log(9.16)]), shift, np.array([spill]))


def rise(share, spill):
    parameters = engine.Parameters.from_arrays({"spill": [spill]})
    reform = engine.Reform({"minimum_wage": share}, budget_from_model=True)
    without = engine.project(scenarios=TREND, parameters=parameters, years=[2030])
    return engine.impact(
        engine.project(scenarios=TREND, reforms=[reform], parameters=parameters, years=[2030]), without
    ).values


def test_a_wage_at_the_floor_gets_the_whole_spillover_and_one_beyond_its_reach_gets_nothing():
    just, half, beyond = (lifted(np.array([LOW + part * REACH]), floor(0.1, 0.5)).item() for part in (0, 0.5, 1.01))
    assert just - LOW == pytest.approx(0.05)
    assert half - LOW - REACH / 2 == pytest.approx(0.025)
    assert beyond == LOW + 1.01 * REACH


@given(wage=st.floats(1.0, 5.0), shift=st.floats(-0.15, 0.35), spill=st.floats(0.0, 0.6))
def test_the_spillover_can_be_undone(wage, shift, spill):
    bounds = floor(shift, spill)
    assert before_lift(lifted(np.array([wage]), bounds), bounds).item() == pytest.approx(wage, abs=1e-9)


@given(shift=st.floats(-0.15, 0.35), spill=st.floats(0.0, 0.6))
def test_the_spillover_keeps_wages_in_order(shift, spill):
    wages = np.linspace(1.0, 5.0, 400)[:, np.newaxis]
    assert (np.diff([lifted(wage, floor(shift, spill)).item() for wage in wages]) > 0).all()


def test_a_higher_minimum_wage_lifts_pay_more_with_a_spillover_than_without():
    without, with_spillover = rise(0.1, 0.0), rise(0.1, 0.5)
    assert with_spillover["real_wage", "low_educated"].item() > without["real_wage", "low_educated"].item() > 0.005
    assert with_spillover["gini", "everyone"].item() < without["gini", "everyone"].item() < 0
    assert with_spillover["wage_ratio", "everyone"].item() < without["wage_ratio", "everyone"].item() < 0


def test_a_spillover_costs_no_jobs_of_its_own():
    assert rise(0.1, 0.0)["employment", "everyone"] == rise(0.1, 0.5)["employment", "everyone"]


def test_no_spillover_without_a_reform():
    levels = [
        engine.project(scenarios=TREND, parameters=engine.Parameters.from_arrays({"spill": [spill]})).values
        for spill in (0.0, 0.6)
    ]
    assert all((levels[0][key] == levels[1][key]).all() for key in levels[0])

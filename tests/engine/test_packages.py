# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine import Contradiction, Reform

SCENARIOS = [engine.default_drivers(key) for key in engine.SCENARIOS]
INCOME = [engine.YardstickLine("net_income", "income_q1", "up", smallest_difference=0.002, tolerance=0.005)]
BALANCE = [engine.YardstickLine("balance", "government", "up", smallest_difference=0.0005, tolerance=0.004)]
REFORMS = {
    "up": Reform({"minimum_wage": 0.1, "benefit_link": 1.0}, budget_from_model=True),
    "down": Reform({"minimum_wage": -0.1, "benefit_link": 1.0}, budget_from_model=True),
    "unlinked": Reform({"minimum_wage": 0.1}, budget_from_model=True),
    "training": Reform({"training": 1.0}, exante_budget_bn=-1.0),
    "pension": Reform({"pension_age": 1.0}, budget_from_model=True),
}


def test_what_pulls_one_lever_both_ways_is_a_contradiction_and_so_are_two_links():
    found = engine.contradictions(REFORMS)
    assert found == [
        Contradiction(("up", "down"), "minimum_wage", "opposite"),
        Contradiction(("up", "unlinked"), "benefit_link", "two_links"),
        Contradiction(("down", "unlinked"), "minimum_wage", "opposite"),
    ]


def test_reforms_that_together_push_a_lever_beyond_its_bounds_are_a_contradiction_from_the_size_where_they_do():
    reforms = {name: Reform({"pension_age": 1.2}) for name in ("first", "second", "third")}
    assert engine.contradictions(reforms) == [
        Contradiction(("first", "second", "third"), "pension_age", "beyond_bounds")
    ]
    assert engine.contradictions(reforms, largest=2) == []
    pairs = {name: Reform({"pension_age": 2.0}) for name in ("first", "second")}
    assert engine.contradictions(pairs) == [Contradiction(("first", "second"), "pension_age", "beyond_bounds")]


def test_every_pair_and_triple_without_a_contradiction_comes_once():
    packages = engine.enumerated(list(REFORMS), engine.contradictions(REFORMS))
    assert len(packages) == len(set(packages))
    assert ("training", "pension") in packages
    assert ("up", "training", "pension") in packages
    assert not any({"up", "down"} <= set(package) for package in packages)
    assert len([package for package in packages if len(package) == 2]) == 10 - 3
    assert (
        len([package for package in packages if len(package) == 3]) == 3
    )  # one of up, down, unlinked, with the others


def test_the_pareto_set_of_a_hand_made_table():
    points = np.array(
        [
            [-1.0, 2.0, 0.9],  # cheap
            [-2.0, 4.0, 0.8],  # dearer and better
            [-2.0, 3.0, 0.8],  # beaten by the one before
            [-3.0, 4.0, 0.8],  # dearer for the same
            [-3.0, 1.0, 0.95],  # kept for its support
            [-1.0, 2.0, np.nan],  # not voted on: counts as no support
        ]
    )
    assert engine.pareto(points).tolist() == [True, True, False, False, True, False]


def test_two_that_are_equal_are_both_kept():
    assert engine.pareto(np.array([[1.0, 1.0], [1.0, 1.0]])).all()
    assert engine.pareto(np.zeros((0, 3))).shape == (0,)


def test_a_package_is_weighed_as_one_run_of_the_model_measured_by_every_yardstick():
    parameters, yardsticks = engine.draw_parameters(40, 1), [INCOME, BALANCE]
    without = engine.project(
        scenarios=SCENARIOS, parameters=parameters, years=[2030], outcomes=engine.outcomes_of(yardsticks)
    )
    found = engine.weigh(
        ("training", "pension"), REFORMS, without=without, parameters=parameters, yardsticks=yardsticks
    )
    reforms = [REFORMS["training"], REFORMS["pension"]]
    whole = engine.impact(
        engine.project(scenarios=SCENARIOS, reforms=reforms, parameters=parameters, years=[2030]),
        engine.project(scenarios=SCENARIOS, parameters=parameters, years=[2030]),
    ).values
    assert found.balance_bn == pytest.approx(np.median(whole["balance_bn", "government"][..., 0], axis=1))
    assert found.gains[0] == pytest.approx(np.median(whole["net_income", "income_q1"][..., 0] / 0.002, axis=1))
    assert found.gains.shape == (2, 4)
    assert ((found.useful >= 0) & (found.useful <= 1)).all()


def test_outcomes_are_asked_once_each_and_the_budget_always():
    assert engine.outcomes_of([INCOME, INCOME]) == (("net_income", "income_q1"), ("balance_bn", "government"))

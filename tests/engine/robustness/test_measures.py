# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from tests.engine.robustness.menus import by_hand, in_quarters, menus


@pytest.fixture
def regrets():
    return engine.regret(by_hand().payoffs)


# By hand: the best is 2 and 1 for the employers, 0 and 3 for the workers.


def test_regret_is_what_the_best_of_the_menu_gives_more_in_the_same_future(regrets):
    employers, workers = regrets[:, 0, :, 0].tolist(), regrets[:, 0, :, 1].tolist()
    assert employers == [[2.0, 1.0], [0.0, 2.0], [1.0, 0.0]]
    assert workers == [[0.0, 3.0], [0.0, 0.0], [2.0, 2.0]]


def test_measures_by_hand(regrets):
    assert engine.largest_regret(regrets)[:, 0].tolist() == [[2.0, 3.0], [2.0, 0.0], [1.0, 2.0]]
    assert engine.mean_regret(regrets)[:, 0].tolist() == [[1.5, 1.5], [1.0, 0.0], [0.5, 2.0]]
    assert engine.percentile_regret(regrets, 0.9)[0, 0] == pytest.approx([1.9, 2.7])
    assert engine.worst_payoff(by_hand().payoffs)[:, 0].tolist() == [[0.0, 0.0], [-1.0, 0.0], [1.0, -2.0]]


def test_the_side_that_misses_most_decides_and_is_named(regrets):
    values, where = engine.by_worst(engine.largest_regret(regrets))
    assert values.tolist() == [3.0, 2.0, 2.0]
    assert where.tolist() == [[0, 1], [0, 0], [0, 1]]


def test_shares_are_of_the_futures_examined_and_hold_when_every_scenario_reaches_them():
    flags = np.array([[[True, True, True, False], [True, True, True, True]]])
    shares = engine.share(flags)
    assert shares.tolist() == [[0.75, 1.0]]
    assert [engine.holds_in(shares, level).item() for level in (0.7, 0.75, 0.76, 1.0)] == [True, True, False, False]


# Whatever the menu


@given(menus())
def test_regret_is_never_negative_and_zero_for_somebody_in_every_future(menu):
    regrets = engine.regret(menu.payoffs)
    assert (regrets >= 0).all()
    assert (regrets.min(axis=0) == 0).all()


@given(menus(), st.data())
def test_a_reform_that_another_beats_everywhere_changes_nobodys_regret(menu, data):
    payoffs = menu.payoffs
    beaten_by = data.draw(st.integers(0, payoffs.shape[0] - 1))
    worse = payoffs[beaten_by] - np.abs(data.draw(in_quarters(payoffs.shape[1:])))
    larger = engine.regret(np.concatenate([payoffs, worse[None]]))
    assert (larger[:-1] == engine.regret(payoffs)).all()


@given(menus(), st.data())
def test_a_larger_menu_never_lowers_regret(menu, data):
    more = data.draw(in_quarters(menu.payoffs.shape[1:]))
    assert (engine.regret(np.concatenate([menu.payoffs, more[None]]))[:-1] >= engine.regret(menu.payoffs)).all()


@given(menus())
def test_the_percentile_lies_between_the_least_and_the_largest(menu):
    regrets = engine.regret(menu.payoffs)
    percentile = engine.percentile_regret(regrets, 0.9)
    assert (percentile <= engine.largest_regret(regrets)).all()
    assert (percentile >= regrets.min(axis=2)).all()


@given(menus(), st.floats(0, 1), st.floats(0, 1))
def test_who_asks_for_a_larger_share_finds_as_many_or_fewer(menu, first, second):
    lower, higher = sorted((first, second))
    shares = engine.share(engine.useful_on(menu))
    assert (engine.holds_in(shares, higher) <= engine.holds_in(shares, lower)).all()


@given(menus(), st.randoms(use_true_random=False))
def test_the_order_of_reforms_and_of_futures_does_not_matter(menu, random):
    reforms, futures = (list(range(menu.payoffs.shape[axis])) for axis in (0, 2))
    random.shuffle(reforms)
    random.shuffle(futures)
    shuffled = engine.Menu(menu.yardsticks, tuple(one[reforms][:, :, futures] for one in menu.steps))
    for found, wanted in zip(everything_of(shuffled), everything_of(menu), strict=True):
        assert found == pytest.approx(wanted[reforms])


def everything_of(menu):
    regrets = engine.regret(menu.payoffs)
    return (
        engine.largest_regret(regrets),
        engine.mean_regret(regrets),
        engine.percentile_regret(regrets, 0.9),
        engine.worst_payoff(menu.payoffs),
        engine.share(engine.useful_on(menu)),
        engine.share(engine.dominates(menu, slack=1.0)),
        engine.by_worst(engine.largest_regret(regrets))[0],
    )


@pytest.mark.parametrize("probability", [-0.1, 1.1, float("nan")])
def test_a_percentile_that_does_not_exist_is_refused(regrets, probability):
    with pytest.raises(engine.EngineError):
        engine.percentile_regret(regrets, probability)


# With the model itself


def test_the_best_of_two_minimum_wages_is_told_within_a_draw_and_not_across():
    """Independent draws would drown the difference; on the same draws the higher rise wins for the workers in each."""
    parameters = engine.draw_parameters(count=64, seed=7)
    asked = {"scenarios": [engine.default_drivers("trend")], "parameters": parameters, "years": (2015, 2030)}
    without = engine.project(**asked)
    line = engine.YardstickLine("net_income", "income_q1", "up", smallest_difference=0.002, tolerance=0.005)
    steps = []
    for rise in (0.05, 0.10):
        reform = engine.Reform(levers={"minimum_wage": rise}, start_year=2022, phase_years=1, budget_from_model=True)
        found = engine.impact(engine.project(**asked, reforms=[reform]), without)
        steps.append(engine.measure([line], [found.values["net_income", "income_q1"][0, :, 1]]).steps.T[None])
    regrets = engine.regret(engine.menu_of([[line]], [np.stack(steps)]).payoffs)
    assert regrets[2].max() == 0
    assert regrets[1].min() > 0

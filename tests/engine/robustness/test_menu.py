# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import engine
from tests.engine.robustness.menus import EMPLOYERS, FIRST, NOTHING, SECOND, WORKERS, by_hand, menus


def test_doing_nothing_is_the_first_choice_and_gives_nothing():
    assert by_hand().payoffs.shape == (3, 1, 2, 2)
    assert not by_hand().payoffs[NOTHING].any()


def test_the_payoff_of_a_side_is_the_mean_of_its_lines():
    menu = engine.menu_of([[EMPLOYERS, EMPLOYERS]], [np.array([1.0, 4.0]).reshape(1, 1, 1, 2)])
    assert menu.payoffs[FIRST].ravel().tolist() == [2.5]


def test_useful_and_better_than_nothing_by_hand():
    """Employers and workers bear a loss of two steps; only a loss of less than one step is no loss."""
    menu = by_hand()
    assert engine.useful_on(menu)[:, 0].tolist() == [[False, False], [True, True], [True, True]]
    assert engine.dominates(menu, slack=1.0)[:, 0].tolist() == [[False, False], [True, False], [False, True]]
    assert engine.dominates(menu, slack=0.0)[:, 0].tolist() == [[False, False], [True, False], [False, True]]


def test_a_loss_too_small_to_count_spoils_strict_dominance_only():
    menu = engine.menu_of([[EMPLOYERS], [WORKERS]], [np.full((1, 1, 1, 1), -0.9), np.full((1, 1, 1, 1), 1.0)])
    assert engine.dominates(menu, slack=1.0)[FIRST].all()
    assert not engine.dominates(menu, slack=0.0)[FIRST].any()


def test_a_gain_too_small_to_count_is_strict_dominance_only():
    menu = engine.menu_of([[WORKERS]], [np.full((1, 1, 1, 1), 0.9)])
    assert not engine.dominates(menu, slack=1.0)[FIRST].any()
    assert engine.dominates(menu, slack=0.0)[FIRST].all()


def test_a_line_that_loses_is_not_made_good_by_another_line_of_its_side():
    menu = engine.menu_of([[WORKERS, WORKERS]], [np.array([9.0, -1.0]).reshape(1, 1, 1, 2)])
    assert menu.payoffs[FIRST].item() == 4.0
    assert not engine.dominates(menu, slack=1.0)[FIRST].any()


def test_one_line_that_gains_is_no_gain_when_its_side_as_a_whole_gains_too_little():
    menu = engine.menu_of([[WORKERS, WORKERS]], [np.array([1.5, 0.4]).reshape(1, 1, 1, 2)])
    assert not engine.dominates(menu, slack=1.0)[FIRST].any()


@given(menus())
def test_doing_nothing_is_not_useful_and_does_not_beat_itself(menu):
    assert not engine.useful_on(menu)[NOTHING].any()
    assert not engine.dominates(menu, slack=1.0)[NOTHING].any()
    assert not engine.dominates(menu, slack=0.0)[NOTHING].any()


@given(menus())
def test_useful_over_a_menu_is_useful_reform_by_reform(menu):
    for reform in range(1, menu.payoffs.shape[0]):
        for scenario in range(menu.payoffs.shape[1]):
            assume(survive(menu, reform, scenario))
            changes = [
                changed_by(lines, steps[reform, scenario].T)
                for lines, steps in zip(menu.yardsticks, menu.steps, strict=True)
            ]
            assert (engine.useful(changes) == engine.useful_on(menu)[reform, scenario]).all()


def survive(menu, reform, scenario):
    """Say whether steps come back unrounded from the unit: one that lies on a threshold must stay on it."""
    return all(
        (line.smallest_difference * one / line.smallest_difference == one).all()
        for lines, steps in zip(menu.yardsticks, menu.steps, strict=True)
        for line, one in zip(lines, steps[reform, scenario].T, strict=True)
    )


def changed_by(lines, steps):
    """Measure steps as a projection does: from changes in the outcome's unit."""
    signs = [1.0 if line.better == "up" else -1.0 for line in lines]
    raw = [sign * line.smallest_difference * one for sign, line, one in zip(signs, lines, steps, strict=True)]
    return engine.measure(lines, raw)


@given(menus(), st.floats(0, 5), st.floats(0, 5))
def test_whoever_bears_more_finds_as_much_or_more_useful(menu, first, second):
    lower, higher = sorted((first, second))
    assert (engine.useful_on(bearing(menu, lower)) <= engine.useful_on(bearing(menu, higher))).all()


def bearing(menu, steps):
    """The same menu, where every line bears a loss of so many steps."""
    lines = [
        [
            engine.YardstickLine(
                one.outcome, one.group, one.better, one.smallest_difference, steps * one.smallest_difference
            )
            for one in side
        ]
        for side in menu.yardsticks
    ]
    return engine.Menu(tuple(map(tuple, lines)), menu.steps)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([np.zeros((2, 1, 5, 1))], "yardsticks and steps"),
        ([np.zeros((2, 1, 5, 1)), np.zeros((2, 1, 6, 1))], "different reforms, scenarios or futures"),
        ([np.zeros((2, 1, 5, 1)), np.zeros((2, 1, 5, 2))], "wanted"),
        ([np.zeros((2, 1, 5, 1)), np.full((2, 1, 5, 1), np.nan)], "no finite numbers"),
    ],
)
def test_what_was_not_computed_over_the_same_futures_is_refused(steps, words):
    with pytest.raises(engine.EngineError, match=words):
        engine.menu_of([[EMPLOYERS], [WORKERS]], steps)


def test_a_menu_of_one_reform_less_is_that_menu_without_it():
    assert engine.menu_of(by_hand().yardsticks, [one[SECOND:] for one in by_hand().steps]).payoffs.shape[0] == 2

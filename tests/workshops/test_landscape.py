# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.landscape import (
    FEWEST_PEOPLE,
    FEWEST_VOTES,
    Landscape,
    landscape_of,
    likeness,
    map_of,
    shuffled,
    statistics_of,
)

STATEMENTS = 25


def audience(people, *, apart, seed=7, missing=0.15):
    """Three camps that answer as they lean, the more so the further they are apart."""
    chance = np.random.default_rng(seed)
    camps = np.arange(people) % 3
    leaning = apart * chance.choice([-1.0, 1.0], (3, STATEMENTS))
    votes = np.where(chance.random((people, STATEMENTS)) < (1 + leaning[camps]) / 2, 1.0, -1.0)
    votes[chance.random(votes.shape) < missing] = np.nan
    return votes, camps


def test_camps_that_answer_differently_are_found_and_named():
    votes, camps = audience(150, apart=0.9)
    found = landscape_of(votes)
    assert found.has_groups
    assert likeness(found.division.groups, camps) > 0.9


def test_an_audience_without_camps_has_no_groups_however_the_map_looks():
    votes, _camps = audience(150, apart=0.0)
    found = landscape_of(votes)
    assert found.division.clarity > 0.3
    assert not found.has_groups


@pytest.mark.parametrize(
    ("chance", "stability", "may_be_named"),
    [(0.04, 0.8, True), (0.05, 0.8, False), (0.04, 0.79, False), (None, None, False)],
)
def test_groups_are_named_only_when_chance_does_not_draw_them_and_they_stay(chance, stability, may_be_named):
    votes, _camps = audience(5, apart=0.0)
    assert Landscape(map_of(votes), None, chance, stability).has_groups is may_be_named


@pytest.mark.parametrize(("people", "is_tested"), [(FEWEST_PEOPLE - 1, False), (FEWEST_PEOPLE, True)])
def test_too_few_people_are_shown_as_points_only(people, is_tested):
    votes, _camps = audience(people, apart=0.9, missing=0)
    found = landscape_of(votes, shuffles=19, resamples=2)
    assert len(found.map.points) == people
    assert (found.division is not None) is is_tested


def test_who_answered_little_does_not_count_towards_enough_people():
    votes, _camps = audience(FEWEST_PEOPLE, apart=0.9, missing=0)
    votes[0, FEWEST_VOTES - 1 :] = np.nan
    assert landscape_of(votes).division is None


def test_the_directions_are_those_of_the_singular_value_decomposition():
    votes, _camps = audience(90, apart=0.5, missing=0)
    _left, sizes, rows = np.linalg.svd(votes - votes.mean(axis=0))
    found = map_of(votes)
    assert np.abs((found.directions * rows[:2]).sum(axis=1)) == pytest.approx(1.0)
    assert found.explained == pytest.approx((sizes**2 / (sizes**2).sum())[:2])


def test_who_answered_less_is_not_drawn_to_the_middle_for_that():
    whole, _camps = audience(200, apart=0.9, missing=0)
    half = np.where(np.random.default_rng(2).random(whole.shape) < 0.5, whole, np.nan)
    reach = np.linalg.norm(map_of(np.vstack([whole, half])).points, axis=1)
    assert reach[200:].mean() > 0.62 * reach[:200].mean()


def test_the_same_people_in_another_order_lie_in_the_same_places():
    votes, _camps = audience(80, apart=0.5)
    order = np.random.default_rng(1).permutation(80)
    assert map_of(votes[order]).points == pytest.approx(map_of(votes).points[order])


def test_shuffling_leaves_every_statement_its_answers():
    votes, _camps = audience(70, apart=0.9)
    other = shuffled(votes, np.random.default_rng(3))
    assert (np.isnan(votes) == np.isnan(other)).all()
    assert np.nansum(votes, axis=0) == pytest.approx(np.nansum(other, axis=0))
    assert not np.array_equal(votes, other, equal_nan=True)


def test_a_statement_that_all_support_is_shared_and_one_that_splits_them_divides():
    groups = np.repeat([0, 1], 40)
    votes = np.column_stack([np.ones(80), np.where(groups == 0, 1.0, -1.0), np.full(80, np.nan)])
    found = statistics_of(votes, groups)
    assert found.agreeing[:, 0] == pytest.approx([41 / 42, 41 / 42])
    assert found.agreeing[:, 2] == pytest.approx([0.5, 0.5])
    assert found.shared[0] > 0.95 > found.shared[1] > found.weakest[1]
    assert found.dividing[1] == pytest.approx(40 / 42)


def test_an_audience_that_agrees_on_everything_has_no_groups():
    assert not landscape_of(np.ones((80, 10)), shuffles=19, resamples=2).has_groups


@given(st.lists(st.integers(0, 3), min_size=5, max_size=30), st.randoms(use_true_random=False))
def test_names_of_groups_make_no_difference_to_likeness(groups, random):
    names = [0, 1, 2, 3]
    random.shuffle(names)
    one = np.array(groups)
    assert likeness(one, np.array(names)[one]) == pytest.approx(1.0)

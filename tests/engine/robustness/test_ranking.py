# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import engine

RANKINGS = arrays(np.int64, st.tuples(st.integers(1, 5), st.integers(1, 6)), elements=st.integers(1, 6))


def test_lower_values_rank_first_and_who_cannot_be_told_apart_shares_a_rank():
    assert engine.ranks(np.array([3.0, 1.0, 3.02, 2.0]), resolution=0.1).tolist() == [3, 1, 3, 2]
    assert engine.ranks(np.array([3.0, 1.0, 3.02, 2.0]), resolution=0.01).tolist() == [3, 1, 4, 2]


def test_a_pair_changes_order_when_one_measure_puts_this_ahead_and_another_that():
    by_measure = np.array([[1, 2, 3], [2, 1, 3], [1, 1, 3]])
    assert engine.reversals(by_measure).tolist() == [[False, True, False], [True, False, False], [False, False, False]]
    assert engine.crossings(by_measure).tolist() == [[0, 1, 0], [1, 0, 0], [0, 0, 0]]


def test_a_tie_is_no_disagreement():
    assert not engine.reversals(np.array([[1, 1], [1, 2]])).any()


@given(RANKINGS)
def test_disagreement_goes_both_ways_and_nothing_disagrees_with_itself(by_measure):
    pairs, counts = engine.reversals(by_measure), engine.crossings(by_measure)
    assert (pairs == pairs.T).all()
    assert (counts == counts.T).all()
    assert not pairs.diagonal().any()
    assert not counts.diagonal().any()


@given(RANKINGS)
def test_pairs_change_order_exactly_when_some_two_measures_cross(by_measure):
    assert engine.reversals(by_measure).any() == engine.crossings(by_measure).any()


@given(arrays(np.float64, st.integers(1, 8), elements=st.floats(-50, 50)))
def test_somebody_is_first_and_ranks_follow_the_values(values):
    found = engine.ranks(values, resolution=0.1)
    assert found.min() == 1
    assert (np.diff(found[np.argsort(values, kind="stable")]) >= 0).all()

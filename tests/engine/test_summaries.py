# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Merging summaries of draws: in any parts and order the same bits, and quantiles within one bin."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine import summaries

numbers = st.floats(-1e6, 1e6, allow_nan=False, width=64)
cells = st.integers(1, 3)


@st.composite
def tables(draw, most=40):
    """Values of a few cells over some draws, and bins that hold them."""
    count = draw(cells)
    rows = draw(st.integers(1, most))
    values = np.array(draw(st.lists(st.lists(numbers, min_size=rows, max_size=rows), min_size=count, max_size=count)))
    return values, engine.Bins.around(values)


def same(one, other):
    return all(np.array_equal(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))


@given(table=tables(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_same_draws_in_any_parts_and_order_are_the_same_summary(table, data):
    values, bins = table
    cuts = sorted(data.draw(st.lists(st.integers(1, values.shape[1]), max_size=4, unique=True)))
    parts = [part for part in np.split(values, cuts, axis=1) if part.shape[1]]
    parts = data.draw(st.permutations([engine.summarised(part, bins) for part in parts]))
    together = parts[0]
    for part in parts[1:]:
        together = engine.merged(together, part)
    assert same(together, engine.summarised(values, bins))


@given(table=tables(), others=st.lists(numbers, min_size=3, max_size=3))
@settings(max_examples=60, deadline=None)
def test_merging_is_commutative_and_associative_to_the_last_bit(table, others):
    values, bins = table
    one, two, three = (engine.summarised(values + shift / 1e3, bins) for shift in others)
    assert same(engine.merged(one, two), engine.merged(two, one))
    assert same(
        engine.merged(engine.merged(one, two), three),
        engine.merged(one, engine.merged(two, three)),
    )


@given(table=tables(), probability=st.floats(0, 1))
@settings(max_examples=150, deadline=None)
def test_a_quantile_is_within_one_bin_of_that_of_the_draws(table, probability):
    values, bins = table
    found, errors = engine.binned_quantiles(engine.summarised(values, bins), bins, [probability])
    exact = np.quantile(values, probability, axis=1)
    assert errors[0] == pytest.approx(bins.width, rel=1e-4)
    assert (np.abs(found[0] - exact) <= bins.width * (1 + 1e-4)).all()


@given(table=tables())
@settings(max_examples=60, deadline=None)
def test_the_mean_is_within_a_millionth_of_a_bin(table):
    values, bins = table
    found = engine.mean_of(engine.summarised(values, bins), bins)
    rounding = np.abs(values).max() * 1e-12
    assert (np.abs(found - values.mean(axis=1)) <= bins.width * 1e-6 + rounding).all()


def test_draws_beyond_the_bins_are_kept_and_widen_the_error():
    pilot = np.array([[0.0, 1.0]])
    bins = engine.Bins.around(pilot)
    values = np.array([[-9.0, -8.0, 0.2, 0.4, 0.6, 30.0]])
    found, errors = engine.binned_quantiles(engine.summarised(values, bins), bins, (0.0, 0.5, 1.0))
    exact = np.quantile(values, [0.0, 0.5, 1.0], axis=1)
    assert (np.abs(found - exact) <= errors).all()
    assert errors[1, 0] == pytest.approx(bins.width[0])
    assert errors[0, 0] > 8
    assert errors[2, 0] > 28


def test_a_cell_that_never_varies_has_its_value_for_every_quantile():
    values = np.ones((2, 50)) * np.array([[1.0], [0.0]])
    bins = engine.Bins.around(values)
    found, _errors = engine.binned_quantiles(engine.summarised(values, bins), bins)
    assert (found == [[1.0, 0.0]] * 3).all()
    assert engine.mean_of(engine.summarised(values, bins), bins) == pytest.approx([1.0, 0.0], abs=1e-12)


def test_the_share_above_zero_is_exact():
    values = np.array([[-1.0, 0.0, 1e-300, 2.0]])
    assert engine.summarised(values, engine.Bins.around(values)).above_zero.tolist() == [2]


def test_summaries_of_different_questions_are_not_merged():
    one, other = (np.ones((count, 3)) for count in (2, 3))
    one, other = (engine.summarised(values, engine.Bins.around(values)) for values in (one, other))
    with pytest.raises(engine.ContradictionError, match="same question"):
        engine.merged(one, other)


def test_there_are_2048_bins():
    assert summaries.BINS == 2048
    assert engine.summarised(np.ones((3, 4)), engine.Bins.around(np.ones((3, 4)))).counts.shape == (3, 2048)

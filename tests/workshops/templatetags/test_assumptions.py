# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A range as a picture: everything that is held fits on one scale, in order."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.selectors.assumptions import prior_assumptions
from workshops.selectors.contested import Holding
from workshops.templatetags.assumptions import MARGIN, anchor, number_row, picture_scale, span

numbers = st.floats(-1e4, 1e4, allow_nan=False)
ranges = st.tuples(numbers, numbers, numbers).map(sorted)


def assumption(low, value, high):
    return replace(prior_assumptions()[0], low=low, value=value, high=high)


def found(about, *held):
    """Return findings that hold an assumption at these ranges."""
    return [SimpleNamespace(holdings=[Holding("x", *one, assumption=about)]) for one in held]


@given(ranges, st.lists(ranges, max_size=4))
def test_everything_stands_within_the_margins_and_in_order(own, held):
    one = assumption(*own)
    findings = found(one, *held)

    scale = picture_scale(one, findings)

    for shown in (one, *(finding.holdings[0] for finding in findings)):
        drawn = span(scale, shown)
        assert MARGIN - 0.01 <= drawn.low <= drawn.mid <= drawn.high <= 100 - MARGIN + 0.01


def test_a_value_beyond_the_models_range_widens_the_scale():
    one = assumption(0.0, 0.5, 1.0)

    assert picture_scale(one, []).high == 1.0
    assert picture_scale(one, found(one, (2.0, 2.0, 2.0))).high == 2.0


def test_a_value_without_width_is_a_point_and_a_range_is_none():
    one = assumption(0.0, 0.5, 1.0)
    scale = picture_scale(one, [])

    assert span(scale, Holding("x", 0.5, 0.5, 0.5, one)).is_point
    assert not span(scale, one).is_point


def test_the_triangle_has_its_top_at_the_most_likely_value():
    one = assumption(0.0, 0.25, 1.0)

    assert span(picture_scale(one, []), one).points == "4.0,100 27.0,0 96.0,100"


@pytest.mark.parametrize(("about", "name"), [("prior:lam", "prior-lam"), ("driver:trend:x", "driver-trend-x")])
def test_an_anchor_can_stand_in_an_address(about, name):
    assert anchor(about) == name


def test_a_row_of_numbers_has_the_decimals_that_it_has():
    assert number_row((0.0015, -0.25, 2015.0)) in {"0.0015; −0.25; 2015", "0,0015; −0,25; 2015"}

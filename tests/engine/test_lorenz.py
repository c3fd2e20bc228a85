# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import lorenz


@given(
    shares=st.lists(st.floats(0.001, 1.0), min_size=2, max_size=60),
    points=st.lists(st.floats(0.01, 0.99), min_size=1, max_size=5, unique=True),
)
def test_the_item_in_which_a_point_is_reached_is_found_whatever_the_runs(shares, points):
    whole = np.array(shares) / sum(shares)
    rising = np.array(sorted(points))[:, np.newaxis]
    at, before = lorenz.crossings(rising, np.stack([whole, whole[::-1]]))
    for lane, row in enumerate((whole, whole[::-1])):
        reached = np.concatenate([[0.0], np.cumsum(row)])
        for point in range(len(points)):
            item = at[point, lane]
            assert reached[item] <= rising[point, 0] + 1e-12
            assert reached[item + 1] >= rising[point, 0] - 1e-12
            assert before[point, lane] == pytest.approx(reached[item], abs=1e-12)


@given(
    shares=st.lists(st.floats(0.001, 1.0), min_size=2, max_size=40),
    points=st.lists(st.floats(0.01, 0.99), min_size=1, max_size=5, unique=True),
)
def test_what_is_earned_up_to_a_point_is_interpolated_also_where_two_points_share_an_item(shares, points):
    whole = np.array(shares) / sum(shares)
    amounts = whole * np.linspace(1.0, 3.0, whole.size)
    rising = np.array(sorted(points))[:, np.newaxis]
    at, before = lorenz.crossings(rising, whole[np.newaxis])
    found = lorenz.amounts_at(rising, at, before, whole[np.newaxis], amounts[np.newaxis])
    reached, earned = (np.concatenate([[0.0], np.cumsum(row)]) for row in (whole, amounts))
    assert found[:, 0] == pytest.approx(np.interp(rising[:, 0], reached, earned), abs=1e-12)

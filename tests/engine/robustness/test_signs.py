# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from tests.engine.robustness.menus import in_quarters

BETTER, NONE, WORSE, OPEN = 1, 0, -1, 2


def one(values):
    """Payoffs of one reform in one scenario by one yardstick."""
    return np.array(values, dtype=float).reshape(1, 1, -1, 1)


@pytest.mark.parametrize(
    ("draws", "variants", "sign"),
    [
        ([1.0, 0.1], [3.0], BETTER),
        ([-1.0, -0.1], [-3.0], WORSE),
        ([0.0, 0.0], [0.0], NONE),
        ([1.0, 0.1], [-3.0], OPEN),  # one theory says otherwise
        ([1.0, -0.1], [3.0], OPEN),  # one draw says otherwise
        ([1.0, 0.0], [3.0], OPEN),
    ],
)
def test_a_sign_is_set_when_no_draw_and_no_theory_gives_another(draws, variants, sign):
    assert engine.set_sign(one(draws), one(variants)).item() == sign


@given(in_quarters((2, 2, 5, 2)), in_quarters((2, 2, 3, 2)), st.integers(1, 9))
def test_the_size_of_a_step_does_not_matter_to_the_sign(draws, variants, times):
    assert (engine.set_sign(draws, variants) == engine.set_sign(times * draws, times * variants)).all()


@given(in_quarters((1, 1, 4, 1)), in_quarters((1, 1, 4, 1)))
def test_more_futures_can_only_open_a_sign(draws, variants):
    fewer = engine.set_sign(draws[:, :, :2], variants[:, :, :2])
    more = engine.set_sign(draws, variants)
    assert ((more == fewer) | (more == OPEN)).all()

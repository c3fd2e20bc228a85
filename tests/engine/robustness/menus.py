# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A menu small enough to work out by hand, and menus that hypothesis makes up."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import engine

EMPLOYERS = engine.YardstickLine("cost_index", "small_employers", "down", smallest_difference=0.1, tolerance=0.2)
WORKERS = engine.YardstickLine("net_income", "income_q1", "up", smallest_difference=0.002, tolerance=0.004)
NOTHING, FIRST, SECOND = 0, 1, 2


def by_hand():
    """Two reforms, one scenario, two futures; per side one line, in smallest differences.

    future          1    2              1    2
    first    employers   2   -1    workers   0    3
    second   employers   1    1    workers  -2    1
    """
    employers = np.array([[[2.0, -1.0]], [[1.0, 1.0]]])[..., None]
    workers = np.array([[[0.0, 3.0]], [[-2.0, 1.0]]])[..., None]
    return engine.menu_of([[EMPLOYERS], [WORKERS]], [employers, workers])


def in_quarters(shape):
    """Whole quarters: sums and differences are exact, so that a property holds to the last bit."""
    return arrays(np.float64, shape, elements=st.integers(-40, 40).map(lambda n: n / 4))


@st.composite
def menus(draw):
    """Two sides, the first with two lines, over a few reforms, scenarios and futures."""
    shape = tuple(draw(st.integers(1, most)) for most in (4, 3, 6))
    first = draw(in_quarters((*shape, 2)))
    second = draw(in_quarters((*shape, 1)))
    return engine.menu_of([[EMPLOYERS, WORKERS], [WORKERS]], [first, second])

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The axes of the arrays, by name, and the one lane axis into which scenarios and draws are folded.

Inside the engine every array ends in the axis *lane*: one lane is one scenario with one draw of the parameters.
An array by education has the axes (education, lane); by contract (education, contract, lane). Numbers that are
the same in every lane have a lane axis of length one, or none at all, and broadcast.
"""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

EDUCATION = ("low_educated", "middle_educated", "high_educated")
LOW, MIDDLE, HIGH = range(3)

CONTRACTS = ("permanent_workers", "flexible_workers", "self_employed")
PERMANENT, FLEXIBLE, SELF_EMPLOYED = range(3)

AGES = ("age_15_24", "age_25_44", "age_45_54", "age_55_64", "age_65_74")
AGE_25_44, AGE_55_64, AGE_65_74 = 1, 3, 4

QUINTILES = ("income_q1", "income_q2", "income_q3", "income_q4", "income_q5")
THIRDS = ("low", "middle", "high")
EMPLOYERS = ("small_employers", "large_employers")

FIRST_YEAR, LAST_YEAR = 2015, 2040
REPORTED_YEARS = (2015, 2020, 2025, 2030, 2040)


def column(values: FloatArray) -> FloatArray:
    """Return numbers by group with a lane axis of length one.

    >>> column(np.array([1.0, 2.0])).shape
    (2, 1)
    """
    return values[..., np.newaxis]


def unfolded(lanes: FloatArray, scenarios: int) -> FloatArray:
    """Return an array (lane,) as (scenario, draw).

    >>> unfolded(np.arange(6.0), scenarios=2)
    array([[0., 1., 2.],
           [3., 4., 5.]])
    """
    return lanes.reshape(scenarios, -1)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The axes of the arrays, by name, and the one lane axis into which scenarios and draws are folded.

Inside the engine every array ends in the axis *lane*: one lane is one package in one scenario with one draw of the
parameters; where no year depends on the year before, lanes of all years lie side by side, year by year. An array by
education has the axes (education, lane); by contract (education, contract, lane). Numbers that are the same in every
lane have a lane axis of length one, or none at all, and broadcast.
"""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
Years = int | IntArray  # one year for all lanes, or the year of each lane

EDUCATION = ("low_educated", "middle_educated", "high_educated")
LOW, MIDDLE, HIGH = range(3)

CONTRACTS = ("permanent_workers", "flexible_workers", "self_employed")
PERMANENT, FLEXIBLE, SELF_EMPLOYED = range(3)

AGES = ("age_15_24", "age_25_44", "age_45_54", "age_55_64", "age_65_74")
AGE_25_44, AGE_55_64, AGE_65_74 = 1, 3, 4

QUINTILES = ("income_q1", "income_q2", "income_q3", "income_q4", "income_q5")
THIRDS = ("low", "middle", "high")
EMPLOYERS = ("small_employers", "large_employers")
SMALL = 0

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


def by_year(lanes: FloatArray, years: int) -> FloatArray:
    """Return lanes that lie year by year with an axis of their own for years: axes (..., year, lane).

    >>> by_year(np.arange(6.0), years=3)
    array([[0., 1.],
           [2., 3.],
           [4., 5.]])
    """
    return lanes.reshape(*lanes.shape[:-1], years, -1)


def in_years(lanes: FloatArray, years: int, at: IntArray) -> FloatArray:
    """Return the lanes of some years of those that lie year by year; what is the same in all lanes stays as it is.

    >>> in_years(np.arange(6.0), years=3, at=np.array([0, 2]))
    array([0., 1., 4., 5.])
    """
    return lanes if lanes.shape[-1] == 1 else year_by_year(by_year(lanes, years)[..., at, :])


def year_by_year(lanes: FloatArray) -> FloatArray:
    """Lay lanes of each year side by side again: undo `by_year`."""
    return lanes.reshape(*lanes.shape[:-2], -1)


def interpolated(year: Years, points: FloatArray, values: FloatArray) -> FloatArray:
    """Interpolate yearly figures in a straight line: a scalar, or an array (lane,) for the year of each lane.

    Many lanes share a year, so this looks values up that were interpolated once a year.

    >>> interpolated(np.array([2020, 2025, 2025]), np.array([2020.0, 2030.0]), np.array([0.0, 1.0]))
    array([0. , 0.5, 0.5])
    """
    if isinstance(year, int):
        return np.asarray(np.interp(year, points, values))
    first = int(year.min())
    return np.asarray(np.interp(np.arange(first, int(year.max()) + 1), points, values)[year - first])

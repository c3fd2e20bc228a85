# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Running from year to year, in arrays whose lanes lie year by year; nothing moves in the first year."""

import numpy as np

from engine.axes import FloatArray, by_year, year_by_year


def accumulated(changes: FloatArray, years: int) -> FloatArray:
    """Return the running sum of yearly changes; that of the first year does not count.

    >>> accumulated(np.array([9.0, 1.0, 2.0]), years=3)
    array([0., 1., 3.])
    """
    path = by_year(changes, years).copy()
    path[..., 0, :] = 0.0
    for year in range(1, years):
        path[..., year, :] += path[..., year - 1, :]
    return year_by_year(path)


def remaining(gone: FloatArray, years: int) -> FloatArray:
    """Return what is left when a share goes every year after the first.

    >>> remaining(np.array([0.9, 0.5, 0.5]), years=3)
    array([1.  , 0.5 , 0.25])
    """
    path = 1 - by_year(gone, years)
    path[..., 0, :] = 1.0
    for year in range(1, years):
        path[..., year, :] *= path[..., year - 1, :]
    return year_by_year(path)


def of_last_year(path: FloatArray, years: int) -> FloatArray:
    """Return what was a year before; in the first year, what is.

    >>> of_last_year(np.array([1.0, 2.0, 3.0]), years=3)
    array([1., 1., 2.])
    """
    rows = by_year(path, years)
    return year_by_year(np.concatenate([rows[..., :1, :], rows[..., :-1, :]], axis=-2))

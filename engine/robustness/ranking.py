# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rankings by several measures, and where they disagree."""

import numpy as np
from numpy.typing import NDArray

from engine.robustness.yardsticks import Draws, Flags

Ranks = NDArray[np.int64]


def ranks(values: Draws, *, resolution: float) -> Ranks:
    """Rank choices from 1, lower values first; who differs by less than can be seen shares a rank.

    Parameters
    ----------
    values : axis (reform,)
        Lower is better: turn the sign of what is better when higher.
    resolution : float
        What values are rounded to first. Draws are few, so a smaller difference says nothing.

    Returns
    -------
    array of int, axis (reform,)
        One more than how many choices do better.

    Examples
    --------
    >>> ranks(np.array([3.0, 1.0, 3.02, 2.0]), resolution=0.1).tolist()
    [3, 1, 3, 2]
    """
    seen = np.rint(values / resolution)
    return np.asarray(1 + (seen[:, None] > seen[None, :]).sum(axis=1), dtype=np.int64)


def ahead(by_measure: Ranks) -> Flags:
    """Say which choice stands ahead of which, by each measure.

    Parameters
    ----------
    by_measure : axes (measure, reform)

    Returns
    -------
    array of bool, axes (measure, reform, reform)
        Whether the first of the two reforms stands ahead of the second.
    """
    return np.asarray(by_measure[:, :, None] < by_measure[:, None, :], dtype=np.bool_)


def reversals(by_measure: Ranks) -> Flags:
    """Say which pairs of choices change order: some measure puts the one ahead, some other measure the other.

    A tie is no disagreement.

    Returns
    -------
    array of bool, axes (reform, reform)
        Symmetric, false on the diagonal.
    """
    first = ahead(by_measure).any(axis=0)
    return np.asarray(first & first.T, dtype=np.bool_)


def crossings(by_measure: Ranks) -> Ranks:
    """Count the pairs of choices that two measures put in another order.

    Returns
    -------
    array of int, axes (measure, measure)
        Symmetric, zero on the diagonal.

    References
    ----------
    The discordant pairs of Kendall (1938), A new measure of rank correlation.
    """
    first = ahead(by_measure).astype(np.int64)
    return np.asarray(np.einsum("iab,jba->ij", first, first), dtype=np.int64)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lorenz curves of many lanes at once: weighted items in order, and what has been earned where a share is reached."""

import numpy as np

from engine.axes import FloatArray, IntArray, column

_GROUP_BITS = 15
_RUN = 10


def sorted_with_weights(values: FloatArray, groups: IntArray, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Sort the values of each lane, with their weights beside them, arrays (lane, item).

    ``weight_i = w_g(i) / sum_i w_g(i)``; values keep their unit.

    The group of a value rides along in the last bits of its mantissa: that sorts much faster than an index, and
    moves the value by less than 1e-14 of itself.

    Source: an identity; the packing of the group in the last bits is ours.

    Parameters
    ----------
    values : array (item, lane)
        Positive values.
    groups : array of int (item,)
        Group of each item, below 16.
    weights : array (group, lane)
        Weight of one item of each group.

    Returns
    -------
    values, weights : array (lane, item)
        The weights of a lane sum to one.

    Examples
    --------
    >>> values, weights = sorted_with_weights(np.array([[3.0], [1.0]]), np.array([0, 1]), np.array([[3.0], [1.0]]))
    >>> values.round(6), weights
    (array([[1., 3.]]), array([[0.25, 0.75]]))
    """
    bits = np.bitwise_and(values.view(np.int64).T, ~_GROUP_BITS, order="C")
    bits |= groups
    bits.sort(axis=1)
    places = bits & _GROUP_BITS
    places += weights.shape[0] * np.arange(weights.shape[1])[:, np.newaxis]
    counts = np.bincount(groups).astype(np.float64)
    scaled = weights / (weights * column(counts)).sum(axis=0)
    return bits.view(np.float64), scaled.T.ravel().take(places)


def running_sums(rows: FloatArray) -> FloatArray:
    """Return running sums over the first axis, row by row: faster than numpy's own, which goes item by item.

    ``S_i = sum_(j <= i) x_j``; the unit is kept.

    Source: an identity.

    >>> running_sums(np.array([[1.0], [2.0], [3.0]]))
    array([[1.],
           [3.],
           [6.]])
    """
    sums = rows.copy(order="C")
    for at in range(1, len(sums)):
        sums[at] += sums[at - 1]
    return sums


def crossings(points: FloatArray, shares: FloatArray) -> tuple[IntArray, FloatArray]:
    """Return the items in which cumulative shares reach given points, and what is reached before them, (point, lane).

    ``i: S_(i-1) < p <= S_i``, shares without unit.

    Sums over runs of items tell in which run a point lies; only there are shares added one by one.

    Source: a definition of quantiles.

    Parameters
    ----------
    points : array (point, 1)
        Rising, below one.
    shares : array (lane, item)
        They sum to one.

    Examples
    --------
    >>> at, before = crossings(np.array([[0.3], [0.65]]), np.full((1, 10), 0.1))
    >>> at.tolist(), before.round(3).tolist()
    ([[2], [6]], [[0.2], [0.6]])
    """
    lanes, items = shares.shape
    flat, first = shares.ravel(), items * np.arange(lanes)
    starts = np.arange(0, items, _RUN)
    runs = np.add.reduceat(flat, (first[:, np.newaxis] + starts).ravel()).reshape(lanes, -1).T
    run, before_run = _last_below(points, np.concatenate([np.zeros((1, lanes)), runs[:-1]])[:, np.newaxis])
    inside = first + run * _RUN + np.arange(min(_RUN, items) - 1)[:, np.newaxis, np.newaxis]
    step, before = _last_below(points, np.concatenate([before_run[np.newaxis], flat.take(inside, mode="clip")]))
    return np.minimum(run * _RUN + step, items - 1), before


def _last_below(points: FloatArray, steps: FloatArray) -> tuple[IntArray, FloatArray]:
    """Return after how many steps running sums are last below each point, and what they are there, (point, lane).

    Parameters
    ----------
    steps : array (step, point or 1, lane)
        The first is where the sums start.
    """
    reached = running_sums(steps)
    is_below = (reached[1:] < points).view(np.uint8)
    count = is_below.sum(axis=0, dtype=np.uint8).astype(np.int64)
    start = np.arange(reached[0].size).reshape(reached[0].shape)
    return count, reached.ravel().take(count * reached[0].size + start)


def amounts_at(
    points: FloatArray, at: IntArray, before: FloatArray, shares: FloatArray, amounts: FloatArray
) -> FloatArray:
    """Return what cumulative amounts have come to where cumulative shares reach given points, axes (point, lane).

    ``A(p) = sum_(j < i) a_j + (p - S_(i-1)) / s_i a_i``; the unit of the amounts.

    Source: the Lorenz curve, straight within an item.

    Parameters
    ----------
    points : array (point, 1)
        Rising.
    at, before : array (point, lane)
        See `crossings`.
    shares, amounts : array (lane, item)
        Of each item.
    """
    lanes, items = shares.shape
    first = items * np.arange(lanes)
    starts = np.concatenate([first[np.newaxis], first + at])
    sums = np.add.reduceat(amounts.ravel(), starts.T.ravel()).reshape(lanes, -1).T[:-1]
    np.copyto(sums, 0.0, where=starts[:-1] == starts[1:])  # two points in one item: nothing lies between
    way = np.clip((points - before) / shares.ravel().take(starts[1:]), 0.0, 1.0)
    return running_sums(sums) + way * amounts.ravel().take(starts[1:])

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Summaries of a large ensemble that can be merged: counts in fixed bins, so that no draw needs to be kept.

A *cell* is one figure of a projection, such as poverty of everyone in one scenario and year. Everything that is
merged is a whole number, or a smallest or largest value: the same draws give the same bits in whatever parts they
were computed, and in whatever order the parts arrive.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.axes import FloatArray
from engine.checks import in_bounds
from engine.errors import ContradictionError

BINS = 2048
_MARGIN = 0.5  # of the range of the pilot, on either side
_STEPS_A_BIN = 2.0**20
_LEAST_WIDTH = 1e-9  # of the size of the values: a cell that never varies still has bins
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bins:
    """Where the bins of each cell begin, and how wide each is; arrays (cell,)."""

    low: FloatArray
    width: FloatArray

    @classmethod
    def around(cls, pilot: FloatArray) -> "Bins":
        """Lay bins around the values of a pilot run (cell, draw), with half of their range to spare on either side.

        >>> bins = Bins.around(np.array([[0.0, 1.0]]))
        >>> bins.low, bins.width * BINS
        (array([-0.5]), array([2.]))
        """
        least, most = pilot.min(axis=1), pilot.max(axis=1)
        needed = np.maximum(np.abs(least), 1.0) * (_LEAST_WIDTH * BINS)
        spread = np.maximum(most - least, needed)
        return cls(least - _MARGIN * spread, spread * (1 + 2 * _MARGIN) / BINS)


@dataclass(frozen=True, slots=True)
class Summary:
    """What is kept of a number of draws.

    Attributes
    ----------
    draws : int
        How many draws it holds.
    counts : array of int (cell, bin)
        Draws in each bin; the first and last bin also hold what lies beyond them.
    steps : array of int (cell,)
        Sum of the distances to the low end of the bins, in whole steps of a millionth of a bin.
    least, most : array (cell,)
        Smallest and largest value.
    above_zero : array of int (cell,)
        Draws above zero.
    """

    draws: int
    counts: IntArray
    steps: IntArray
    least: FloatArray
    most: FloatArray
    above_zero: IntArray


def summarised(values: FloatArray, bins: Bins) -> Summary:
    """Return the summary of some draws.

    Parameters
    ----------
    values : array (cell, draw)
        All draws of each cell, at least one.
    """
    cells = values.shape[0]
    places = (values - bins.low[:, np.newaxis]) / bins.width[:, np.newaxis]
    at = np.clip(places, 0, BINS - 1).astype(np.int64)
    at += BINS * np.arange(cells)[:, np.newaxis]
    return Summary(
        draws=values.shape[1],
        counts=np.bincount(at.ravel(), minlength=cells * BINS).reshape(cells, BINS),
        steps=np.rint(places * _STEPS_A_BIN).astype(np.int64).sum(axis=1),
        least=values.min(axis=1),
        most=values.max(axis=1),
        above_zero=np.count_nonzero(values > 0, axis=1),
    )


def merged(one: Summary, other: Summary) -> Summary:
    """Return the summary of the draws of both; in whatever order, to the last bit."""
    if one.counts.shape != other.counts.shape:
        raise ContradictionError(
            f"One summary has {one.counts.shape[0]} cells and the other {other.counts.shape[0]}; "
            "merge only summaries of the same question.",
            field="counts",
            value=other.counts.shape,
        )
    return Summary(
        draws=one.draws + other.draws,
        counts=one.counts + other.counts,
        steps=one.steps + other.steps,
        least=np.minimum(one.least, other.least),
        most=np.maximum(one.most, other.most),
        above_zero=one.above_zero + other.above_zero,
    )


def mean_of(summary: Summary, bins: Bins) -> FloatArray:
    """Return the mean of each cell, array (cell,)."""
    return np.asarray(bins.low + summary.steps / summary.draws * (bins.width / _STEPS_A_BIN), dtype=np.float64)


def binned_quantiles(
    summary: Summary, bins: Bins, probabilities: Sequence[float] = (0.1, 0.5, 0.9)
) -> tuple[FloatArray, FloatArray]:
    """Return quantiles over the draws, and how far each may be off: one bin, unless it lies beyond the bins.

    The draws of a bin are taken to lie evenly in it; between two draws the quantile is interpolated, as `quantiles`
    does with the draws themselves.

    Returns
    -------
    values, errors : array (probability, cell)

    Examples
    --------
    >>> values = np.linspace(0.0, 1.0, 10_001)[np.newaxis]
    >>> bins = Bins.around(values)
    >>> found, error = binned_quantiles(summarised(values, bins), bins, (0.25,))
    >>> bool(abs(found[0, 0] - 0.25) <= error[0, 0]), float(error[0, 0]) == 2 / BINS
    (True, True)
    """
    reached = np.cumsum(summary.counts, axis=1)
    found, errors = [], []
    for probability in probabilities:
        position = in_bounds("probability", probability, 0.0, 1.0, "share of draws") * (summary.draws - 1)
        rank = min(int(position), max(summary.draws - 2, 0))
        way = position - rank
        low, low_error = _of_rank(rank, reached, summary, bins)
        high, high_error = _of_rank(min(rank + 1, summary.draws - 1), reached, summary, bins)
        found.append(low + way * (high - low))
        errors.append(np.maximum(low_error, high_error))
    return np.stack(found), np.stack(errors)


def _of_rank(rank: int, reached: IntArray, summary: Summary, bins: Bins) -> tuple[FloatArray, FloatArray]:
    """Return the value of the draw of a rank, counted from the smallest, and the width of the bin it lies in."""
    cells = np.arange(len(reached))
    at = np.argmax(reached > rank, axis=1)
    held = summary.counts[cells, at]
    before = reached[cells, at] - held
    start = np.where(at == 0, np.minimum(bins.low, summary.least), bins.low + at * bins.width)
    last = np.maximum(bins.low + BINS * bins.width, summary.most)
    end = np.where(at == BINS - 1, last, bins.low + (at + 1) * bins.width)
    values = start + (rank - before + 0.5) / held * (end - start)
    return np.clip(values, summary.least, summary.most), end - start

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which assumption moves an outcome: rank correlation over draws, and total-order Sobol indices."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.axes import FloatArray
from engine.ensemble import PRIORS, Parameters, triangular
from engine.errors import ContradictionError

Model = Callable[[FloatArray], FloatArray]
_SMALLEST_SPREAD = 1e-12  # of an outcome's size: what differs less is the same number


@dataclass(frozen=True, slots=True)
class Indices:
    """Sobol indices: shares of the variance of an outcome.

    Attributes
    ----------
    first : array (outcome, factor)
        What the factor moves by itself.
    total : array (outcome, factor)
        What it moves together with the others; their sum may be above one. Not-a-number where nothing moves.
    runs : int
        How many times the model was run.
    """

    first: FloatArray
    total: FloatArray
    runs: int


def rank_correlations(table: FloatArray, values: FloatArray) -> FloatArray:
    """Return Spearman's rank correlation of each factor with each outcome, axes (outcome, factor).

    Parameters
    ----------
    table : array (draw, factor)
        Assumptions in each draw, such as `Parameters.values`.
    values : array (outcome, draw)
        What the outcomes were in each draw, in any unit. Where one is the same in every draw, the answer is 0.

    References
    ----------
    Spearman (1904), on ranks with ties as in `scipy.stats.rankdata`. `scipy.stats.spearmanr` gives the same, but
    correlates every outcome with every other as well.

    Examples
    --------
    >>> draws = np.array([[1.0], [2.0], [3.0], [4.0]])
    >>> rank_correlations(draws, np.array([[1.0, 4.0, 9.0, 16.0], [0.0, -1.0, -2.0, -9.0]]))
    array([[ 1.],
           [-1.]])
    """
    if table.shape[0] != values.shape[1]:
        raise ContradictionError(
            f"There are {table.shape[0]} draws of the assumptions and {values.shape[1]} of the outcomes.",
            field="values",
            value=values.shape,
        )
    from scipy.stats import rankdata  # noqa: PLC0415 -- seconds and 90 MB that only this question pays

    assumed, found = (_standardised(rankdata(rows, axis=1)) for rows in (table.T, values))
    moves = _spread_of(values) > 0
    return np.where(moves[:, np.newaxis], found @ assumed.T / table.shape[0], 0.0)


def sobol(model: Model, factors: int, *, count: int, seed: int) -> Indices:
    """Return first and total-order Sobol indices of a model of independent factors on (0, 1), by Saltelli's scheme.

    Parameters
    ----------
    model : callable
        From an array (factor, lane) with values in (0, 1) to an array (outcome, lane).
    factors : int
        Number of factors.
    count : int
        A power of two; the model is run ``count (factors + 2)`` times.
    seed : int
        Seed of the sample.

    References
    ----------
    Saltelli and others (2010), as in `scipy.stats.sobol_indices`.
    """
    from scipy.stats import sobol_indices, uniform  # noqa: PLC0415 -- seconds and 90 MB that only this question pays

    moves: list[FloatArray] = []

    def observed(lanes: FloatArray) -> FloatArray:
        values = model(np.clip(lanes, 1e-9, 1 - 1e-9))
        moves.append(_spread_of(values.reshape(values.shape[0], -1)))
        return values

    with np.errstate(divide="ignore", invalid="ignore"):  # an outcome that nothing moves has no shares
        found = sobol_indices(func=observed, n=count, dists=[uniform()] * factors, rng=np.random.default_rng(seed))
    still = np.max(np.stack(moves), axis=0) == 0
    first, total = (np.array(values, dtype=np.float64, ndmin=2) for values in (found.first_order, found.total_order))
    first[still], total[still] = np.nan, np.nan
    return Indices(first, total, count * (factors + 2))


def parameters_at(lanes: FloatArray) -> Parameters:
    """Return the parameters at points of the unit cube, each by the quantiles of its prior.

    Parameters
    ----------
    lanes : array (factor, lane)
        Values in (0, 1), factors in the order of `PRIORS`.
    """
    rows = zip(PRIORS, lanes, strict=True)
    return Parameters.from_arrays({spec.key: triangular(row, spec.low, spec.mode, spec.high) for spec, row in rows})


def _standardised(rows: FloatArray) -> FloatArray:
    spread = rows.std(axis=1, keepdims=True)
    return np.asarray((rows - rows.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0), dtype=np.float64)


def _spread_of(rows: FloatArray) -> FloatArray:
    """Spread of each row, 0 where it is no more than the last digits, array (row,)."""
    spread = rows.max(axis=1) - rows.min(axis=1)
    return np.where(spread > _SMALLEST_SPREAD * np.maximum(np.abs(rows).max(axis=1), 1e-6), spread, 0.0)

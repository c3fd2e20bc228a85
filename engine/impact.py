# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Impact: the paired difference that a reform makes, draw by draw, and quantiles over draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.axes import FloatArray
from engine.checks import in_bounds
from engine.errors import ContradictionError
from engine.outcomes import OUTCOMES, Key, Outcomes

_PAIRED = ("version", "years", "scenarios", "parameters", "axis")


@dataclass(frozen=True, slots=True)
class Impacts:
    """What a reform changes; like `Outcomes`, with differences instead of levels.

    Attributes
    ----------
    years : tuple of int
        The reported years.
    values : Mapping[(outcome, group), array]
        Differences of axes (scenario, draw, year): with minus without for outcomes in points, and
        with over without minus one for outcomes in percent (0.01 is 1%).
    provenance : Mapping
        That of the projection with the reform.
    """

    years: tuple[int, ...]
    values: Mapping[Key, FloatArray]
    provenance: Mapping[str, Any]


def impact(with_reform: Outcomes, without: Outcomes) -> Impacts:
    """Return the paired difference between two projections of the same scenarios, draws and years.

    Since both use the same draws (common random numbers), a reform that moves nothing gives exactly 0.
    """
    for name in _PAIRED:
        if with_reform.provenance[name] != without.provenance[name]:
            raise ContradictionError(
                f"The two projections differ in {name}; an impact needs the same scenarios, parameters and years.",
                field=name,
                value=with_reform.provenance[name],
            )
    relative = {spec.key: spec.difference == "percent" for spec in OUTCOMES}
    values = {
        key: _relative(level, without.values[key]) if relative[key[0]] else level - without.values[key]
        for key, level in with_reform.values.items()
    }
    return Impacts(with_reform.years, values, with_reform.provenance)


def quantiles(values: FloatArray, probabilities: Sequence[float] = (0.1, 0.5, 0.9)) -> FloatArray:
    """Return quantiles over the draw axis, which is the last but one.

    Parameters
    ----------
    values : array (scenario, draw, year) or (draw, year)
        Values of `Outcomes` or `Impacts`.
    probabilities : sequence of float
        Between 0 and 1.

    Returns
    -------
    array (probability, scenario, year) or (probability, year)

    Examples
    --------
    >>> quantiles(np.arange(11.0).reshape(1, 11, 1))[:, 0, 0]
    array([1., 5., 9.])
    """
    return quantiles_over_last(np.moveaxis(values, -2, -1), probabilities)


def quantiles_over_last(values: FloatArray, probabilities: Sequence[float] = (0.1, 0.5, 0.9)) -> FloatArray:
    """Return quantiles over the last axis, by one sort for all of them; the probabilities come first.

    >>> quantiles_over_last(np.arange(11.0))
    array([1., 5., 9.])
    """
    checked = [in_bounds("probability", probability, 0.0, 1.0, "share of draws") for probability in probabilities]
    ordered = np.sort(values, axis=-1)
    last = ordered.shape[-1] - 1
    return np.stack([_between(ordered, probability * last, last) for probability in checked])


def tabled(values: Mapping[Key, FloatArray]) -> FloatArray:
    """Return the values of all outcomes as one array, axes (key, scenario, year, draw), keys in the order of the mapping."""
    return np.stack([np.moveaxis(of_key, -2, -1) for of_key in values.values()])


def _between(ordered: FloatArray, position: float, last: int) -> FloatArray:
    below = min(int(position), max(last - 1, 0))
    low, high = ordered[..., below], ordered[..., min(below + 1, last)]
    return low + (position - below) * (high - low)


def _relative(level: FloatArray, reference: FloatArray) -> FloatArray:
    return level / reference - 1

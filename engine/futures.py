# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Futures that nobody described: drivers and parameters drawn together, around and between the scenarios."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from engine.axes import FloatArray
from engine.drivers import DRIVERS, checked, refuse_no_scenarios
from engine.ensemble import PRIORS, Parameters, checked_count, latin_hypercube, triangular


@dataclass(frozen=True, slots=True)
class Factor:
    """Something that differs between futures, and how far.

    Attributes
    ----------
    key : str
        Name of a driver or of a parameter.
    kind : {"driver", "parameter"}
        Drivers are drawn evenly, parameters from their priors.
    low, high : float
        What is drawn lies between these, in the unit of the driver or parameter.
    """

    key: str
    kind: Literal["driver", "parameter"]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Futures:
    """Futures, each with drivers and parameters of its own.

    Attributes
    ----------
    factors : tuple of Factor
        What differs, drivers first.
    drivers : Mapping[str, array]
        Arrays of axis (future,).
    parameters : Parameters
        Arrays of axis (future,).
    seed : int
        Seed of the sample.
    """

    factors: tuple[Factor, ...]
    drivers: Mapping[str, FloatArray]
    parameters: Parameters
    seed: int

    @property
    def count(self) -> int:
        """Number of futures."""
        return self.parameters.count

    @property
    def table(self) -> FloatArray:
        """What every future is made of, axes (future, factor), in the order of `factors`."""
        columns = {**self.drivers, **self.parameters.values}
        return np.stack([columns[factor.key] for factor in self.factors], axis=1)

    @property
    def fingerprint(self) -> str:
        """Digest of all values, by which two samples are known to be the same."""
        return hashlib.sha256(np.ascontiguousarray(self.table).tobytes()).hexdigest()[:16]

    def blocks(self, size: int) -> Iterator["Futures"]:
        """Cut the futures in blocks of at most this size."""
        for start in range(0, self.count, size):
            part = slice(start, start + size)
            yield Futures(
                self.factors,
                {key: values[part] for key, values in self.drivers.items()},
                Parameters.from_arrays({key: values[part] for key, values in self.parameters.values.items()}),
                self.seed,
            )


def sample_futures(scenarios: Sequence[Mapping[str, float]], count: int, seed: int, *, margin: float = 0.1) -> Futures:
    """Draw futures by a Latin hypercube: drivers around and between the scenarios, parameters from their priors.

    Every driver is drawn by itself, evenly, so that futures come up that no scenario holds together. How often
    something happens in such a sample is a share of the futures examined, and no probability.

    Parameters
    ----------
    scenarios : sequence of mappings
        All drivers of each scenario.
    count : int
        Number of futures.
    seed : int
        Seed of the generator: the same seed gives the same bits.
    margin : float
        How far beyond the lowest and the highest scenario a driver may lie, as a share of the width of its bounds.

    Examples
    --------
    >>> from engine.drivers import SCENARIOS, default_drivers
    >>> futures = sample_futures([default_drivers(key) for key in SCENARIOS], count=1000, seed=1)
    >>> futures.factors[0]
    Factor(key='displacement_pace', kind='driver', low=0.5, high=2.95)
    """
    refuse_no_scenarios(scenarios)
    checked_count(count)
    known = [checked(scenario) for scenario in scenarios]
    generator = np.random.default_rng(seed)
    ranges = [_driver_factor(spec.key, known, margin) for spec in DRIVERS]
    drivers = {
        factor.key: factor.low + latin_hypercube(count, generator) * (factor.high - factor.low) for factor in ranges
    }
    parameters = {
        spec.key: triangular(latin_hypercube(count, generator), spec.low, spec.mode, spec.high) for spec in PRIORS
    }
    priors = [Factor(spec.key, "parameter", spec.low, spec.high) for spec in PRIORS]
    return Futures((*ranges, *priors), MappingProxyType(drivers), Parameters.from_arrays(parameters, seed), seed)


def _driver_factor(key: str, scenarios: Sequence[Mapping[str, float]], margin: float) -> Factor:
    spec = next(spec for spec in DRIVERS if spec.key == key)
    values = [scenario[key] for scenario in scenarios]
    beyond = margin * (spec.high - spec.low)
    low, high = max(spec.low, min(values) - beyond), min(spec.high, max(values) + beyond)
    return Factor(key, "driver", round(low, 12), round(high, 12))

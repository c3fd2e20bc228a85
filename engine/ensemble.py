# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is not known for sure: parameters drawn many times from their priors, and rival theories."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from engine import tables
from engine.axes import FloatArray
from engine.errors import (
    ContradictionError,
    NotANumberError,
    OutOfBoundsError,
    UnknownNameError,
)
from engine.ranges import Range, checked_range
from engine.tables import Status

_MOST_DRAWS = 100_000
BLOCK = 1_000


@dataclass(frozen=True, slots=True)
class PriorSpec:
    """One uncertain parameter: a triangular prior, and the limits outside which it has no meaning."""

    key: str
    unit: str
    low: float
    mode: float
    high: float
    least: float
    most: float
    meaning: str
    source: str
    status: Status


PRIORS = tuple(
    PriorSpec(
        key=key,
        unit=row["unit"],
        low=row["low"],
        mode=row["value"],
        high=row["high"],
        least=row["limits"][0],
        most=row["limits"][1],
        meaning=row["meaning"],
        source=row["source"],
        status=row["status"],
    )
    for key, row in tables.table("priors").items()
)


@dataclass(frozen=True, slots=True)
class Draws:
    """The parameters of every draw or lane, arrays of one axis; meaning and units in data/priors.toml."""

    sig_o: FloatArray
    sig_i: FloatArray
    beta: FloatArray
    lam: FloatArray
    eps_mw: FloatArray
    psi_b: FloatArray
    el_out: FloatArray
    el_par: FloatArray
    el_dur: FloatArray
    zeta: FloatArray
    pi_auto: FloatArray
    chi: FloatArray
    q0: FloatArray
    dur0: FloatArray
    gam: FloatArray
    el_train: FloatArray
    phi_job: FloatArray
    g0: FloatArray
    spill: FloatArray
    haz_permanent: FloatArray
    haz_flexible: FloatArray
    haz_self_employed: FloatArray


@dataclass(frozen=True, slots=True)
class Parameters:
    """An ensemble of parameters: the same draws serve every scenario and every reform.

    Attributes
    ----------
    values : Mapping[str, array]
        Arrays of axis (draw,).
    seed : int or None
        Seed of the draws; None when the arrays were given.
    """

    values: Mapping[str, FloatArray]
    seed: int | None = None

    @classmethod
    def from_arrays(cls, values: Mapping[str, ArrayLike], seed: int | None = None) -> "Parameters":
        """Build an ensemble from given arrays of axis (draw,); parameters that are left out stay at their mode.

        >>> Parameters.from_arrays({"lam": [0.7, 1.0]}).values["beta"]
        array([0.1, 0.1])
        """
        known = [spec.key for spec in PRIORS]
        for name in values:
            if name not in known:
                raise UnknownNameError.among("parameter", name, known)
        arrays = {name: np.atleast_1d(np.array(given, dtype=np.float64)) for name, given in values.items()}
        count = max((array.size for array in arrays.values()), default=1)
        return cls(
            MappingProxyType({s.key: _checked(s, arrays.get(s.key, np.full(count, s.mode)), count) for s in PRIORS}),
            seed,
        )

    @classmethod
    def mode(cls) -> "Parameters":
        """Return one draw: the mode of every prior.

        >>> Parameters.mode().count
        1
        """
        return cls.from_arrays({})

    @property
    def count(self) -> int:
        """Number of draws."""
        return self.values["beta"].size

    @property
    def fingerprint(self) -> str:
        """Digest of all values, by which two ensembles are known to be the same."""
        return hashlib.sha256(b"".join(self.values[spec.key].tobytes() for spec in PRIORS)).hexdigest()[:16]

    def over_lanes(self, scenarios: int) -> Draws:
        """Repeat the draws for each scenario, so that every scenario sees the same ones."""
        return Draws(**{name: np.tile(array, scenarios) for name, array in self.values.items()})

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by arrays, so that an ensemble can travel to a worker."""
        return Parameters.from_arrays, (dict(self.values), self.seed)


def draw_parameters(count: int, seed: int, held: Mapping[str, Range] | None = None) -> Parameters:
    """Draw parameters from their triangular priors by a Latin hypercube; draw 0 is the mode.

    The hypercube is made of numpy's own generator: it keeps bits the same for a seed, and importing
    scipy.stats would cost every worker seconds.

    Parameters
    ----------
    count : int
        Number of draws, at least 1.
    seed : int
        Seed of the generator: the same seed gives the same bits.
    held : Mapping[str, (low, mode, high)], optional
        Priors that somebody holds otherwise. A draw keeps its place in the hypercube: a held prior is drawn anew
        from the same stratum, and all others keep every bit, so that a difference is due to what is held.

    Examples
    --------
    >>> draw_parameters(count=100, seed=2015).values["lam"][0]
    np.float64(0.85)
    >>> draw_parameters(count=100, seed=2015, held={"lam": (1.0, 1.0, 1.0)}).values["lam"].min()
    np.float64(1.0)
    """
    checked_count(count)
    _check_seed(seed)
    ranges = held_ranges(held or {})
    generator = np.random.default_rng(seed)
    drawn: dict[str, FloatArray] = {}
    for spec in PRIORS:
        low, mode, high = ranges[spec.key]
        drawn[spec.key] = triangular(latin_hypercube(count, generator), low, mode, high)
        drawn[spec.key][0] = mode
    return Parameters.from_arrays(drawn, seed)


def latin_hypercube(count: int, generator: np.random.Generator) -> FloatArray:
    """Return one column of a Latin hypercube on (0, 1): a draw in each of `count` strata, in random order.

    >>> sorted((latin_hypercube(4, np.random.default_rng(1)) * 4).astype(int).tolist())
    [0, 1, 2, 3]
    """
    return (generator.permutation(count) + generator.random(count)) / count


def checked_count(count: object) -> None:
    """Refuse a number of draws that is no whole number within reason."""
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= _MOST_DRAWS:
        raise OutOfBoundsError(
            f"The number of draws is {count!r}; choose a whole number from 1 to {_MOST_DRAWS}.",
            field="count",
            value=count,
            low=1,
            high=_MOST_DRAWS,
        )


def draw_block(number: int, seed: int, count: int = BLOCK) -> Parameters:
    """Draw one block of a large ensemble, which is a row of blocks of `BLOCK` draws, the last one perhaps shorter.

    Each block is a Latin hypercube of its own. Its generator depends on the seed and its number alone, so that an
    ensemble is the same in whatever parts it is computed. The first block is what `draw_parameters` gives.

    Parameters
    ----------
    number : int
        Which block, from 0.
    seed : int
        Seed of the ensemble.
    count : int
        Number of draws in this block.

    Examples
    --------
    >>> bool((draw_block(0, 2015).values["lam"] == draw_parameters(BLOCK, 2015).values["lam"]).all())
    True
    """
    if number == 0:
        return draw_parameters(count, seed)
    checked_count(count)
    _check_seed(seed)
    generator = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(number,)))
    drawn = {s.key: triangular(latin_hypercube(count, generator), s.low, s.mode, s.high) for s in PRIORS}
    return Parameters.from_arrays(drawn, seed)


def _check_seed(seed: object) -> None:
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise OutOfBoundsError(
            f"The seed is {seed!r}; choose a whole number from 0 up.", field="seed", value=seed, low=0
        )


def held_ranges(held: Mapping[str, Range]) -> dict[str, Range]:
    """Return the range of every prior: as it is held, else its own; or say what is wrong with what is held."""
    known = [spec.key for spec in PRIORS]
    for name in held:
        if name not in known:
            raise UnknownNameError.among("parameter", name, known)
    return {
        spec.key: checked_range(spec.key, held.get(spec.key, (spec.low, spec.mode, spec.high)), spec.least, spec.most)
        for spec in PRIORS
    }


def triangular(probability: FloatArray, low: float, mode: float, high: float) -> FloatArray:
    """Return the quantiles of a triangular distribution.

    >>> triangular(np.array([0.0, 0.5, 1.0]), 0.0, 1.0, 2.0)
    array([0., 1., 2.])
    """
    if low == high:
        return np.full_like(probability, mode)
    rising = low + np.sqrt(probability * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - probability) * (high - low) * (high - mode))
    return np.where(probability < (mode - low) / (high - low), rising, falling)


@dataclass(frozen=True, slots=True)
class Variant:
    """A rival theory: parameters and drivers that it sets, the rest as they are."""

    key: str
    parameters: Mapping[str, float]
    drivers: Mapping[str, float]
    source: str
    status: Status


@cache
def structural_variants() -> tuple[Variant, ...]:
    """Return the seven rival theories under which a verdict must hold.

    >>> [variant.key for variant in structural_variants()][:3]
    ['base', 'no_norm', 'strong_norm']
    """
    return tuple(
        Variant(
            key, MappingProxyType(row["parameters"]), MappingProxyType(row["drivers"]), row["source"], row["status"]
        )
        for key, row in tables.table("variants").items()
    )


def variant_parameters(variants: tuple[Variant, ...], held: Mapping[str, Range] | None = None) -> Parameters:
    """Return an ensemble with one draw for each variant: what is held takes the place of the mode, not of a theory."""
    modes = {key: mode for key, (_low, mode, _high) in held_ranges(held or {}).items()}
    return Parameters.from_arrays(
        {key: [variant.parameters.get(key, mode) for variant in variants] for key, mode in modes.items()}
    )


def variant_drivers(variants: tuple[Variant, ...]) -> dict[str, FloatArray]:
    """Return the drivers that variants set, axis (variant,); not-a-number where a variant leaves them alone."""
    names = sorted({name for variant in variants for name in variant.drivers})
    return {name: np.array([variant.drivers.get(name, np.nan) for variant in variants]) for name in names}


def _checked(spec: PriorSpec, array: FloatArray, count: int) -> FloatArray:
    if array.shape != (count,):
        raise ContradictionError(
            f"{spec.key} has {array.size} draws where others have {count}; give each parameter as many.",
            field=spec.key,
            value=array.shape,
        )
    if not np.isfinite(array).all():
        raise NotANumberError(f"{spec.key} holds values that are no finite numbers.", field=spec.key)
    if array.min() < spec.least or array.max() > spec.most:
        raise OutOfBoundsError(
            f"{spec.key} runs from {array.min():g} to {array.max():g}, outside {spec.least:g} to {spec.most:g}, "
            "where the equations have a meaning.",
            field=spec.key,
            value=(float(array.min()), float(array.max())),
            low=spec.least,
            high=spec.most,
        )
    array.flags.writeable = False
    return array

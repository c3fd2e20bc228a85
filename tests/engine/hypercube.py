# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Points all over the input of the model: scenario, package, rival theory and parameters, by a Latin hypercube."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

import engine

POINTS = 2000
SEED = 2015
YEARS = (2015, 2020, 2025, 2030, 2040)
SLOTS = 2
_SHARED = 0.6  # of a lever that two reforms move, the first moves this part


@dataclass(frozen=True)
class Point:
    """One run of the model, with everything drawn at random."""

    drivers: dict[str, float]
    reforms: tuple[engine.Reform, ...]
    parameters: dict[str, float]
    variant: str
    years: tuple[int, ...]


def points(count: int = POINTS) -> list[Point]:
    """Return the first points of the hypercube of 2,000: every input has one value in each of 2,000 strata."""
    names = [
        *(f"driver {spec.key}" for spec in engine.DRIVERS),
        *(f"prior {spec.key}" for spec in engine.PRIORS),
        *(f"{part} {spec.key}" for spec in engine.LEVERS for part in ("size", "place")),
        *(f"{part} {slot}" for slot in range(SLOTS) for part in ("start", "phase", "budget", "own budget")),
        "variant",
        "year",
    ]
    generator = np.random.default_rng(SEED)
    drawn = {name: (generator.permutation(POINTS) + generator.random(POINTS)) / POINTS for name in names}

    def at(row: int) -> Callable[[str], float]:
        return lambda name: float(drawn[name][row])

    return [_point(at(row)) for row in range(count)]


def _point(u: Callable[[str], float]) -> Point:
    variants = engine.structural_variants()
    variant = variants[int(u("variant") * len(variants))]
    drivers = {spec.key: _inside(u(f"driver {spec.key}"), spec.low, spec.high) for spec in engine.DRIVERS}
    parameters = {spec.key: _inside(u(f"prior {spec.key}"), spec.low, spec.high) for spec in engine.PRIORS}
    years = tuple(sorted({*YEARS, 2015 + int(26 * u("year"))}))
    return Point(drivers | variant.drivers, _package(u), parameters | variant.parameters, variant.key, years)


def _package(u: Callable[[str], float]) -> tuple[engine.Reform, ...]:
    """Two reforms: of each lever four in ten points move it in neither, two in one, two in the other, two in both."""
    levers: tuple[dict[str, float], ...] = ({}, {})
    for spec in engine.LEVERS:
        size, place = _inside(u(f"size {spec.key}"), spec.low, spec.high), u(f"place {spec.key}")
        if 0.4 <= place < 0.6:
            levers[0][spec.key] = size
        elif 0.6 <= place < 0.8:
            levers[1][spec.key] = size
        elif place >= 0.8:
            levers[0][spec.key], levers[1][spec.key] = _SHARED * size, (1 - _SHARED) * size
    return tuple(
        engine.Reform(
            moved,
            start_year=2016 + int(25 * u(f"start {slot}") ** 2),
            phase_years=1 + int(25 * u(f"phase {slot}")),
            exante_budget_bn=_inside(u(f"budget {slot}"), -100.0, 100.0),
            budget_from_model=u(f"own budget {slot}") < 0.3,
        )
        for slot, moved in enumerate(levers)
    )


def _inside(u: float, low: float, high: float) -> float:
    return low + (high - low) * u

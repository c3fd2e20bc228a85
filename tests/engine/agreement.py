# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far the engine and the slow reference lie apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import engine
from tests.engine import hypercube
from tests.engine.hypercube import Point
from tests.engine.slow_distribution import slow_distribution
from tests.engine.slow_reference import slow_projection

Figure = tuple[str, str, int]
NEAR_ZERO = 1e-3  # figures smaller than this are compared as if they had this size


@dataclass(frozen=True)
class Difference:
    """One figure, twice."""

    apart: float
    outcome: str
    group: str
    year: int
    slow: float
    fast: float


def of_point(point: Point, slow_model: Callable[..., dict[Figure, float]] = slow_projection) -> list[Difference]:
    """Compare every figure of a point; the engine runs it as one lane of four, beside the trend and the modes."""
    slow = slow_model(point.drivers, point.reforms, point.parameters, point.years)
    parameters = engine.Parameters.from_arrays({s.key: [s.mode, point.parameters[s.key]] for s in engine.PRIORS})
    fast = engine.project(
        scenarios=[engine.default_drivers("trend"), point.drivers],
        reforms=point.reforms,
        parameters=parameters,
        years=point.years,
    )
    return [
        _difference(key, value, float(fast.values[key[:2]][1, 1, point.years.index(key[2])]))
        for key, value in slow.items()
    ]


def of_distribution(point: Point) -> list[Difference]:
    """Compare what needs a whole distribution."""
    return of_point(point, slow_distribution)


def widest(points: Iterable[Point], compare: Callable[[Point], list[Difference]] = of_point) -> Difference:
    """Return the figure on which the two lie farthest apart."""
    return max((one for point in points for one in compare(point)), key=lambda one: one.apart)


def _difference(key: Figure, slow: float, fast: float) -> Difference:
    return Difference(abs(slow - fast) / max(abs(fast), NEAR_ZERO), *key, slow, fast)


def widest_over(count: int) -> float:
    """Return how far the two lie apart at most, on any outcome, over the first points of the hypercube."""
    points = hypercube.points(count)
    return max(widest(points, compare).apart for compare in (of_point, of_distribution))

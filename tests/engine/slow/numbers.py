# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The numbers of the model, read from its tables, and plain arithmetic with them."""

import math
import tomllib
from pathlib import Path
from types import SimpleNamespace

TABLES = Path(__file__).parents[3] / "engine" / "data"
L, M, H = LEVELS = (0, 1, 2)
PERMANENT, FLEXIBLE, ALONE = KINDS = (0, 1, 2)
EDUCATION = ("low_educated", "middle_educated", "high_educated")
CONTRACTS = ("permanent_workers", "flexible_workers", "self_employed")
AGES = ("age_15_24", "age_25_44", "age_45_54", "age_55_64", "age_65_74")


def _values(rows):
    return SimpleNamespace(**{name: row["value"] for name, row in rows.items()})


def _table(name):
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


BASE = _values(_table("baseline"))
CONSTANTS = SimpleNamespace(**{room: _values(rows) for room, rows in _table("constants").items()})
LEVERS = tuple(_table("levers"))
START = int(BASE.year)
LABOUR_FORCE = sum(people * share for people, share in zip(BASE.population[0], BASE.participation, strict=True))
EMPLOYED = [LABOUR_FORCE * BASE.education_shares[s] * (1 - BASE.unemployment_structural[s]) for s in LEVELS]


def mean(values, weights):
    """Weighted mean."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)


def between(at, points, values):
    """Interpolate between points in a straight line, and stay at the ends beyond them."""
    if at <= points[0]:
        return values[0]
    for left, right, low, high in zip(points, points[1:], values, values[1:], strict=False):
        if at <= right:
            return low + (high - low) * (at - left) / (right - left)
    return values[-1]


def rising_to(function, goal):
    """Return the positive number at which a rising function of it reaches a goal, by halving in logs."""
    low, high = 1e-6, 1e6
    while high / low > 1 + 1e-15:
        middle = math.sqrt(low * high)
        if middle in {low, high}:
            break
        low, high = (middle, high) if function(middle) < goal else (low, middle)
    return math.sqrt(low * high)


def normal_quantile(part):
    """Return the point below which this part of the standard normal distribution lies."""
    return math.log(rising_to(lambda x: math.erfc(-math.log(x) / math.sqrt(2)) / 2, part))


def bite(ln_line, mean, spread):
    """E[(ln m - ln w)+] for lognormal wages with this mean and spread of the log."""
    z = (ln_line - math.log(mean) + spread**2 / 2) / spread
    return spread * (z * normal_share(z) + math.exp(-(z**2) / 2) / math.sqrt(2 * math.pi))


def normal_share(z):
    """Share of the standard normal distribution below z, by Abramowitz and Stegun 7.1.26, as the engine does."""
    x = abs(z) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    coefficients = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
    error = 1 - sum(c * t**power for power, c in enumerate(coefficients, start=1)) * math.exp(-(x**2))
    return (1 + math.copysign(error, z)) / 2 if z else 0.5


def average_wage0():
    """Mean wage over all workers of the base year."""
    return mean(BASE.wages, EMPLOYED)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a minimum wage does to pay: a floor under employees' wages, and a spillover to the wages just above it."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import FloatArray


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    compliance: float
    reach: float


FIXED = tables.block(Constants, "constants", "minimum_wage")


@dataclass(frozen=True, slots=True)
class WageFloor:
    """The minimum wage in a year as employees meet it; arrays (lane,).

    Attributes
    ----------
    log_level : array (lane,)
        Log of the lowest wage that is paid: a little under the minimum wage, for who does not get all of it.
    lift : array (lane,)
        Log points by which a reform lifts the wages at the floor through the spillover.
    """

    log_level: FloatArray
    lift: FloatArray

    @property
    def reaches_to(self) -> FloatArray:
        """Log of the wage above which a reform of the minimum wage moves nothing, array (lane,)."""
        return np.asarray(self.log_level + np.log1p(FIXED.reach), dtype=np.float64)

    def part(self, lanes: slice) -> "WageFloor":
        """Return some of the lanes."""
        return WageFloor(self.log_level[lanes], self.lift[lanes])


def wage_floor(log_minimum: FloatArray, shift: FloatArray | float, spill: FloatArray) -> WageFloor:
    """Return the floor that a minimum wage puts under wages.

    ``level = ln m + ln compliance``, ``lift = spill dln m``; log points.

    Source: compliance is an assumption, data/constants.toml [minimum_wage], and so is the size of spill,
    data/priors.toml.

    Parameters
    ----------
    log_minimum : array (lane,)
        Log of the minimum wage, eur per hour, with the reform.
    shift : array (lane,)
        What the reform adds to it, log points.
    spill : array (lane,)
        Share of a rise that wages just above the minimum wage get as well.
    """
    return WageFloor(log_minimum + np.log(FIXED.compliance), spill * shift)


def lifted(log_wage: FloatArray, floor: WageFloor) -> FloatArray:
    """Log wages with the spillover of a reform, before the floor.

    ``ln w + spill dm (1 - (ln w - floor) / ln(1 + reach))``, between the floor, where all of the spillover counts,
    and the reach, above which there is none. Wages keep their order, and nothing jumps.

    Source: CPB (2020) on the minimum wage, as told in the press, for the reach, data/constants.toml [minimum_wage];
    that the spillover falls off in a straight line is an assumption.

    Parameters
    ----------
    log_wage : array (..., lane)
        Log wages without a floor.
    """
    near = floor.reaches_to - log_wage
    near /= np.log1p(FIXED.reach)
    np.minimum(near, 1.0, out=near)
    np.maximum(near, 0.0, out=near)
    near *= floor.lift
    near += log_wage
    return near


def before_lift(log_wage: FloatArray, floor: WageFloor) -> FloatArray:
    """Undo `lifted`: the log wage that the spillover turned into this one, log points, array (lane,).

    ``(ln w - lift end / span) / (1 - lift / span)`` within the reach; below the floor ``ln w - lift``.

    Source: the inverse of `lifted`.

    >>> floor = WageFloor(np.array([2.0]), np.array([0.03]))
    >>> before_lift(lifted(np.array([2.1]), floor), floor).round(12)
    array([2.1])
    """
    span = np.log1p(FIXED.reach)
    end, lift = floor.reaches_to, floor.lift
    inside = (log_wage - lift * end / span) / (1 - lift / span)
    return np.where(log_wage >= end, log_wage, np.where(inside >= floor.log_level, inside, log_wage - lift))

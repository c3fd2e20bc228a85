# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Demand for labour: a nested CES of three levels of education, and the sectors that tilt it."""

from dataclasses import dataclass, fields

import numpy as np

from engine import tables
from engine.axes import HIGH, LOW, MIDDLE, FloatArray, Years, column, interpolated
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.ensemble import Draws
from engine.technology import Technology


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    care_elasticity: float
    household_start_year: float
    household_target_year: float


FIXED = tables.block(Constants, "constants", "demand")


@dataclass(frozen=True, slots=True)
class Nests:
    """A nested CES, X = CES(H, N; sig_o) and N = CES(M, L; sig_i); logs, arrays (lane,).

    Attributes
    ----------
    log_high, log_rest, log_middle, log_low : array (lane,)
        Shares of the members of each nest.
    moved : array (education, lane)
        How far they have moved since the base year, taken together for each level of education.
    power_outer, power_inner : array (lane,)
        ``1 - 1 / sig``.
    """

    log_high: FloatArray
    log_rest: FloatArray
    log_middle: FloatArray
    log_low: FloatArray
    moved: FloatArray
    power_outer: FloatArray
    power_inner: FloatArray

    def at(self, lanes: slice) -> "Nests":
        """Return some of the lanes."""
        return Nests(*(getattr(self, field.name)[..., lanes] for field in fields(self)))


def nests(demand_high: FloatArray, demand_middle: FloatArray, base: Baseline, draws: Draws) -> Nests:
    """Return the CES with its shares shifted by relative demand.

    ``ln a_H = ln a_H0 + (1 - a_H0) kH`` and ``ln a_N = ln a_N0 - a_H0 kH``; likewise for M and L; a_0 are shares of
    the wage bill, no unit.

    Source: Katz and Murphy (1992), Changes in relative wages, for shifts of relative demand in a CES; found.

    Parameters
    ----------
    demand_high, demand_middle : array (lane,)
        Cumulative shifts of relative demand, log wage points: high against the rest, middle against low.
        The shifts of the two members of a nest add up to zero when weighted by their base shares.
    """
    bill = base.wages * base.employment
    high = float(bill[HIGH] / bill.sum())
    middle = float(bill[MIDDLE] / (bill[MIDDLE] + bill[LOW]))
    high0, rest0, middle0, low0 = (float(np.log(share)) for share in (high, 1 - high, middle, 1 - middle))
    rest = -high * demand_high
    moved = np.empty((base.wages.size, *np.shape(demand_high)))
    moved[HIGH] = (1 - high) * demand_high
    moved[MIDDLE] = (1 - middle) * demand_middle
    moved[LOW] = -middle * demand_middle
    shares = high0 + moved[HIGH], rest0 + rest, middle0 + moved[MIDDLE], low0 + moved[LOW]
    moved[MIDDLE] += rest
    moved[LOW] += rest
    return Nests(*shares, moved=moved, power_outer=1 - 1 / draws.sig_o, power_inner=1 - 1 / draws.sig_i)


def composites(log_labour: FloatArray, ces: Nests) -> tuple[FloatArray, FloatArray]:
    """Return the logs of composite labour X and of its inner nest N, arrays (lane,).

    ``ln N = ln(a_M E_M^r + a_L E_L^r) / r`` with ``r = 1 - 1 / sig_i``; likewise X of H and N with sig_o; log
    points against the base year.

    Source: Arrow, Chenery, Minhas and Solow (1961), and Sato (1967) for the nests, from memory.

    Parameters
    ----------
    log_labour : array (education, lane)
        Log of employment over employment in the base year.
    """
    inner = log_sum(
        ces.log_middle + ces.power_inner * log_labour[MIDDLE], ces.log_low + ces.power_inner * log_labour[LOW]
    )
    log_rest = inner / ces.power_inner
    outer = log_sum(ces.log_high + ces.power_outer * log_labour[HIGH], ces.log_rest + ces.power_outer * log_rest)
    return outer / ces.power_outer, log_rest


def log_marginal_products(log_labour: FloatArray, ces: Nests) -> tuple[FloatArray, FloatArray]:
    """Return log marginal products over base wages (education, lane), and log composite labour (lane,).

    ``ln w_s = d ln X / d ln E_s - ln E_s + ln X``, at a price of composite labour of 1. Euler's theorem holds:
    the wage bill exhausts composite labour.

    Source: first-order conditions of the nested CES; Katz and Murphy (1992), found.

    Parameters
    ----------
    log_labour : array (education, lane)
        Log of employment over employment in the base year.
    """
    log_composite, log_rest = composites(log_labour, ces)
    inverse_outer, inverse_inner = 1 - ces.power_outer, 1 - ces.power_inner
    products = np.empty_like(log_labour)
    np.subtract(log_composite, log_labour[HIGH], out=products[HIGH])
    np.subtract(log_rest, log_labour[LOW:HIGH], out=products[LOW:HIGH])
    products[HIGH] *= inverse_outer
    products[LOW:HIGH] *= inverse_inner
    products[LOW:HIGH] += (log_composite - log_rest) * inverse_outer
    products += ces.moved
    return products, log_composite


def log_sum(first: FloatArray, second: FloatArray) -> FloatArray:
    """Log of the sum of two exponentials, no unit.

    ``ln(e^a + e^b)``: the terms are logs of shares, so they cannot overflow.

    Source: an identity.
    """
    together = np.exp(first)
    together += np.exp(second)
    return np.log(together, out=together)


def care_share(year: Years, drivers: Drivers, base: Baseline) -> FloatArray:
    """Share of work in care before reforms, array (lane,).

    ``care_0 exp(e care_driver ln(pop75 / pop75_0))``: it grows with the number of people over 75.

    Source: CBS, population forecast, in data/baseline.toml; the elasticity e is an assumption, data/constants.toml
    [demand].
    """
    growth = np.log(base.population_75_plus / base.population_75_plus[0])
    ageing = interpolated(year, base.population_years, growth)
    return base.care_share * np.exp(ageing * FIXED.care_elasticity * drivers.elderly_care)


def household_share(year: Years, drivers: Drivers, base: Baseline) -> FloatArray:
    """Share of work in household services before reforms, array (lane,).

    ``hh_0 + (hh_driver - hh_0) (year - start) / (target - start)``, kept between the two years.

    Source: assumption of the scenarios, data/drivers.toml; years in data/constants.toml [demand].
    """
    path = np.array([FIXED.household_start_year, FIXED.household_target_year])
    way = interpolated(year, path, np.array([0.0, 1.0]))
    return base.household_share + (drivers.household_services - base.household_share) * way


def sector_tilt(care: FloatArray, household: FloatArray, base: Baseline) -> FloatArray:
    """Log shift of relative demand by the mix of sectors, axes (education, lane).

    ``ln(care mix_care + household mix_household + rest mix_rest)`` over the labour force of the base year.

    Source: shift-share of sectors as in Katz and Murphy (1992); the mixes in data/baseline.toml.

    Parameters
    ----------
    care, household : array (lane,)
        Shares of work in care and in household services, reforms included.
    """
    rest = base.education_shares - base.care_share * base.care_mix - base.household_share * base.household_mix
    demanded = (
        column(base.care_mix) * care
        + column(base.household_mix) * household
        + column(rest / rest.sum()) * (1 - care - household)
    )
    return np.asarray(np.log(demanded / column(base.education_shares)), dtype=np.float64)


def relative_demand(technology: Technology, tilt: FloatArray, draws: Draws) -> tuple[FloatArray, FloatArray]:
    """Return relative demand for high and for middle educated with the sectors in it, log wage points, (lane,).

    ``kH + (tilt_H - (tilt_M + tilt_L) / 2) / sig_o`` and ``kM + (tilt_M - tilt_L) / sig_i``.

    A shift of quantities moves wages by its log over the elasticity of substitution.

    Source: Katz and Murphy (1992), found.

    Parameters
    ----------
    tilt : array (education, lane)
        See `sector_tilt`.
    """
    return (
        technology.demand_high + (tilt[HIGH] - (tilt[MIDDLE] + tilt[LOW]) / 2) / draws.sig_o,
        technology.demand_middle + (tilt[MIDDLE] - tilt[LOW]) / draws.sig_i,
    )

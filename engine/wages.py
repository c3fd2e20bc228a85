# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wages and unemployment: a wage curve with a norm, a binding minimum wage, friction and slow adjustment."""

import math
from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import LOW, FloatArray, Years, column
from engine.baseline import Baseline
from engine.demand import Nests, log_marginal_products
from engine.ensemble import Draws
from engine.levers import Shifts
from engine.technology import FIXED as TECHNOLOGY
from engine.technology import Technology
from engine.world import World


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    real_cost_share: float
    permanent_weight: float
    flexible_weight: float
    benefit_norm_weight: float
    benefit_norm_limit: float
    benefit_link_weight: FloatArray
    net_wage_weight: float
    steps: float
    unemployment_slope: float
    trial_limits: FloatArray
    unemployment_limits: FloatArray
    persistence: float
    cycle_persistence: float
    training_reemployment: float
    reemployment_limits: FloatArray
    other_dismissals: float
    floor_loss: float
    floor_reference: float
    self_employed_spread: float
    self_employed_discount: float
    hours_productivity: float


FIXED = tables.block(Constants, "constants", "wages")


def labour_cost_wedge(shifts: Shifts) -> FloatArray:
    """Wedge between the cost of labour and the wage, share of the wage, axes (education, lane).

    ``tau_s = lever_s + levy + contract cost``

    Source: a definition; the levers in data/levers.toml.
    """
    return shifts.labour_cost + shifts.wage_bill_levy + contract_cost(shifts)


def contract_cost(shifts: Shifts) -> FloatArray:
    """Real part of what permanent and flexible contracts cost more, share of the wage bill, array (lane,).

    ``real share (permanent cost permanent share + flexible cost flexible share)``

    Source: CBS for the shares, found; the real share is an assumption, data/constants.toml [wages].
    """
    wedge = shifts.permanent_cost * FIXED.permanent_weight + shifts.flexible_cost * FIXED.flexible_weight
    return FIXED.real_cost_share * wedge


def log_average(log_wage: FloatArray, weights: FloatArray) -> FloatArray:
    """Log of the mean wage over education, log eur per hour, array (lane,).

    ``ln(sum_s w_s weight_s / sum_s weight_s)``

    Source: an identity.
    """
    mean = (np.exp(log_wage) * weights).sum(axis=0) / weights.sum(axis=0)
    return np.asarray(np.log(mean), dtype=np.float64)


def wage_pressure(
    log_reference: FloatArray, labour_force: FloatArray, shifts: Shifts, draws: Draws, base: Baseline
) -> FloatArray:
    """Return what pushes wages up at given unemployment, log points, axes (education, lane).

    The norm ``(1 - lam) (average wage + customary relativity - own productivity)``, benefits through psi_b,
    the wedge that is not shifted through zeta, the duration of benefits, and moderation by agreement.

    Source: Blanchflower and Oswald (1994), The wage curve, with Layard, Nickell and Jackman (1991) for wedge and
    benefits, from memory; lam is an assumption, the others in data/priors.toml.

    Parameters
    ----------
    log_reference : array (education, lane)
        Log marginal product at structural unemployment, up to what all levels of education have in common.
    labour_force : array (education, lane)
        Million persons.
    """
    relativity = base.log_wages - base.log_average_wage
    behind = log_average(log_reference, labour_force) + relativity - log_reference
    replacement = column(FIXED.benefit_link_weight) * shifts.log_linked_benefit + np.zeros_like(behind)
    replacement[LOW] += FIXED.benefit_norm_weight * np.clip(
        behind[LOW], -FIXED.benefit_norm_limit, FIXED.benefit_norm_limit
    )
    return (
        draws.beta * draws.psi_b * replacement
        + (1 - draws.lam) * behind
        + draws.zeta * labour_cost_wedge(shifts)
        + draws.beta * draws.el_dur * shifts.log_benefit_duration
        - shifts.wage_moderation
        - draws.zeta * FIXED.net_wage_weight * shifts.net_wage
    )


def wage_curve_unemployment(
    pressure: FloatArray, log_labour_force: FloatArray, reference: FloatArray, ces: Nests, world: World
) -> FloatArray:
    """Log unemployment, share of the labour force, at which the wage curve meets labour demand, axes (education, lane).

    Solves ``demand wage(u) - reference = pressure - beta (ln u - ln u0)`` by damped quasi-Newton steps.

    Source: Blanchflower and Oswald (1994), The wage curve, from memory; steps and limits are numerical,
    data/constants.toml [wages].

    Parameters
    ----------
    pressure : array (education, lane)
        See `wage_pressure`.
    log_labour_force : array (education, lane)
        Log of the labour force over employment in the base year.
    reference : array (education, lane)
        Log marginal product over base wages at structural unemployment, composite price of 1.
    """
    beta = world.draws.beta
    log_structural = column(np.log(world.base.unemployment_structural))
    log_rate = log_structural + pressure / beta
    lowest, highest = FIXED.trial_limits
    target = reference + pressure + beta * log_structural
    rate, other = np.empty_like(log_rate), np.empty_like(log_rate)
    for _ in range(int(FIXED.steps)):
        np.exp(log_rate, out=rate)
        np.minimum(rate, highest, out=rate)
        np.maximum(rate, lowest, out=rate)
        np.log1p(np.negative(rate, out=other), out=other)
        other += log_labour_force
        excess, _composite = log_marginal_products(other, ces)
        excess -= target
        excess += np.multiply(beta, log_rate, out=other)
        rate /= np.subtract(1, rate, out=other)
        rate *= FIXED.unemployment_slope
        rate += beta
        excess /= rate
        log_rate -= excess
    return log_rate


def reemployment(shifts: Shifts, draws: Draws) -> FloatArray:
    """Share of displaced workers who move straight to another job, array (lane,).

    ``q = q0 + lever + c programmes el_train``, kept within limits.

    Source: assumption, data/priors.toml, constants.toml [wages].
    """
    training = FIXED.training_reemployment * (shifts.training * draws.el_train)
    lowest, highest = FIXED.reemployment_limits
    return np.clip(draws.q0 + shifts.job_to_job + training, lowest, highest)


def time_between_jobs(shifts: Shifts, draws: Draws) -> FloatArray:
    """Mean time out of work after displacement, years, array (lane,).

    ``(1 - q) dur exp(el_dur dln(duration of benefit))``: those who move straight to another job lose none.

    Source: De Groot and Van der Klaauw (2019) for the sign of el_dur; dur0 and q0 are an assumption,
    data/priors.toml.
    """
    out = draws.dur0 * np.exp(draws.el_dur * shifts.log_benefit_duration)
    return np.asarray((1 - reemployment(shifts, draws)) * out, dtype=np.float64)


def friction(technology: Technology, education: FloatArray, shifts: Shifts, draws: Draws) -> FloatArray:
    """Unemployment that displacement adds and help takes away, share of the labour force, (education, lane).

    ``rho [(d - d0) (1 - q) dur - d0 (q - q0) dur] - other dismissals - additional public jobs``

    Source: assumption, data/constants.toml [wages]; Card, Kluve and Weber (2018) for the order of public jobs,
    data/priors.toml.

    Parameters
    ----------
    education : array (education, lane)
        Shares of education in the labour force.
    """
    moving = reemployment(shifts, draws)
    usual = TECHNOLOGY.base_displacement
    per_routine_job = (technology.displacement - usual) * (1 - moving) - usual * (moving - draws.q0)
    return (
        technology.routine_share * (per_routine_job * draws.dur0)
        - shifts.job_to_job * FIXED.other_dismissals * draws.dur0
        - draws.phi_job * shifts.public_jobs / education
    )


def floor_losses(
    log_minimum: FloatArray, log_reference: FloatArray, shifts: Shifts, draws: Draws, base: Baseline
) -> FloatArray:
    """Unemployment that a floor in fees adds among the self-employed, share of the labour force, (education, lane).

    ``|eps| c min(floor / 1.25, 1) bite(ln m + ln max(floor, 1.25)) self-employed share_s``

    Grows in proportion to the floor up to 125% of the minimum wage, and with the bite above it.

    Source: assumption, data/constants.toml [wages].
    """
    spread = FIXED.self_employed_spread * column(base.wage_spread)
    level = np.maximum(shifts.self_employed_floor, FIXED.floor_reference)
    mean = log_reference + FIXED.self_employed_discount - spread**2 / 2
    bitten = bite(log_minimum + np.log(level), mean, spread)
    phased = np.minimum(shifts.self_employed_floor / FIXED.floor_reference, 1.0)
    return np.abs(draws.eps_mw) * (FIXED.floor_loss * phased) * bitten * column(base.self_employed_share)


def minimum_wage_losses(
    log_minimum: FloatArray, log_reference: FloatArray, before: FloatArray, draws: Draws, base: Baseline
) -> FloatArray:
    """Unemployment by a minimum wage that bites more than in the base year, share of the labour force, (education, lane).

    ``eps_mw (bite_s - bite_s0)``

    Source: CPB (2020), Kansrijk arbeidsmarktbeleid, for eps_mw, found, data/priors.toml.

    Parameters
    ----------
    before : array (education, 1)
        See `bite_before`.
    """
    spread = column(base.wage_spread)
    return draws.eps_mw * (bite(log_minimum, log_reference - spread**2 / 2, spread) - before)


def bite_before(base: Baseline) -> FloatArray:
    """Bite of the minimum wage in the base year, log points, axes (education, 1).

    ``bite(ln m_0)`` at the wages of the base year.

    Source: see `bite`; data/baseline.toml.
    """
    spread = column(base.wage_spread)
    return bite(np.array(math.log(base.minimum_wage)), base.log_wages - spread**2 / 2, spread)


def adjusted(log_previous: FloatArray, equilibrium: FloatArray) -> FloatArray:
    """Log unemployment that has come part of the way to its equilibrium, (education, lane).

    ``ln u_t = p ln u_(t-1) + (1 - p) ln u_equilibrium``, a year at a time; u is a share of the labour force.

    Source: assumption, data/constants.toml [wages], persistence.
    """
    return FIXED.persistence * log_previous + (1 - FIXED.persistence) * np.log(equilibrium)


def cycle(year: Years, base: Baseline) -> FloatArray:
    """Log gap that the cycle of the base year still leaves, log points, axes (education, lane).

    ``ln(u_observed / u_structural) c^n``

    Source: CBS for the total of 2015; its split and the pace c are an assumption, data/constants.toml [wages].
    """
    gap = np.log(base.unemployment_observed / base.unemployment_structural)
    return column(gap) * FIXED.cycle_persistence ** base.years_since(year)


def bite(log_minimum: FloatArray, mean: FloatArray, spread: FloatArray) -> FloatArray:
    """Mean log gap to the minimum wage, log points, ``E[(ln m - ln w)+]`` for lognormal wages.

    ``spread (z Phi(z) + phi(z))`` with ``z = (ln m - mean) / spread``

    Source: the first partial moment of a normal distribution, an identity.

    Parameters
    ----------
    log_minimum : array
        Log of the minimum wage.
    mean, spread : array
        Mean and standard deviation of the log wage.

    Examples
    --------
    >>> bite(np.array(0.0), np.array(0.0), np.array(1.0)).round(4)
    np.float64(0.3989)
    """
    z = (log_minimum - mean) / spread
    return np.asarray(spread * (z * normal_share(z) + normal_density(z)), dtype=np.float64)


def normal_density(z: FloatArray) -> FloatArray:
    """Density of the standard normal distribution, no unit.

    ``exp(-z^2 / 2) / sqrt(2 pi)``

    Source: a definition.
    """
    return np.asarray(np.exp(-0.5 * z**2) / math.sqrt(2 * math.pi), dtype=np.float64)


def normal_share(z: FloatArray) -> FloatArray:
    """Share of the standard normal distribution below z, no unit.

    ``Phi(z)``, by a polynomial in ``1 / (1 + .33 z / sqrt 2)``; error below 1.5e-7.

    Abramowitz and Stegun 7.1.26: error below 1.5e-7.

    Source: Abramowitz and Stegun (1964), formula 7.1.26.

    >>> normal_share(np.array([-1.96, 0.0])).round(4)
    array([0.025, 0.5  ])
    """
    x = np.abs(z) / math.sqrt(2)
    t = 1.0 / (1.0 + 0.3275911 * x)
    series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return 0.5 * (1 + np.sign(z) * (1 - series * np.exp(-x * x)))

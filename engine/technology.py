# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Technology: routine work is displaced, new tasks appear, and productivity and the labour share follow."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import HIGH, LOW, MIDDLE, FloatArray, column
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.levers import Shifts
from engine.world import World


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    base_displacement: float
    ramp_years: float
    base_new_tasks: float
    new_task_productivity: float
    training_productivity: float
    care_productivity: float
    reinstatement: float
    new_tasks_against_high: float
    new_tasks_against_middle: float
    displacement_limit: float
    to_abstract: FloatArray
    training_to_abstract: float
    routine_wage_slope: float


FIXED = tables.block(Constants, "constants", "technology")


@dataclass(frozen=True, slots=True)
class Technology:
    """State of technology: arrays (lane,) and, for the shares of jobs, (education, lane).

    `demand_high` and `demand_middle` are cumulative shifts of relative demand in log wage points.
    """

    displacement: FloatArray
    log_productivity: FloatArray
    log_labour_share: FloatArray
    demand_high: FloatArray
    demand_middle: FloatArray
    routine_share: FloatArray
    abstract_share: FloatArray


def starting_technology(base: Baseline, lanes: int) -> Technology:
    """Return technology in the base year, the same in every lane."""
    zero = np.zeros(lanes)
    routine = column(base.routine_share)
    abstract = (1 - routine) * column(base.abstract_share_of_rest)
    return Technology(
        displacement=np.full(lanes, FIXED.base_displacement),
        log_productivity=zero,
        log_labour_share=zero,
        demand_high=zero,
        demand_middle=zero,
        routine_share=np.repeat(routine, lanes, axis=1),
        abstract_share=np.repeat(abstract, lanes, axis=1),
    )


def advanced(previous: Technology, year: int, care_share: FloatArray, shifts: Shifts, world: World) -> Technology:
    """Return technology a year later.

    With d the displacement rate, d0 its base, rho the routine share (rbar its mean) and v new tasks::

        x      = rbar (d - d0)                                    extra displaced share of work
        lnA   += (1 - care) (g0 + shift + world + pi x + .5 v + training) + care .002
        lnls  += chi (-x + .8 (v - v0))
        rho   *= 1 - d,  of which a share becomes abstract work
        kH, kM += drift - tilt of displacement - new tasks

    Parameters
    ----------
    previous : Technology
        Technology of last year.
    care_share : array (lane,)
        Share of work in care, where productivity hardly grows (Baumol).

    References
    ----------
    Acemoglu and Restrepo on displacement, reinstatement and so-so automation; sizes in data/constants.toml.
    """
    drivers, draws = world.drivers, world.draws
    ramp = min(world.base.years_since(year) / FIXED.ramp_years, 1.0)
    rate = displacement_rate(ramp, drivers, shifts)
    excess = rate - FIXED.base_displacement
    extra_new = new_task_rate(ramp, drivers, shifts) - FIXED.base_new_tasks
    training = shifts.training * draws.el_train
    mean_routine = (previous.routine_share * column(world.base.education_shares)).sum(axis=0)
    displaced = mean_routine * excess
    market = market_growth(displaced, FIXED.base_new_tasks + extra_new, training, world)
    growth = (1 - care_share) * market + care_share * FIXED.care_productivity
    tilt = excess * (previous.routine_share - mean_routine)
    high = tilt[HIGH] - (tilt[MIDDLE] + tilt[LOW]) / 2 + FIXED.new_tasks_against_high * extra_new
    middle = tilt[MIDDLE] - tilt[LOW] + FIXED.new_tasks_against_middle * extra_new
    moving = previous.routine_share * np.minimum(rate, FIXED.displacement_limit)
    to_abstract = np.clip(column(FIXED.to_abstract) + FIXED.training_to_abstract * training, 0.0, 1.0)
    return Technology(
        displacement=rate,
        log_productivity=previous.log_productivity + growth,
        log_labour_share=previous.log_labour_share + draws.chi * (FIXED.reinstatement * extra_new - displaced),
        demand_high=previous.demand_high + drivers.demand_high - high,
        demand_middle=previous.demand_middle + drivers.demand_middle - middle,
        routine_share=previous.routine_share - moving,
        abstract_share=previous.abstract_share + moving * to_abstract,
    )


def market_growth(displaced: FloatArray, new_tasks: FloatArray, training: FloatArray, world: World) -> FloatArray:
    """Growth of productivity in the market sector, log points a year, array (lane,).

    Parameters
    ----------
    displaced, new_tasks : array (lane,)
        Extra displaced tasks and new tasks, shares of all work.
    training : array (lane,)
        Effective programmes of training.
    """
    return (
        world.draws.g0
        + world.drivers.productivity_shift
        + world.drivers.world_growth
        + world.draws.pi_auto * displaced
        + FIXED.new_task_productivity * new_tasks
        + FIXED.training_productivity * training
    )


def displacement_rate(ramp: float, drivers: Drivers, shifts: Shifts) -> FloatArray:
    """Share of routine work that disappears in a year, array (lane,)."""
    pace = 1 + (drivers.displacement_pace - 1) * ramp
    return FIXED.base_displacement * (pace * (1 + shifts.displacement)) + drivers.offshoring * ramp


def new_task_rate(ramp: float, drivers: Drivers, shifts: Shifts) -> FloatArray:
    """Return new tasks in a year as a share of all work, array (lane,)."""
    return FIXED.base_new_tasks + (drivers.new_tasks - FIXED.base_new_tasks) * ramp + shifts.new_tasks


def routine_wage(wage: FloatArray, technology: Technology, base: Baseline) -> FloatArray:
    """Wage of routine workers, eur per hour, axes (education, lane): it falls behind as routine work shrinks."""
    lost = column(base.routine_share) - technology.routine_share
    return wage * np.exp(-FIXED.routine_wage_slope * lost)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Technology: routine work is displaced, new tasks appear, and productivity and the labour share follow."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from engine import tables
from engine.axes import HIGH, LOW, MIDDLE, FloatArray, IntArray, by_year, column, in_years
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.levers import Shifts
from engine.world import World
from engine.years import accumulated, of_last_year, remaining


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

    def in_years(self, years: int, at: IntArray) -> "Technology":
        """Return the lanes of some years of those that lie year by year."""
        return Technology(*(in_years(getattr(self, field.name), years, at) for field in fields(self)))


def technology_over(years: Sequence[int], care_share: FloatArray, shifts: Shifts, world: World) -> Technology:
    """Return the state of technology in each year, lanes year by year: it does not wait for the labour market.

    With d the displacement rate, d0 its base, rho the routine share (rbar its mean) and v new tasks, from year to year::

        x      = rbar (d - d0)                                    extra displaced share of work
        lnA   += (1 - care) (g0 + shift + world + pi x + .5 v + training) + care .002
        lnls  += chi (-x + .8 (v - v0))
        rho   *= 1 - d,  of which a share becomes abstract work
        kH, kM += drift - tilt of displacement - new tasks

    Nothing moves in the first year.

    Source: Acemoglu and Restrepo (2019), Automation and new tasks, on displacement, reinstatement and so-so
    automation; sizes are an assumption, data/constants.toml [technology].

    Parameters
    ----------
    years : sequence of int
        From the base year on.
    care_share : array (lane,)
        Share of work in care, where productivity hardly grows (Baumol).
    """
    drivers, draws, base, count = world.drivers, world.draws, world.base, len(years)
    ramp = np.repeat([min(base.years_since(year) / FIXED.ramp_years, 1.0) for year in years], world.lanes // count)
    rate = displacement_rate(ramp, drivers, shifts)
    by_year(rate, count)[0] = FIXED.base_displacement
    excess = rate - FIXED.base_displacement
    extra_new = new_task_rate(ramp, drivers, shifts) - FIXED.base_new_tasks
    training = shifts.training * draws.el_train

    gone = np.minimum(rate, FIXED.displacement_limit)
    left = remaining(gone, count)
    before = of_last_year(left, count)
    mean_routine = before * float((base.routine_share * base.education_shares).sum())
    routine = column(base.routine_share)
    displaced = mean_routine * excess
    market = market_growth(displaced, FIXED.base_new_tasks + extra_new, training, world)
    growth = (1 - care_share) * market + care_share * FIXED.care_productivity
    tilt = excess * (routine * before - mean_routine)
    high = tilt[HIGH] - (tilt[MIDDLE] + tilt[LOW]) / 2 + FIXED.new_tasks_against_high * extra_new
    middle = tilt[MIDDLE] - tilt[LOW] + FIXED.new_tasks_against_middle * extra_new
    to_abstract = np.clip(column(FIXED.to_abstract) + FIXED.training_to_abstract * training, 0.0, 1.0)
    abstract = (1 - routine) * column(base.abstract_share_of_rest)
    return Technology(
        displacement=rate,
        log_productivity=accumulated(growth, count),
        log_labour_share=accumulated(draws.chi * (FIXED.reinstatement * extra_new - displaced), count),
        demand_high=accumulated(drivers.demand_high - high, count),
        demand_middle=accumulated(drivers.demand_middle - middle, count),
        routine_share=routine * left,
        abstract_share=abstract + accumulated(routine * (before * gone) * to_abstract, count),
    )


def market_growth(displaced: FloatArray, new_tasks: FloatArray, training: FloatArray, world: World) -> FloatArray:
    """Growth of productivity in the market sector, log points a year, array (lane,).

    ``g0 + shift + world + pi x + .5 v + training``

    Source: Acemoglu and Restrepo (2019) for pi; g0 is calibrated to CPB and SCP (2015); sizes in data/priors.toml,
    constants.toml [technology].

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


def displacement_rate(ramp: FloatArray, drivers: Drivers, shifts: Shifts) -> FloatArray:
    """Share of routine work that disappears in a year, array (lane,).

    ``d = D0 (1 + (pace - 1) ramp) (1 + lever) + offshoring ramp``, per year.

    Source: Goos, Manning and Salomons (2014) for the Netherlands, 1993-2012, for D0, data/constants.toml
    [technology]; pace and offshoring are of the scenario.
    """
    pace = 1 + (drivers.displacement_pace - 1) * ramp
    return FIXED.base_displacement * (pace * (1 + shifts.displacement)) + drivers.offshoring * ramp


def new_task_rate(ramp: FloatArray, drivers: Drivers, shifts: Shifts) -> FloatArray:
    """Return new tasks in a year as a share of all work, array (lane,).

    ``v = v0 + (v_scenario - v0) ramp + lever``, per year.

    Source: Acemoglu and Restrepo (2019) for the idea; the pace is an assumption, data/constants.toml [technology].
    """
    return FIXED.base_new_tasks + (drivers.new_tasks - FIXED.base_new_tasks) * ramp + shifts.new_tasks


def routine_wage(wage: FloatArray, technology: Technology, base: Baseline) -> FloatArray:
    """Wage of routine workers, eur per hour, axes (education, lane): it falls behind as routine work shrinks.

    ``w_s exp(-slope (rho_s0 - rho_s))``

    Source: assumption, data/constants.toml [technology].
    """
    lost = column(base.routine_share) - technology.routine_share
    return wage * np.exp(-FIXED.routine_wage_slope * lost)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model run: what does not depend on the year before for all years at once, then year after year.

Technology, demand, supply and the wage curve follow from drivers, draws and reforms alone, so the lanes of all years
lie side by side. Two things hand on from year to year: the minimum wage follows the average wage of last year, and
unemployment comes part of the way. What is reported is measured in the reported years only, again side by side.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from engine import demand, levers, supply, technology, wages
from engine.axes import FloatArray, IntArray, column, in_years, year_by_year
from engine.demand import Nests
from engine.levers import Reform, Shifts
from engine.outcomes import KEYS, Key
from engine.report import Measures, Year, base_levels, measured, pictured
from engine.technology import Technology
from engine.world import World
from engine.years import accumulated

_KEPT_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class Setting:
    """What does not depend on the year before, lanes year by year; arrays (lane,) or (education, lane).

    Attributes
    ----------
    labour_force_by_age : array (age, lane)
        Before incentives, million persons.
    log_labour_force : array (education, lane)
        Over employment in the base year.
    log_reference : array (education, lane)
        Log wage at structural unemployment, before `divisia` is taken away.
    log_wage : array (education, lane)
        Log wage at a marginal product of one, before `divisia` is taken away.
    unemployment : array (education, lane)
        By the wage curve and friction, before a minimum wage.
    """

    technology: Technology
    care_share: FloatArray
    ces: Nests
    labour_force_by_age: FloatArray
    labour_force: FloatArray
    log_labour_force: FloatArray
    log_reference: FloatArray
    log_wage: FloatArray
    unemployment: FloatArray


@dataclass(frozen=True, slots=True)
class Course:
    """What the years hand to one another, axes (..., year, lane).

    Attributes
    ----------
    log_minimum_unreformed : array (year, lane)
        Log of the minimum wage without a reform of it.
    divisia : array (year, lane)
        What changes of shares alone have added to composite labour so far.
    unemployment, log_wage : array (education, year, lane)
    log_composite, log_wage_index : array (year, lane)
        Composite labour; the average wage against that of the base year.
    """

    log_minimum_unreformed: FloatArray
    divisia: FloatArray
    unemployment: FloatArray
    log_wage: FloatArray
    log_composite: FloatArray
    log_wage_index: FloatArray


def simulate(
    world: World,
    packages: Sequence[Sequence[Reform]],
    years: Sequence[int],
    outcomes: Collection[Key] = KEYS,
    package_of: IntArray | None = None,
) -> dict[int, Measures]:
    """Run the model from the base year on, and measure the outcomes of the reported years, arrays (lane,).

    Parameters
    ----------
    packages : sequence of sequences of Reform
        What is compared.
    years : sequence of int
        Reported years, rising.
    outcomes : collection of Key
        What is asked: of the distribution only what is needed for it is made, the rest is not-a-number.
    package_of : array of int (lane,), optional
        Package of each lane; the first one where it is left out.
    """
    _keep_freed_memory()
    span = range(int(world.base.year), max(years) + 1)
    of_lane = np.zeros(world.lanes, dtype=np.int64) if package_of is None else package_of
    shifts = levers.shifts_over(span, packages, of_lane)
    setting = prepared(span, shifts, world.over_years(len(span)))
    course = run(span, setting, shifts, world)

    shown = sorted({span[0], *years})
    at = np.array(shown) - span[0]
    now = year_of(span, at, setting, course, shifts)
    in_shown, moved = world.over_years(len(shown)), shifts.in_years(len(span), at)
    picture = pictured(now, moved, in_shown, outcomes)
    found = measured(now, picture, base_levels(now, picture, len(shown)), moved, in_shown)
    rows = {key: np.broadcast_to(values, now.year.shape).reshape(len(shown), -1) for key, values in found.items()}
    return {year: {key: values[shown.index(year)] for key, values in rows.items()} for year in years}


def prepared(span: Sequence[int], shifts: Shifts, world: World) -> Setting:
    """Run the blocks of the model that do not depend on the year before: technology, demand, supply, the wage curve.

    Parameters
    ----------
    span : sequence of int
        Years from the base year on.
    world : World
        With the lanes of all years side by side.
    """
    base, draws = world.base, world.draws
    year = np.repeat(np.array(span, dtype=np.int64), world.lanes // len(span))
    care = demand.care_share(year, world.drivers, base)
    now = technology.technology_over(span, care, shifts, world)
    household = demand.household_share(year, world.drivers, base)
    tilt = demand.sector_tilt(care + shifts.care_share, household + shifts.household_share, base)
    ces = demand.nests(*demand.relative_demand(now, tilt, draws), base, draws)

    upgraded = accumulated(supply.training_upgrade(shifts, draws), len(span))
    education = supply.education_shares(year, world.drivers, upgraded, base)
    by_age = supply.labour_force_by_age(year, shifts, base)
    labour_force = by_age.sum(axis=0) * education * supply.participation_factor(shifts, draws, base)
    log_labour_force = np.log(labour_force / column(base.employment))

    structural = column(np.log1p(-base.unemployment_structural))
    reference, _composite = demand.log_marginal_products(log_labour_force + structural, ces)
    pressure = wages.wage_pressure(base.log_wages + reference, labour_force, shifts, draws, base)
    log_rate = wages.wage_curve_unemployment(pressure, log_labour_force, reference, ces, world)
    log_price = base.log_wages + (now.log_productivity + now.log_labour_share)
    return Setting(
        technology=now,
        care_share=care,
        ces=ces,
        labour_force_by_age=by_age,
        labour_force=labour_force,
        log_labour_force=log_labour_force,
        log_reference=log_price + reference,
        log_wage=log_price - (1 - draws.zeta) * wages.labour_cost_wedge(shifts),
        unemployment=np.exp(log_rate) + wages.friction(now, education, shifts, draws),
    )


def run(span: Sequence[int], setting: Setting, shifts: Shifts, world: World) -> Course:
    """Run year after year: the minimum wage, unemployment, employment and wages.

    Parameters
    ----------
    world : World
        With the lanes of one year.
    """
    base, lanes, levels = world.base, world.lanes, world.base.wages.size
    course = Course(*(np.empty((*head, len(span), lanes)) for head in ((), (), (levels,), (levels,), (), ())))
    bitten, log_index, divisia = wages.bite_before(base), np.zeros(lanes), np.zeros(lanes)
    log_labour = log_unemployment = np.zeros((levels, lanes))
    for at, year in enumerate(span):
        here = slice(at * lanes, (at + 1) * lanes)
        ces, moved = setting.ces.at(here), shifts.at(here)
        if at:
            divisia = divisia + without_level_effect(log_labour, course.log_composite[at - 1], ces)
        log_minimum = math.log(base.minimum_wage) + log_index
        equilibrium = setting.unemployment[:, here] + minimum_wage_losses(
            log_minimum, setting.log_reference[:, here] - divisia, bitten, moved, world
        )
        np.clip(equilibrium, *wages.FIXED.unemployment_limits, out=equilibrium)
        log_unemployment = wages.adjusted(log_unemployment, equilibrium) if at else np.log(equilibrium)
        unemployment = np.exp(log_unemployment + wages.cycle(year, base))
        log_labour = setting.log_labour_force[:, here] + np.log1p(-unemployment)
        log_wage, log_composite = demand.log_marginal_products(log_labour, ces)
        log_wage += setting.log_wage[:, here] - divisia
        log_index = wages.log_average(log_wage, setting.labour_force[:, here] * (1 - unemployment))
        log_index -= base.log_average_wage
        course.log_minimum_unreformed[at], course.divisia[at] = log_minimum, divisia
        course.log_composite[at], course.log_wage_index[at] = log_composite, log_index
        course.unemployment[:, at], course.log_wage[:, at] = unemployment, log_wage
    return course


def minimum_wage_losses(
    log_minimum_unreformed: FloatArray, log_reference: FloatArray, bitten: FloatArray, shifts: Shifts, world: World
) -> FloatArray:
    """Unemployment by the minimum wage, and by a floor in the fees of the self-employed, of a year, (education, lane).

    Parameters
    ----------
    bitten : array (education, 1)
        Bite of the minimum wage in the base year.
    """
    base, draws = world.base, world.draws
    log_minimum = log_minimum_unreformed + shifts.log_minimum_wage
    losses = wages.minimum_wage_losses(log_minimum, log_reference, bitten, draws, base)
    if shifts.self_employed_floor.any():
        losses += wages.floor_losses(log_minimum, log_reference, shifts, draws, base)
    return losses


def without_level_effect(log_labour: FloatArray, log_composite: FloatArray, ces: Nests) -> FloatArray:
    """Return what a change of shares alone adds to composite labour (Divisia), so that bias is not growth.

    Parameters
    ----------
    log_labour, log_composite : array (education, lane) and (lane,)
        Of last year.
    ces : Nests
        With the shares of this year.
    """
    with_new_shares, _rest = demand.composites(log_labour, ces)
    return with_new_shares - log_composite


def year_of(span: Sequence[int], at: IntArray, setting: Setting, course: Course, shifts: Shifts) -> Year:
    """Return what the outcomes of some years are measured from, their lanes side by side.

    Parameters
    ----------
    at : array of int
        The years, counted from the first of the span.
    """
    count, lanes = len(span), course.divisia.shape[-1]
    divisia, unemployment, log_wage, log_composite, log_minimum, index = (
        year_by_year(path[..., at, :])
        for path in (
            course.divisia,
            course.unemployment,
            course.log_wage,
            course.log_composite,
            course.log_minimum_unreformed,
            course.log_wage_index,
        )
    )
    moved, now = shifts.in_years(count, at), setting.technology.in_years(count, at)
    labour_force = in_years(setting.labour_force, count, at)
    log_output = now.log_productivity + log_composite - divisia + moved.market_productivity
    return Year(
        year=np.repeat(span[0] + at, lanes),
        technology=now,
        care_share=in_years(setting.care_share, count, at),
        labour_force=labour_force,
        labour_force_by_age=in_years(setting.labour_force_by_age, count, at),
        unemployment=unemployment,
        employment=labour_force * (1 - unemployment),
        log_wage=log_wage,
        log_wage_index=index,
        log_reference=in_years(setting.log_reference, count, at) - divisia,
        log_minimum=log_minimum + moved.log_minimum_wage,
        log_minimum_unreformed=log_minimum,
        output=np.exp(log_output) * (1 + moved.working_hours) ** wages.FIXED.hours_productivity,
    )


def _keep_freed_memory() -> None:
    """Make the allocator of Linux keep what temporary arrays free, up to this size, for the next ones.

    Otherwise it hands every block of the distribution back to the system and asks for it again page by page,
    which takes over a third of the time of a run. Elsewhere it does nothing; the block is never touched.
    """
    np.empty(_KEPT_BYTES, dtype=np.uint8)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The projection: twenty-six years, each block of the model in its turn, all lanes at once."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from engine import demand, drivers, ensemble, levers, supply, technology, wages
from engine.axes import FIRST_YEAR, LAST_YEAR, REPORTED_YEARS, FloatArray, column, unfolded
from engine.baseline import netherlands
from engine.checks import finite
from engine.demand import Nests
from engine.ensemble import Parameters
from engine.errors import ContradictionError, OutOfBoundsError, UnknownNameError
from engine.futures import Futures
from engine.levers import Reform, Shifts
from engine.outcomes import KEYS, Key, Outcomes
from engine.ranges import Range
from engine.report import BaseLevels, Measures, Year, base_levels, measured, pictured
from engine.technology import Technology
from engine.world import World

VERSION = "1.1.0"
_IMPLAUSIBLE = 0.25
_PLAUSIBILITY = ("unemployment", "low_educated")
_KEPT_BYTES = 16_000_000
_LANES_AT_A_TIME = 8_192


@dataclass(frozen=True, slots=True)
class State:
    """What one year hands to the next; arrays (lane,) or (education, lane)."""

    technology: Technology
    log_unemployment: FloatArray
    log_wage_index: FloatArray
    log_labour: FloatArray
    log_composite: FloatArray
    divisia: FloatArray
    upgraded: FloatArray


def project(
    *,
    scenarios: Sequence[Mapping[str, float]],
    reforms: Sequence[Reform] = (),
    parameters: Parameters,
    years: Sequence[int] = REPORTED_YEARS,
    outcomes: Collection[Key] = KEYS,
) -> Outcomes:
    """Project scenarios with a package of reforms, for every draw of the parameters at once.

    Parameters
    ----------
    scenarios : sequence of mappings
        All drivers of each scenario, see `default_drivers`.
    reforms : sequence of Reform
        A package; none gives the scenario as it is. Their order does not matter.
    parameters : Parameters
        See `draw_parameters`. The same parameters for runs with and without a reform give paired effects.
    years : sequence of int
        Years to report, rising, between 2015 and 2040.
    outcomes : collection of (outcome, group), optional
        What to report; the distribution of wages and incomes is only made when something asked for needs it.

    Returns
    -------
    Outcomes
        With arrays of axes (scenario, draw, year).

    Examples
    --------
    >>> outcome = project(scenarios=[drivers.default_drivers("trend")], parameters=Parameters.mode(), years=[2025])
    >>> outcome.values["unemployment", "low_educated"].round(4)
    array([[[0.0965]]])
    """
    return _projected(scenarios, reforms, parameters, _Asked(years, outcomes))


def project_variants(
    *,
    scenarios: Sequence[Mapping[str, float]],
    reforms: Sequence[Reform] = (),
    years: Sequence[int] = REPORTED_YEARS,
    held: Mapping[str, Range] | None = None,
) -> Outcomes:
    """Project scenarios under each structural variant, at the modes of the priors, or of how they are held.

    Returns
    -------
    Outcomes
        With arrays of axes (scenario, variant, year), variants in the order of `structural_variants`.
    """
    variants = ensemble.structural_variants()
    parameters = ensemble.variant_parameters(variants, held)
    overrides = ensemble.variant_drivers(variants)
    return _projected(scenarios, reforms, parameters, _Asked(years, axis="variant"), overrides)


def project_futures(
    *,
    futures: Futures,
    reforms: Sequence[Reform] = (),
    years: Sequence[int] = REPORTED_YEARS,
    outcomes: Collection[Key] = KEYS,
) -> Outcomes:
    """Project futures that each have drivers of their own, in blocks of lanes.

    Parameters
    ----------
    futures : Futures
        See `sample_futures`. The same futures with and without a reform give paired effects.
    reforms, years, outcomes
        As in `project`.

    Returns
    -------
    Outcomes
        With arrays of axes (1, future, year).
    """
    scenario = {spec.key: spec.default for spec in drivers.DRIVERS}
    asked = _Asked(years, outcomes, axis=f"future of {futures.fingerprint}")
    parts = [
        _projected([scenario], reforms, block.parameters, asked, block.drivers)
        for block in futures.blocks(_LANES_AT_A_TIME)
    ]
    values = {key: np.concatenate([part.values[key] for part in parts], axis=1) for key in parts[0].values}
    whole = {"parameters": futures.parameters.fingerprint, "draws": futures.count, "seed": futures.seed}
    return Outcomes(parts[0].years, values, {**parts[0].provenance, **whole})


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a run is to report, and what its second axis is called in the provenance."""

    years: Sequence[int]
    outcomes: Collection[Key] = KEYS
    axis: str = "draw"


def _projected(
    scenarios: Sequence[Mapping[str, float]],
    reforms: Sequence[Reform],
    parameters: Parameters,
    asked: _Asked,
    overrides: Mapping[str, FloatArray] | None = None,
) -> Outcomes:
    drivers.refuse_no_scenarios(scenarios)
    levers.refuse_contradictory(reforms)
    levers.refuse_overstretched(reforms)
    checked = [drivers.checked(scenario) for scenario in scenarios]
    reported, outcomes = _checked_years(asked.years), _checked_outcomes(asked.outcomes)
    world = World(
        netherlands(),
        drivers.over_lanes(checked, parameters.count, overrides),
        parameters.over_lanes(len(checked)),
    )
    measures = simulate(world, reforms, reported, outcomes)
    values = {
        key: np.stack([unfolded(measures[year][key], len(checked)) for year in reported], axis=-1)
        for key in dict.fromkeys([*outcomes, _PLAUSIBILITY])
    }
    provenance = {
        "version": VERSION,
        "years": reported,
        "axis": asked.axis,
        "scenarios": checked,
        "reforms": [_described(reform) for reform in reforms],
        "parameters": parameters.fingerprint,
        "seed": parameters.seed,
        "draws": parameters.count,
        "implausible": float((values[_PLAUSIBILITY] > _IMPLAUSIBLE).mean()),
    }
    return Outcomes(reported, {key: values[key] for key in outcomes}, provenance)


def simulate(
    world: World, reforms: Sequence[Reform], years: Sequence[int], outcomes: Collection[Key] = KEYS
) -> dict[int, Measures]:
    """Run the model from the base year on, and measure the outcomes of the reported years, arrays (lane,).

    Where none of the outcomes needs the distribution it is not made, and what would need it is not-a-number.
    """
    _keep_freed_memory()
    is_distributed = not distributed_outcomes().isdisjoint(outcomes)
    state = starting_state(world)
    levels: BaseLevels | None = None
    measures = {}
    for year in range(int(world.base.year), max(years) + 1):
        shifts = levers.shifts_in(year, reforms)
        state, result = next_year(state, year, shifts, world)
        if levels is None or year in years:
            picture = pictured(result, shifts, world, is_distributed=is_distributed)
            levels = levels or base_levels(result, picture)
            if year in years:
                measures[year] = measured(result, picture, levels, shifts, world)
    return measures


@cache
def distributed_outcomes() -> frozenset[Key]:
    """Return the outcomes that need the distribution of wages and incomes: asked of the equations themselves."""
    base = netherlands()
    scenario = {spec.key: spec.default for spec in drivers.DRIVERS}
    world = World(base, drivers.over_lanes([scenario], 1), Parameters.mode().over_lanes(1))
    year = int(base.year)
    shifts = levers.shifts_in(year, ())
    _state, result = next_year(starting_state(world), year, shifts, world)
    picture = pictured(result, shifts, world, is_distributed=False)
    measures = measured(result, picture, base_levels(result, picture), shifts, world)
    return frozenset(key for key, values in measures.items() if np.isnan(values).any())


def starting_state(world: World) -> State:
    """Return the state before the base year, the same in every lane."""
    base = world.base
    level = np.zeros(world.lanes)
    by_education = np.zeros((base.education_shares.size, world.lanes))
    return State(
        technology=technology.starting_technology(base, world.lanes),
        log_unemployment=by_education + column(np.log(base.unemployment_structural)),
        log_wage_index=level,
        log_labour=by_education,
        log_composite=level,
        divisia=level,
        upgraded=by_education,
    )


def next_year(state: State, year: int, shifts: Shifts, world: World) -> tuple[State, Year]:
    """Run every block of the model for one year.

    Returns
    -------
    state : State
        For the next year.
    result : Year
        What the outcomes of this year are measured from.
    """
    base, draws = world.base, world.draws
    starting = base.years_since(year) == 0
    care = demand.care_share(year, world.drivers, base)
    now = state.technology if starting else technology.advanced(state.technology, year, care, shifts, world)
    household = demand.household_share(year, world.drivers, base)
    tilt = demand.sector_tilt(care + shifts.care_share, household + shifts.household_share, base)
    ces = demand.nests(*demand.relative_demand(now, tilt, draws), base, draws)
    divisia = state.divisia if starting else _without_level_effect(state, ces)
    log_price = now.log_productivity + now.log_labour_share - divisia

    upgraded = state.upgraded if starting else state.upgraded + supply.training_upgrade(shifts, draws)
    education = supply.education_shares(year, world.drivers, upgraded, base)
    by_age = supply.labour_force_by_age(year, shifts, base)
    labour_force = by_age.sum() * education * supply.participation_factor(shifts, draws, base)
    log_labour_force = np.log(labour_force / column(base.employment))

    structural = column(np.log1p(-base.unemployment_structural))
    reference, _composite = demand.log_marginal_products(log_labour_force + structural, ces)
    log_reference = base.log_wages + log_price + reference
    log_minimum_unreformed = math.log(base.minimum_wage) + state.log_wage_index
    log_minimum = log_minimum_unreformed + shifts.log_minimum_wage
    pressure = wages.wage_pressure(log_reference, labour_force, shifts, draws, base)
    log_rate = wages.wage_curve_unemployment(pressure, log_labour_force, reference, ces, world)
    losses = wages.friction(now, education, shifts, draws)
    losses += wages.minimum_wage_losses(log_minimum, log_reference, draws, base)
    if shifts.self_employed_floor:
        losses += wages.floor_losses(log_minimum, log_reference, shifts, draws, base)
    equilibrium = np.clip(np.exp(log_rate) + losses, *wages.FIXED.unemployment_limits)
    log_unemployment = np.log(equilibrium) if starting else wages.adjusted(state.log_unemployment, equilibrium)
    unemployment = np.exp(log_unemployment + wages.cycle(year, base))

    log_labour = log_labour_force + np.log1p(-unemployment)
    products, log_composite = demand.log_marginal_products(log_labour, ces)
    employment = labour_force * (1 - unemployment)
    log_wage = base.log_wages + log_price + products - (1 - draws.zeta) * wages.labour_cost_wedge(shifts)
    log_wage_index = wages.log_average(log_wage, employment) - base.log_average_wage
    log_output = now.log_productivity + log_composite - divisia + shifts.market_productivity
    result = Year(
        year=year,
        technology=now,
        care_share=care,
        labour_force=labour_force,
        labour_force_before_incentives=float(by_age.sum()),
        unemployment=unemployment,
        employment=employment,
        log_wage=log_wage,
        log_wage_index=log_wage_index,
        log_reference=log_reference,
        log_minimum=log_minimum,
        log_minimum_unreformed=log_minimum_unreformed,
        output=np.exp(log_output) * (1 + shifts.working_hours) ** wages.FIXED.hours_productivity,
    )
    return State(now, log_unemployment, log_wage_index, log_labour, log_composite, divisia, upgraded), result


def _keep_freed_memory() -> None:
    """Make the allocator of Linux keep what temporary arrays free, up to this size, for the next ones.

    Otherwise it hands every block of the distribution back to the system and asks for it again page by page,
    which takes over a third of the time of a run. Elsewhere it does nothing; the block is never touched.
    """
    np.empty(_KEPT_BYTES, dtype=np.uint8)


def _without_level_effect(state: State, ces: Nests) -> FloatArray:
    """Take away what a change of shares alone would add to composite labour (Divisia), so that bias is not growth."""
    with_new_shares, _rest = demand.composites(state.log_labour, ces)
    return state.divisia + with_new_shares - state.log_composite


def _checked_years(years: Sequence[int]) -> tuple[int, ...]:
    numbers = [finite("years", year) for year in years]
    whole = tuple(int(number) for number in numbers)
    if not whole:
        raise ContradictionError("There is no year to report; give at least one.", field="years")
    for number in numbers:
        if number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
            raise OutOfBoundsError(
                f"{number:g} is no year that the model reports; choose from {FIRST_YEAR} to {LAST_YEAR}.",
                field="years", value=number, low=FIRST_YEAR, high=LAST_YEAR,
            )  # fmt: skip
    if list(whole) != sorted(set(whole)):
        raise ContradictionError("The years must rise, each given once.", field="years", value=whole)
    return whole


def _checked_outcomes(outcomes: Collection[Key]) -> tuple[Key, ...]:
    for key in outcomes:
        if key not in KEYS:
            names = [" of ".join(known) for known in KEYS]
            raise UnknownNameError.among("outcome", " of ".join(key), names)
    if not outcomes:
        raise ContradictionError("There is no outcome to report; give at least one.", field="outcomes")
    return tuple(outcomes)


def _described(reform: Reform) -> dict[str, Any]:
    return {
        "levers": dict(reform.levers),
        "start_year": reform.start_year,
        "phase_years": reform.phase_years,
        "exante_budget_bn": reform.exante_budget_bn,
        "budget_from_model": reform.budget_from_model,
    }

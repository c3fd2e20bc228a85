# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The projection: what is asked is checked, laid out over lanes, and run block by block."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine import drivers, ensemble, levers, tables
from engine.axes import FIRST_YEAR, LAST_YEAR, REPORTED_YEARS, FloatArray
from engine.baseline import netherlands
from engine.checks import finite
from engine.ensemble import Parameters
from engine.errors import ContradictionError, OutOfBoundsError, UnknownNameError
from engine.futures import Futures
from engine.levers import Reform
from engine.outcomes import KEYS, Key, Outcomes
from engine.ranges import Range
from engine.simulation import simulate
from engine.world import World

VERSION = "1.2.1"
_IMPLAUSIBLE = tables.number("methods", "projection", "implausible")
_PLAUSIBILITY = ("unemployment", "low_educated")
_LANES_AT_A_TIME = 32_768  # of all years together


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
    return _projected(scenarios, [reforms], parameters, _Asked(years, outcomes))[0]


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
    return _projected(scenarios, [reforms], parameters, _Asked(years, axis="variant"), overrides)[0]


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
    found = _projected([scenario], [reforms], futures.parameters, asked, futures.drivers)[0]
    return Outcomes(found.years, found.values, {**found.provenance, "seed": futures.seed})


def project_packages(
    *,
    scenarios: Sequence[Mapping[str, float]],
    packages: Sequence[Sequence[Reform]],
    parameters: Parameters,
    years: Sequence[int] = REPORTED_YEARS,
    outcomes: Collection[Key] = KEYS,
) -> list[Outcomes]:
    """Project several packages in one call, on the same draws: what `project` gives for each of them.

    Packages, scenarios and draws are lanes of the same arrays, so that few draws of many packages go as fast as many
    draws of one.

    Examples
    --------
    >>> trend = drivers.default_drivers("trend")
    >>> both = [(), (Reform({"training": 1.0}),)]
    >>> without, trained = project_packages(scenarios=[trend], packages=both, parameters=Parameters.mode(), years=[2030])
    >>> bool(trained.values["employment", "everyone"] > without.values["employment", "everyone"])
    True
    """
    return _projected(scenarios, packages, parameters, _Asked(years, outcomes))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a run is to report, and what its second axis is called in the provenance."""

    years: Sequence[int]
    outcomes: Collection[Key] = KEYS
    axis: str = "draw"


def _projected(
    scenarios: Sequence[Mapping[str, float]],
    packages: Sequence[Sequence[Reform]],
    parameters: Parameters,
    asked: _Asked,
    overrides: Mapping[str, FloatArray] | None = None,
) -> list[Outcomes]:
    drivers.refuse_no_scenarios(scenarios)
    for package in packages:
        levers.refuse_contradictory(package)
        levers.refuse_overstretched(package)
    checked = [drivers.checked(scenario) for scenario in scenarios]
    reported, outcomes = _checked_years(asked.years), _checked_outcomes(asked.outcomes)
    world = World(
        netherlands(),
        drivers.over_lanes(checked, parameters.count, overrides),
        parameters.over_lanes(len(checked)),
    )
    shape = len(reported), len(packages), len(checked), parameters.count
    values = _in_blocks(world, packages, reported, dict.fromkeys([*outcomes, _PLAUSIBILITY]))
    shaped = {key: np.moveaxis(lanes.reshape(shape), 0, -1) for key, lanes in values.items()}
    provenance = {
        "version": VERSION,
        "years": reported,
        "axis": asked.axis,
        "scenarios": checked,
        "parameters": parameters.fingerprint,
        "seed": parameters.seed,
        "draws": parameters.count,
    }
    return [
        Outcomes(
            reported,
            {key: shaped[key][at] for key in outcomes},
            provenance
            | {"reforms": [_described(reform) for reform in package]}
            | {"implausible": float((shaped[_PLAUSIBILITY][at] > _IMPLAUSIBLE).mean())},
        )
        for at, package in enumerate(packages)
    ]


def _in_blocks(
    world: World, packages: Sequence[Sequence[Reform]], years: Sequence[int], outcomes: Collection[Key]
) -> dict[Key, FloatArray]:
    """Simulate every lane of every package, some lanes at a time; arrays (year, lane).

    What is at work at a time does not grow with the number of lanes, only what is reported does.
    """
    lanes = len(packages) * world.lanes
    size = max(1, _LANES_AT_A_TIME // (max(years) - int(world.base.year) + 1))
    values = {key: np.empty((len(years), lanes)) for key in outcomes}
    for start in range(0, lanes, size):
        block = np.arange(start, min(start + size, lanes))
        found = simulate(world.at(block % world.lanes), packages, years, outcomes, package_of=block // world.lanes)
        for at, year in enumerate(years):
            for key, reported in values.items():
                reported[at, start : start + block.size] = found[year][key]
    return values


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

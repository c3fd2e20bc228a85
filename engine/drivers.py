# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pushes a scenario: thirteen drivers with bounds, and the four default scenarios."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType

import numpy as np

from engine import tables
from engine.axes import FloatArray
from engine.checks import in_bounds
from engine.errors import ContradictionError, MissingNameError, UnknownNameError
from engine.tables import Status


@dataclass(frozen=True, slots=True)
class DriverSpec:
    """One driver: its unit, bounds, and its value in the continuing trend."""

    key: str
    unit: str
    low: float
    high: float
    default: float
    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class Drivers:
    """The drivers of every lane, arrays of axis (lane,); units in data/drivers.toml."""

    displacement_pace: FloatArray
    new_tasks: FloatArray
    productivity_shift: FloatArray
    demand_high: FloatArray
    demand_middle: FloatArray
    drift_self_employed: FloatArray
    drift_flexible: FloatArray
    elderly_care: FloatArray
    household_services: FloatArray
    high_educated_share: FloatArray
    low_educated_share: FloatArray
    offshoring: FloatArray
    world_growth: FloatArray


DRIVERS = tuple(
    DriverSpec(key, row["unit"], row["low"], row["high"], row["value"], row["source"], row["status"])
    for key, row in tables.table("drivers").items()
)
SCENARIOS = tuple(tables.table("scenarios"))


def default_drivers(key: str) -> Mapping[str, float]:
    """Return the drivers of one of the four default scenarios.

    >>> default_drivers("displacement")["displacement_pace"]
    2.6
    """
    if key not in SCENARIOS:
        raise UnknownNameError.among("scenario", key, SCENARIOS)
    return MappingProxyType(tables.table("scenarios")[key]["value"])


def checked(scenario: Mapping[str, float]) -> dict[str, float]:
    """Return the drivers of a scenario as floats in canonical order, or say what is wrong with them."""
    known = [spec.key for spec in DRIVERS]
    for name in scenario:
        if name not in known:
            raise UnknownNameError.among("driver", name, known)
    missing = [name for name in known if name not in scenario]
    if missing:
        raise MissingNameError(
            f"The scenario has no value for {', '.join(missing)}; give all {len(known)} drivers, "
            "for instance by changing a copy of engine.default_drivers('trend').",
            field=missing[0],
        )
    return {spec.key: in_bounds(spec.key, scenario[spec.key], spec.low, spec.high, spec.unit) for spec in DRIVERS}


def over_lanes(
    scenarios: Sequence[Mapping[str, float]], draws: int, overrides: Mapping[str, FloatArray] | None = None
) -> Drivers:
    """Lay scenarios out over lanes, scenario by scenario.

    Parameters
    ----------
    scenarios : sequence of mappings
        Checked drivers.
    draws : int
        Number of draws in each scenario.
    overrides : mapping, optional
        Values by draw, axis (draw,); not-a-number leaves the scenario's own value.
    """
    laid = {}
    for field in fields(Drivers):
        values = np.repeat(np.array([scenario[field.name] for scenario in scenarios]), draws)
        if overrides and field.name in overrides:
            replacement = np.tile(overrides[field.name], len(scenarios))
            values = np.where(np.isnan(replacement), values, replacement)
        laid[field.name] = values
    return Drivers(**laid)


def refuse_no_scenarios(scenarios: Sequence[Mapping[str, float]]) -> None:
    """Refuse an empty list of scenarios."""
    if not scenarios:
        raise ContradictionError(
            "There is no scenario to project; give at least one, such as engine.default_drivers('trend').",
            field="scenarios",
        )

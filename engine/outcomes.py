# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the engine reports: outcomes by population group, and the arrays that hold them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from engine import tables
from engine.axes import FloatArray
from engine.tables import Status

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OutcomeSpec:
    """One outcome: its unit, the groups it is reported for, and how a difference is taken."""

    key: str
    unit: str
    groups: tuple[str, ...]
    difference: Literal["points", "percent"]
    source: str
    status: Status


OUTCOMES = tuple(
    OutcomeSpec(key, row["unit"], tuple(row["groups"]), row["difference"], row["source"], row["status"])
    for key, row in tables.table("outcomes").items()
)
KEYS: tuple[Key, ...] = tuple((spec.key, group) for spec in OUTCOMES for group in spec.groups)
NOT_MODELLED = ("platform_workers",)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What a projection gives.

    Attributes
    ----------
    years : tuple of int
        The reported years.
    values : Mapping[(outcome, group), array]
        Levels in the units of `OUTCOMES`; arrays of axes (scenario, draw, year).
    provenance : Mapping
        Version, seed, scenarios and reforms, enough to run it again; and `implausible`, the share of lanes and
        years in which unemployment of the low educated is above 25%, beyond what the equations can be trusted for.
    """

    years: tuple[int, ...]
    values: Mapping[Key, FloatArray]
    provenance: Mapping[str, Any]

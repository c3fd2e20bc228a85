# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The projection engine: arrays in, arrays out. This is its front door; nothing else is imported from outside."""

from engine.drivers import DRIVERS, SCENARIOS, DriverSpec, default_drivers
from engine.ensemble import PRIORS, Parameters, PriorSpec, Variant, draw_parameters, structural_variants
from engine.errors import (
    ContradictionError,
    EngineError,
    MissingNameError,
    NotANumberError,
    OutOfBoundsError,
    UnknownNameError,
)
from engine.impact import Impacts, impact, quantiles
from engine.levers import LEVERS, LeverSpec, Reform
from engine.outcomes import NOT_MODELLED, OUTCOMES, Outcomes, OutcomeSpec
from engine.presets import HeldPrior, Preset, presets
from engine.projection import VERSION, project, project_variants
from engine.ranges import Range, checked_range
from engine.robustness import YardstickChange, YardstickLine, measure, useful
from engine.tables import Quantity, quantities
from engine.verdicts import Ground, Verdict, ground, verdicts

__all__ = [
    "DRIVERS",
    "LEVERS",
    "NOT_MODELLED",
    "OUTCOMES",
    "PRIORS",
    "SCENARIOS",
    "VERSION",
    "ContradictionError",
    "DriverSpec",
    "EngineError",
    "Ground",
    "HeldPrior",
    "Impacts",
    "LeverSpec",
    "MissingNameError",
    "NotANumberError",
    "OutOfBoundsError",
    "OutcomeSpec",
    "Outcomes",
    "Parameters",
    "Preset",
    "PriorSpec",
    "Quantity",
    "Range",
    "Reform",
    "UnknownNameError",
    "Variant",
    "Verdict",
    "YardstickChange",
    "YardstickLine",
    "checked_range",
    "default_drivers",
    "draw_parameters",
    "ground",
    "impact",
    "measure",
    "presets",
    "project",
    "project_variants",
    "quantiles",
    "quantities",
    "structural_variants",
    "useful",
    "verdicts",
]

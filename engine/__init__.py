# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The projection engine: arrays in, arrays out. This is its front door; nothing else is imported from outside."""

from engine.drivers import DRIVERS, SCENARIOS, DriverSpec, default_drivers
from engine.ensemble import (
    BLOCK,
    PRIORS,
    Parameters,
    PriorSpec,
    Variant,
    draw_block,
    draw_parameters,
    structural_variants,
)
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
from engine.outcomes import KEYS, NOT_MODELLED, OUTCOMES, Outcomes, OutcomeSpec
from engine.projection import VERSION, project, project_variants
from engine.robustness import YardstickChange, YardstickLine, measure, useful
from engine.summaries import BINS, Bins, Summary, binned_quantiles, mean_of, merged, summarised
from engine.tables import Quantity, digests, quantities, vintage
from engine.validation import TARGETS, Check, Found, Target, validated

__all__ = [
    "BINS",
    "BLOCK",
    "DRIVERS",
    "KEYS",
    "LEVERS",
    "NOT_MODELLED",
    "OUTCOMES",
    "PRIORS",
    "SCENARIOS",
    "TARGETS",
    "VERSION",
    "Bins",
    "Check",
    "ContradictionError",
    "DriverSpec",
    "EngineError",
    "Found",
    "Impacts",
    "LeverSpec",
    "MissingNameError",
    "NotANumberError",
    "OutOfBoundsError",
    "OutcomeSpec",
    "Outcomes",
    "Parameters",
    "PriorSpec",
    "Quantity",
    "Reform",
    "Summary",
    "Target",
    "UnknownNameError",
    "Variant",
    "YardstickChange",
    "YardstickLine",
    "binned_quantiles",
    "default_drivers",
    "digests",
    "draw_block",
    "draw_parameters",
    "impact",
    "mean_of",
    "measure",
    "merged",
    "project",
    "project_variants",
    "quantiles",
    "quantities",
    "structural_variants",
    "summarised",
    "useful",
    "validated",
    "vintage",
]

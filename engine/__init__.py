# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The projection engine: arrays in, arrays out. This is its front door; nothing else is imported from outside."""

from engine.discovery import Box, Cases, Discovery, Finding, Limit, Refits, discover, inside
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
from engine.futures import Factor, Futures, sample_futures
from engine.impact import Impacts, impact, quantiles
from engine.levers import LEVERS, ONE_RULE, LeverSpec, Reform
from engine.outcomes import KEYS, NOT_MODELLED, OUTCOMES, Outcomes, OutcomeSpec
from engine.packages import Contradiction, Weighed, contradictions, enumerated, outcomes_of, pareto, weigh
from engine.presets import HeldPrior, Preset, presets
from engine.projection import VERSION, project, project_futures, project_variants
from engine.ranges import Range, checked_range
from engine.robustness import YardstickChange, YardstickLine, measure, useful
from engine.sensitivity import Indices, parameters_at, rank_correlations, sobol
from engine.summaries import BINS, Bins, Summary, binned_quantiles, mean_of, merged, summarised
from engine.tables import Quantity, digests, quantities, vintage
from engine.timing import Crossing, Signal, Urgency, crossing, first_crossing, signal
from engine.validation import TARGETS, Check, Found, Target, validated
from engine.verdicts import Ground, Verdict, ground, verdicts

__all__ = [
    "BINS",
    "BLOCK",
    "DRIVERS",
    "KEYS",
    "LEVERS",
    "NOT_MODELLED",
    "ONE_RULE",
    "OUTCOMES",
    "PRIORS",
    "SCENARIOS",
    "TARGETS",
    "VERSION",
    "Bins",
    "Box",
    "Cases",
    "Check",
    "Contradiction",
    "ContradictionError",
    "Crossing",
    "Discovery",
    "DriverSpec",
    "EngineError",
    "Factor",
    "Finding",
    "Found",
    "Futures",
    "Ground",
    "HeldPrior",
    "Impacts",
    "Indices",
    "LeverSpec",
    "Limit",
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
    "Refits",
    "Reform",
    "Signal",
    "Summary",
    "Target",
    "UnknownNameError",
    "Urgency",
    "Variant",
    "Verdict",
    "Weighed",
    "YardstickChange",
    "YardstickLine",
    "binned_quantiles",
    "checked_range",
    "contradictions",
    "crossing",
    "default_drivers",
    "digests",
    "discover",
    "draw_block",
    "draw_parameters",
    "enumerated",
    "first_crossing",
    "ground",
    "impact",
    "inside",
    "mean_of",
    "measure",
    "merged",
    "outcomes_of",
    "parameters_at",
    "pareto",
    "presets",
    "project",
    "project_futures",
    "project_variants",
    "quantiles",
    "quantities",
    "rank_correlations",
    "sample_futures",
    "signal",
    "sobol",
    "structural_variants",
    "summarised",
    "useful",
    "validated",
    "verdicts",
    "vintage",
    "weigh",
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Payoffs as a worker stores them, small enough to work out by hand."""

import numpy as np

import engine
from scenarios.arrays.payoffs import packed
from scenarios.models import Payoff, Yardstick

VARIANTS = len(engine.structural_variants())
COSTS = {"outcome": "cost_index", "group": "small_employers", "better": "down", "smallest_difference": 0.1}
INCOME = {"outcome": "net_income", "group": "income_q1", "better": "up", "smallest_difference": 0.002}
EMPLOYERS = Yardstick(title="Costs", lines=[COSTS | {"tolerance": 0.2}])
WORKERS = Yardstick(title="Income", lines=[INCOME | {"tolerance": 0.004}])
BOTH = [EMPLOYERS, WORKERS]


def stored(yardstick, draws, variants):
    """A payoff in smallest differences: one line, several draws, one number for all rival theories or one for each."""
    by_variant = variants if isinstance(variants, list) else [variants] * VARIANTS
    return Payoff(
        yardstick=yardstick, draws=packed(np.array([draws], float)), variants=packed(np.array([by_variant], float))
    )


def in_one_scenario(*reforms):
    """Reforms as (employers' draws, workers' draws), each with the mean of its draws under every rival theory."""
    return [
        [[stored(side, draws, float(np.mean(draws))) for side, draws in zip(BOTH, reform, strict=True)]]
        for reform in reforms
    ]

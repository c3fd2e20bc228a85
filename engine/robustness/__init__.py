# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a reform holds up over uncertain futures: yardsticks, the menu, measures, rankings, and what was assumed."""

from engine.robustness.measures import (
    by_worst,
    holds_in,
    largest_regret,
    mean_regret,
    percentile_regret,
    regret,
    share,
    worst_payoff,
)
from engine.robustness.menu import Menu, dominates, menu_of, useful_on
from engine.robustness.ranking import ahead, crossings, ranks, reversals
from engine.robustness.signs import set_sign
from engine.robustness.yardsticks import YardstickChange, YardstickLine, is_worse, measure, useful

__all__ = [
    "Menu",
    "YardstickChange",
    "YardstickLine",
    "ahead",
    "by_worst",
    "crossings",
    "dominates",
    "holds_in",
    "is_worse",
    "largest_regret",
    "mean_regret",
    "measure",
    "menu_of",
    "percentile_regret",
    "ranks",
    "regret",
    "reversals",
    "set_sign",
    "share",
    "useful",
    "useful_on",
    "worst_payoff",
]

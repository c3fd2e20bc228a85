# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a package of reforms moves in a year."""

import math
from types import SimpleNamespace

from tests.engine.slow.numbers import CONSTANTS, LEVERS


def package(year, reforms):
    """Shifts of a package: each reform comes in by equal steps; shifts of reforms add up."""
    moved = SimpleNamespace(**dict.fromkeys(LEVERS, 0.0), ln_minimum=0.0, ln_linked=0.0, ln_duration=0.0, budget=0.0)
    for reform in reforms:
        reached = min(1.0, max(0.0, (year - reform.start_year + 1) / reform.phase_years))
        for lever, size in reform.levers.items():
            setattr(moved, lever, getattr(moved, lever) + size * reached)
        ln_minimum = math.log(1 + reform.levers.get("minimum_wage", 0.0))
        moved.ln_minimum += ln_minimum * reached
        moved.ln_linked += ln_minimum * reform.levers.get("benefit_link", 0.0) * reached  # only with its own reform
        moved.ln_duration += math.log((24 + reform.levers.get("benefit_duration", 0.0)) / 24) * reached
        if not reform.budget_from_model:
            moved.budget += reform.exante_budget_bn * reached
    return moved


def by_education(moved, lever):
    """Return the shifts of three levers, low, middle and high."""
    return [getattr(moved, f"{lever}_{level}") for level in ("low", "middle", "high")]


def wedge(moved):
    """Wedge between what labour costs and what it earns, by education, share of the wage."""
    everyone = moved.wage_bill_levy + contract_cost(moved)
    return [everyone + own for own in by_education(moved, "labour_cost")]


def contract_cost(moved):
    """Real part of what permanent and flexible contracts cost more, share of the wage bill."""
    fixed = CONSTANTS.wages
    return fixed.real_cost_share * (
        fixed.permanent_weight * moved.permanent_cost + fixed.flexible_weight * moved.flexible_cost
    )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Section 9 of docs/model.md a second time: D9/D1, Gini and fifths of income, from one Lorenz curve each."""

import itertools
import math
from types import SimpleNamespace

from tests.engine.slow.numbers import ALONE, BASE, CONSTANTS, FLEXIBLE, KINDS, LEVELS, PERMANENT, mean
from tests.engine.slow.package import by_education
from tests.engine.slow.people import HALF_GAPS, NODES, floor_of, log_wage_moments, paid
from tests.engine.slow_reference import every_year

FIXED = CONSTANTS.distribution


def slow_distribution(drivers, reforms, parameters, years):
    """Return {(outcome, group, year): value} for what needs a whole distribution; see `slow_projection`."""
    draw = SimpleNamespace(**parameters)
    found, fifths0 = {}, None
    for now, moved in every_year(drivers, reforms, draw, max(years)):
        fifths = fifths_of_income(now, moved, draw) if fifths0 is None or now.year in years else None
        fifths0 = fifths0 or fifths
        if now.year in years:
            found["wage_ratio", "everyone", now.year], found["gini", "everyone", now.year] = inequality(
                now, moved, draw
            )
            for fifth, (income, income0) in enumerate(zip(fifths, fifths0, strict=True), start=1):
                found["net_income", f"income_q{fifth}", now.year] = income / income0
    return found


def wages(s, c, now, moved, draw):
    """Hourly wages at the nodes of a level of education and a contract."""
    middle, spread = log_wage_moments(s, c, now.w[s])
    if c == ALONE:
        fees = [math.exp(middle + spread * z) for z in NODES]
        least = moved.self_employed_floor * math.exp(now.ln_minimum)
        return [fee + FIXED.floor_closing * max(0.0, least - fee) for fee in fees]
    floor, lift = floor_of(now.ln_minimum), draw.spill * moved.ln_minimum
    nodes = zip(NODES, HALF_GAPS, strict=True)
    return [math.exp(paid(middle + spread * z, spread * half, floor, lift)) for z, half in nodes]


def inequality(now, moved, draw):
    """D9/D1 and the Gini coefficient of employees."""
    people = [
        (wage, now.workers[s][c] / len(NODES))
        for s in LEVELS
        for c in (PERMANENT, FLEXIBLE)
        for wage in wages(s, c, now, moved, draw)
    ]
    heap = lorenz(people)
    half = FIXED.decile_width / 2
    around = [at(heap, p + half) - at(heap, p - half) for p in (0.1, 0.9)]
    under = sum((right - left) * (low + high) / 2 for (left, low), (right, high) in itertools.pairwise(heap))
    return around[1] / around[0], 1 - 2 * under / heap[-1][1]


def fifths_of_income(now, moved, draw):
    """Mean net income of each fifth of the labour force."""
    people, linked = [], math.exp(FIXED.benefit_link_pass * moved.ln_linked)
    for s in LEVELS:
        for c in KINDS:
            hours = BASE.hours[c] * (1 + moved.working_hours)
            more = 1 + FIXED.net_wage_pass * by_education(moved, "net_wage")[s]
            heads = now.workers[s][c] / len(NODES)
            people += [(net(wage * hours) * more, heads) for wage in wages(s, c, now, moved, draw)]
        permanent = wages(s, PERMANENT, now, moved, draw)
        benefit = FIXED.replacement_rate * FIXED.benefit_hours * mean(permanent, [1.0] * len(permanent))
        people.append((net(benefit) * linked, now.u[s] * now.LF[s]))
    heap = lorenz(people)
    cuts = [at(heap, fifth / 5) for fifth in range(6)]
    return [5 * (upper - lower) for lower, upper in itertools.pairwise(cuts)]


def net(gross):
    """Net income of a gross income, eur a year."""
    return FIXED.tax_scale * max(FIXED.least_income, gross) ** FIXED.tax_power


def lorenz(people):
    """Corners of the curve of what the poorest part of all earns together, from (pay, heads) of each."""
    everyone = math.fsum(heads for _pay, heads in people)
    corners, reached, earned = [(0.0, 0.0)], 0.0, 0.0
    for pay, heads in sorted(people):
        reached += heads / everyone
        earned += pay * heads / everyone
        corners.append((reached, earned))
    return corners


def at(corners, part):
    """Earned together by the poorest part of all."""
    for (left, low), (right, high) in itertools.pairwise(corners):
        if part <= right:
            return low + (high - low) * (part - left) / (right - left)
    return corners[-1][1]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sections 8 to 9b of docs/model.md: contracts, ages, pay at the minimum wage, low pay, thirds of wages."""

import math
from functools import cache

from tests.engine.slow.economy import reemployment
from tests.engine.slow.numbers import (
    ALONE,
    BASE,
    CONSTANTS,
    EMPLOYED,
    FLEXIBLE,
    KINDS,
    LEVELS,
    PERMANENT,
    mean,
    normal_quantile,
    normal_share,
    rising_to,
)

# --- 8. Contracts -----------------------------------------------------------------------------------


def contract_shares(s, now, scenario, moved, draw):
    """Shares of permanent, flexible and self-employed work within a level of education."""
    fixed = CONSTANTS.contracts
    faded = (1 - math.exp(-fixed.drift_fade * now.n)) / fixed.drift_fade
    permanent = 1 - BASE.flexible_share[s] - BASE.self_employed_share[s]
    flexible = BASE.flexible_share[s] / permanent
    flexible *= math.exp(scenario.drift_flexible * faded - draw.gam * (moved.flexible_cost - moved.permanent_cost))
    alone = BASE.self_employed_share[s] / permanent
    alone *= math.exp(
        scenario.drift_self_employed * faded - draw.gam * (moved.self_employed_cost - moved.permanent_cost)
    )
    shares = [odds / (1 + flexible + alone) for odds in (1, flexible, alone)]
    employees_now = shares[2] * moved.employment_presumption
    return [share + employees_now * part for share, part in zip(shares, fixed.presumption_split, strict=True)]


def job_loss(now, moved, draw):
    """Share of workers who lose work in a year, by contract: more where faster displacement takes routine work."""
    hazards = [draw.haz_permanent + moved.permanent_job_loss, draw.haz_flexible, draw.haz_self_employed]
    faster = now.d - CONSTANTS.technology.base_displacement
    routine = [mean(now.rho, [now.workers[s][c] for s in LEVELS]) for c in KINDS]
    return [max(CONSTANTS.contracts.least_loss, hazards[c] + routine[c] * faster) for c in KINDS]


def time_between_jobs(moved, draw):
    """Years out of work after displacement, of all who are displaced."""
    return (1 - reemployment(moved, draw)) * draw.dur0 * math.exp(draw.el_dur * moved.ln_duration)


# --- 8b. Ages ---------------------------------------------------------------------------------------


def unemployment_by_age(now, total, moved, draw):
    """Unemployment of each age, such that the ages together have the unemployment of the whole."""
    total0 = sum(BASE.unemployment_observed[s] * BASE.education_shares[s] for s in LEVELS)
    hazards = (draw.haz_permanent, draw.haz_flexible, draw.haz_self_employed)
    moving = [now.by_contract[c] / sum(now.by_contract) / contract_share0(c) for c in KINDS]
    odds = []
    for ratio, flexible, alone, weight in zip(
        BASE.unemployment_by_age,
        BASE.flexible_by_age,
        BASE.self_employed_by_age,
        CONSTANTS.ages.duration_weight,
        strict=True,
    ):
        held0 = [1 - flexible - alone, flexible, alone]
        held = [held0[c] * moving[c] for c in KINDS]
        losing, losing0 = mean(now.loss, held), mean(hazards, held0)
        longer = math.exp(weight * draw.el_dur * moved.ln_duration)
        start = ratio * total0
        odds.append(start / (1 - start) * losing / losing0 * longer)

    def together(factor):
        return mean([one * factor / (1 + one * factor) for one in odds], now.by_age)

    factor = rising_to(together, total)
    return [one * factor / (1 + one * factor) for one in odds]


def contract_share0(c):
    """Share of a contract among all workers of the base year."""
    shares = [base_contracts(s)[c] for s in LEVELS]
    return mean(shares, EMPLOYED)


def base_contracts(s):
    """Shares of contracts within a level of education in the base year."""
    return (
        1 - BASE.flexible_share[s] - BASE.self_employed_share[s],
        BASE.flexible_share[s],
        BASE.self_employed_share[s],
    )


# --- 9. What a minimum wage does to pay; low pay ------------------------------------------------------


def log_wage_moments(s, c, wage):
    """Mean and spread of the log hourly wage, before any floor."""
    fixed = CONSTANTS.distribution
    spread = BASE.wage_spread[s] * fixed.spread_factors[s][c]
    return math.log(wage) + fixed.wage_offsets[s][c] - spread**2 / 2, spread


def floor_of(ln_minimum):
    """Log of the lowest wage that employees are paid."""
    return ln_minimum + math.log(CONSTANTS.minimum_wage.compliance)


def lifted(x, floor, lift):
    """Log wage with the spillover of a reform, which fades out above the floor."""
    reach = math.log(1 + CONSTANTS.minimum_wage.reach)
    return x + lift * min(1.0, max(0.0, 1 - (x - floor) / reach))


def paid(x, half, floor, lift):
    """Log wage of employees at a node x that stands for the wages from x - half to x + half."""
    x = lifted(x, floor, lift)
    if x - half >= floor:
        return x
    if x + half <= floor:
        return floor
    return floor + (x + half - floor) ** 2 / (4 * half)  # mean of the part above and the part at the floor


def mean_pay(s, now, floor, lift):
    """Mean hourly wage of employees, over the nodes of their contracts."""
    pay = []
    for c in (PERMANENT, FLEXIBLE):
        middle, spread = log_wage_moments(s, c, now.w[s])
        nodes = zip(NODES, HALF_GAPS, strict=True)
        pay.append(
            sum(math.exp(paid(middle + spread * z, spread * half, floor, lift)) for z, half in nodes) / len(NODES)
        )
    return mean(pay, now.workers[s][:ALONE])


def real_wages(now, moved, draw):
    """Mean wages with the direct rise by a reform of the minimum wage."""
    if not moved.ln_minimum:
        return list(now.w)
    with_reform, without = floor_of(now.ln_minimum), floor_of(now.ln_minimum_unreformed)
    lift = draw.spill * moved.ln_minimum
    return [now.w[s] * mean_pay(s, now, with_reform, lift) / mean_pay(s, now, without, 0.0) for s in LEVELS]


def low_paid(s, now, moved, draw):
    """Low-paid share of flexible and of self-employed workers."""
    fixed = CONSTANTS.low_pay
    line = now.ln_minimum_unreformed + math.log(fixed.line)
    floor, lift = floor_of(now.ln_minimum), draw.spill * moved.ln_minimum

    middle, spread = log_wage_moments(s, FLEXIBLE, now.w[s])
    at_floor = normal_share((unlifted(floor, floor, lift) - middle) / spread)
    under_line = normal_share((unlifted(line, floor, lift) - middle) / spread)
    counted = 1 / (1 + math.exp(-(line - floor) / fixed.kernel))  # of those who are paid the floor
    flexible = at_floor * counted + max(0.0, under_line - at_floor)

    middle, spread = log_wage_moments(s, ALONE, now.w[s])
    closing, fee = CONSTANTS.distribution.floor_closing, math.exp(line)
    least = moved.self_employed_floor * math.exp(now.ln_minimum)
    if fee < least:
        fee = max(fixed.least_fee, (fee - closing * least) / (1 - closing))
    return [flexible, normal_share((math.log(fee) - middle) / spread)]


def unlifted(y, floor, lift):
    """Log wage that the spillover turned into y."""
    reach = math.log(1 + CONSTANTS.minimum_wage.reach)
    if y >= floor + reach:
        return y
    x = (y - lift * (floor + reach) / reach) / (1 - lift / reach)
    return x if x >= floor else y - lift


# --- 9b. Polarisation --------------------------------------------------------------------------------


def jobs_under(line, wages, workers):
    """Share of jobs that pay less than a line (a log)."""
    under = total = 0.0
    for s in LEVELS:
        for c in KINDS:
            middle, spread = log_wage_moments(s, c, wages[s])
            under += workers[s][c] * normal_share((line - middle) / spread)
            total += workers[s][c]
    return under / total


@cache
def limit_of(part):
    """Log of the wage under which this part of the jobs of the base year pays."""
    workers = [[EMPLOYED[s] * share for share in base_contracts(s)] for s in LEVELS]
    return math.log(rising_to(lambda wage: jobs_under(math.log(wage), BASE.wages, workers), part))


def wage_thirds(now):
    """Shares of jobs that pay like the lower, middle and upper third of the base year."""
    low = jobs_under(limit_of(1 / 3) + now.wage_index, now.w, now.workers)
    below_upper = jobs_under(limit_of(2 / 3) + now.wage_index, now.w, now.workers)
    return [low, below_upper - low, 1 - below_upper]


def node_half_gaps():
    """Return how far the wages that a node stands for reach: half of the mean distance to its neighbours."""
    inside = [(after - before) / 4 for before, after in zip(NODES, NODES[2:], strict=False)]
    return [(NODES[1] - NODES[0]) / 2, *inside, (NODES[-1] - NODES[-2]) / 2]


NODES = [normal_quantile((k + 0.5) / CONSTANTS.distribution.nodes) for k in range(int(CONSTANTS.distribution.nodes))]
HALF_GAPS = node_half_gaps()

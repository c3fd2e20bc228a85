# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sections 1 to 7 of docs/model.md: technology, demand, supply, wages, unemployment, output."""

import math

from tests.engine.slow.numbers import BASE, CONSTANTS, EMPLOYED, LEVELS, H, L, M, average_wage0, between, bite, mean
from tests.engine.slow.package import by_education, wedge

# --- 1. Technology ----------------------------------------------------------------------------------


def technology(now, before, scenario, moved, draw):
    """Displacement, new tasks, productivity, labour share and relative demand; nothing moves in the base year."""
    fixed = CONSTANTS.technology
    if before is None:
        now.d = fixed.base_displacement
        now.lnA = now.lnls = now.driftH = now.driftM = 0.0
        now.rho = list(BASE.routine_share)
        now.abstract = [(1 - BASE.routine_share[s]) * BASE.abstract_share_of_rest[s] for s in LEVELS]
        return
    ramp = min(1.0, now.n / fixed.ramp_years)
    d0, v0 = fixed.base_displacement, fixed.base_new_tasks
    now.d = (
        d0 * (1 + (scenario.displacement_pace - 1) * ramp) * (1 + moved.displacement_shift) + scenario.offshoring * ramp
    )
    v = v0 + (scenario.new_tasks - v0) * ramp + moved.new_tasks_shift
    rbar = sum(BASE.education_shares[s] * before.rho[s] for s in LEVELS)
    x = rbar * (now.d - d0)
    trained = draw.el_train * moved.training
    g = (
        draw.g0
        + scenario.productivity_shift
        + scenario.world_growth
        + draw.pi_auto * x
        + fixed.new_task_productivity * v
        + fixed.training_productivity * trained
    )
    now.lnA = before.lnA + (1 - now.care) * g + now.care * fixed.care_productivity
    now.lnls = before.lnls + draw.chi * (fixed.reinstatement * (v - v0) - x)
    tilt = [(now.d - d0) * (before.rho[s] - rbar) for s in LEVELS]
    now.driftH = before.driftH + scenario.demand_high
    now.driftH -= tilt[H] - (tilt[M] + tilt[L]) / 2 + fixed.new_tasks_against_high * (v - v0)
    now.driftM = before.driftM + scenario.demand_middle
    now.driftM -= tilt[M] - tilt[L] + fixed.new_tasks_against_middle * (v - v0)
    now.rho, now.abstract = [], []
    for s in LEVELS:
        gone = min(now.d, fixed.displacement_limit) * before.rho[s]
        becomes_abstract = min(1.0, max(0.0, fixed.to_abstract[s] + fixed.training_to_abstract * trained))
        now.rho.append(before.rho[s] - gone)
        now.abstract.append(before.abstract[s] + gone * becomes_abstract)


# --- 2. Demand --------------------------------------------------------------------------------------


def care_share(year, scenario):
    """Share of work in care, which grows with the number of people over 75."""
    older = [math.log(people / BASE.population_75_plus[0]) for people in BASE.population_75_plus]
    growth = between(year, BASE.population_years, older)
    return BASE.care_share * math.exp(CONSTANTS.demand.care_elasticity * scenario.elderly_care * growth)


def demand_shares(now, scenario, moved, draw):
    """Shares of the two nests: those of the wage bill of the base year, moved by kH and kM and by sectors."""
    fixed = CONSTANTS.demand
    years = (fixed.household_start_year, fixed.household_target_year)
    household = between(now.year, years, (BASE.household_share, scenario.household_services)) + moved.household_share
    care = now.care + moved.care_share
    elsewhere = [
        BASE.education_shares[s] - BASE.care_share * BASE.care_mix[s] - BASE.household_share * BASE.household_mix[s]
        for s in LEVELS
    ]
    wanted = [
        care * BASE.care_mix[s]
        + household * BASE.household_mix[s]
        + (1 - care - household) * elsewhere[s] / sum(elsewhere)
        for s in LEVELS
    ]
    tilt = [math.log(wanted[s] / BASE.education_shares[s]) for s in LEVELS]
    kH = now.driftH + (tilt[H] - (tilt[M] + tilt[L]) / 2) / draw.sig_o
    kM = now.driftM + (tilt[M] - tilt[L]) / draw.sig_i
    bill = [BASE.wages[s] * EMPLOYED[s] for s in LEVELS]
    a, b = bill[H] / sum(bill), bill[M] / (bill[M] + bill[L])
    now.a0, now.b0 = a, b
    now.aH, now.aN = a * math.exp((1 - a) * kH), (1 - a) * math.exp(-a * kH)
    now.bM, now.bL = b * math.exp((1 - b) * kM), (1 - b) * math.exp(-b * kM)


def composite(e, now, draw):
    """Composite labour X = CES(H, N; sig_o) and its nest N = CES(M, L; sig_i), of employment over that of the base."""
    outer, inner = 1 - 1 / draw.sig_o, 1 - 1 / draw.sig_i
    N = (now.bM * e[M] ** inner + now.bL * e[L] ** inner) ** (1 / inner)
    X = (now.aH * e[H] ** outer + now.aN * N**outer) ** (1 / outer)
    return X, N


def marginal_products(e, now, draw):
    """DX/dE by education, over that of the base year."""
    X, N = composite(e, now, draw)
    rest = now.aN / (1 - now.a0) * (X / N) ** (1 / draw.sig_o)
    return [
        rest * now.bL / (1 - now.b0) * (N / e[L]) ** (1 / draw.sig_i),
        rest * now.bM / now.b0 * (N / e[M]) ** (1 / draw.sig_i),
        now.aH / now.a0 * (X / e[H]) ** (1 / draw.sig_o),
    ]


def divisia(now, before, draw):
    """adj: what a change of shares alone adds to X at the employment of last year, so that bias is no growth."""
    now.adj = 0.0
    if before is not None:
        now.adj = before.adj + math.log(composite(before.e, now, draw)[0] / before.X)
    now.W = math.exp(now.lnA + now.lnls - now.adj)


# --- 3. Supply --------------------------------------------------------------------------------------


def pension_age(year, moved):
    """State pension age: that of the law, and what reforms add."""
    return between(year, BASE.pension_age_years, BASE.pension_age) + moved.pension_age


def population(year):
    """People by age, million."""
    return [between(year, BASE.population_years, path) for path in zip(*BASE.population, strict=True)]


def labour_force(now, before, scenario, moved, draw):
    """Cohorts times participation, shared over education, moved by incentives."""
    fixed = CONSTANTS.supply
    participation = list(BASE.participation)
    age = pension_age(now.year, moved)
    participation[1] += fixed.prime_gain * min(1.0, now.n / fixed.prime_gain_years)
    participation[3] += fixed.older_gain * min(1.0, now.n / fixed.older_gain_years)
    participation[3] += fixed.older_per_pension_year * max(0.0, age - fixed.older_pension_age)
    participation[4] += fixed.oldest_per_pension_year * (age - BASE.pension_age[0])
    now.by_age = [people * share for people, share in zip(population(now.year), participation, strict=True)]
    now.supply = sum(now.by_age)

    now.upgraded = [0.0, 0.0, 0.0]
    if before is not None:
        now.upgraded = [before.upgraded[s] + fixed.training_upgrade[s] * draw.el_train * moved.training for s in LEVELS]
    way = (1 - math.exp(-fixed.education_pace * now.n)) / (1 - math.exp(-fixed.education_pace * fixed.education_years))
    low = BASE.education_shares[L] + (scenario.low_educated_share - BASE.education_shares[L]) * way
    high = BASE.education_shares[H] + (scenario.high_educated_share - BASE.education_shares[H]) * way
    shares = (low, 1 - low - high, high)
    now.education = [shares[s] + now.upgraded[s] for s in LEVELS]

    net, joining = by_education(moved, "net_wage"), by_education(moved, "participation")
    self_cost = moved.self_employed_cost * (1 - fixed.insurance_value * moved.self_employed_insurance)
    now.LF = []
    for s in LEVELS:
        answer = draw.el_par / fixed.net_wage_reference * fixed.net_wage_response[s] * net[s]
        answer -= draw.el_out * fixed.benefit_response[s] * moved.ln_linked
        answer += joining[s] - draw.el_par * BASE.self_employed_share[s] * self_cost
        now.LF.append(now.supply * now.education[s] * math.exp(answer))


# --- 4-7. Wages, unemployment, minimum wage, friction, adjustment ------------------------------------


def unemployment(now, before, moved, draw):
    """Unemployment by education: the wage curve, the minimum wage and friction; then slow adjustment and the cycle."""
    fixed = CONSTANTS.wages
    u0 = BASE.unemployment_structural
    products = marginal_products([now.LF[s] * (1 - u0[s]) / EMPLOYED[s] for s in LEVELS], now, draw)
    now.own = [BASE.wages[s] * now.W * products[s] for s in LEVELS]  # own productivity, at structural unemployment
    now.ln_minimum_unreformed = math.log(BASE.minimum_wage) + (before.wage_index if before else 0.0)
    now.ln_minimum = now.ln_minimum_unreformed + moved.ln_minimum
    rates = wage_curve(now, products, claims(now, moved, draw), draw)
    lost = [
        losses_to_the_minimum_wage(s, now, draw)
        + losses_to_a_floor_in_fees(s, now, moved, draw)
        + friction(s, now, moved, draw)
        for s in LEVELS
    ]
    lowest, highest = fixed.unemployment_limits
    target = [min(highest, max(lowest, rates[s] + lost[s])) for s in LEVELS]
    weight = fixed.persistence if before else 0.0
    now.smooth = [target[s] if not before else before.smooth[s] ** weight * target[s] ** (1 - weight) for s in LEVELS]
    left = fixed.cycle_persistence**now.n
    now.u = [now.smooth[s] * (BASE.unemployment_observed[s] / u0[s]) ** left for s in LEVELS]


def claims(now, moved, draw):
    """What pushes wages up at given unemployment: the norm, and z of section 4, log points."""
    fixed = CONSTANTS.wages
    average = sum(now.own[s] * now.LF[s] for s in LEVELS) / sum(now.LF)
    wedges, net = wedge(moved), by_education(moved, "net_wage")
    claimed = []
    for s in LEVELS:
        behind = math.log(average * BASE.wages[s] / average_wage0() / now.own[s])
        benefit = fixed.benefit_link_weight[s] * moved.ln_linked
        if s == L:
            limit = fixed.benefit_norm_limit
            benefit += fixed.benefit_norm_weight * min(limit, max(-limit, behind))
        z = draw.beta * draw.psi_b * benefit
        z += draw.zeta * wedges[s]
        z += draw.beta * draw.el_dur * moved.ln_duration
        z -= moved.wage_moderation
        z -= draw.zeta * fixed.net_wage_weight * net[s]
        claimed.append((1 - draw.lam) * behind + z)
    return claimed


def wage_curve(now, products, claimed, draw):
    """Unemployment at which demand pays what is claimed, by six damped Newton steps in ln u."""
    fixed = CONSTANTS.wages
    u0 = BASE.unemployment_structural
    ln_u = [math.log(u0[s]) + claimed[s] / draw.beta for s in LEVELS]
    for _step in range(int(fixed.steps)):
        tried = [min(fixed.trial_limits[1], max(fixed.trial_limits[0], math.exp(rate))) for rate in ln_u]
        paid = marginal_products([now.LF[s] * (1 - tried[s]) / EMPLOYED[s] for s in LEVELS], now, draw)
        for s in LEVELS:
            gap = math.log(paid[s] / products[s]) - claimed[s] + draw.beta * (ln_u[s] - math.log(u0[s]))
            ln_u[s] -= gap / (draw.beta + fixed.unemployment_slope * tried[s] / (1 - tried[s]))
    return [math.exp(rate) for rate in ln_u]


def losses_to_the_minimum_wage(s, now, draw):
    """Section 5: jobs lost where the minimum wage bites more than in the base year, share of the labour force."""
    return draw.eps_mw * (
        bite(now.ln_minimum, now.own[s], BASE.wage_spread[s])
        - bite(math.log(BASE.minimum_wage), BASE.wages[s], BASE.wage_spread[s])
    )


def losses_to_a_floor_in_fees(s, now, moved, draw):
    """Jobs of the self-employed lost to a floor in their fees, share of the labour force."""
    fixed = CONSTANTS.wages
    floor = moved.self_employed_floor
    line = now.ln_minimum + math.log(max(floor, fixed.floor_reference))
    fee = now.own[s] * math.exp(fixed.self_employed_discount)
    bitten = bite(line, fee, fixed.self_employed_spread * BASE.wage_spread[s])
    in_force = min(1.0, floor / fixed.floor_reference)
    return abs(draw.eps_mw) * fixed.floor_loss * in_force * bitten * BASE.self_employed_share[s]


def reemployment(moved, draw):
    """Share of the displaced who go straight to another job."""
    fixed = CONSTANTS.wages
    q = draw.q0 + moved.job_to_job + fixed.training_reemployment * draw.el_train * moved.training
    return min(fixed.reemployment_limits[1], max(fixed.reemployment_limits[0], q))


def friction(s, now, moved, draw):
    """Section 6: time between jobs, and publicly paid jobs, share of the labour force."""
    d0, q = CONSTANTS.technology.base_displacement, reemployment(moved, draw)
    extra = (now.d - d0) * (1 - q) * draw.dur0
    helped = d0 * (q - draw.q0) * draw.dur0
    others = CONSTANTS.wages.other_dismissals * moved.job_to_job * draw.dur0
    return (
        now.rho[s] * (extra - helped) - others - draw.phi_job * by_education(moved, "public_jobs")[s] / now.education[s]
    )


def wages_and_output(now, moved, draw):
    """Employment, wages and output of the year."""
    now.E = [now.LF[s] * (1 - now.u[s]) for s in LEVELS]
    now.e = [now.E[s] / EMPLOYED[s] for s in LEVELS]
    now.X, _N = composite(now.e, now, draw)
    products, wedges = marginal_products(now.e, now, draw), wedge(moved)
    now.w = [BASE.wages[s] * now.W * products[s] * math.exp(-(1 - draw.zeta) * wedges[s]) for s in LEVELS]
    now.wage_index = math.log(mean(now.w, now.E) / average_wage0())
    hours = (1 + moved.working_hours) ** CONSTANTS.wages.hours_productivity
    now.Y = math.exp(now.lnA - now.adj + moved.market_productivity) * now.X * hours

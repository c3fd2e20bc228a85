# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The model a second time: plain arithmetic, one draw, one year after the other, in the order of docs/model.md.

Written from the text and in levels where the engine works in logs, so that the two can check each other. It
shares nothing with the engine but the tables of numbers. Section numbers are those of docs/model.md. Whatever
needs a whole distribution (D9/D1, Gini, fifths of income) is in `slow_distribution`.
"""

import math
import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace

TABLES = Path(__file__).parents[2] / "engine" / "data"
L, M, H = LEVELS = (0, 1, 2)
PERMANENT, FLEXIBLE, ALONE = KINDS = (0, 1, 2)
EDUCATION = ("low_educated", "middle_educated", "high_educated")
CONTRACTS = ("permanent_workers", "flexible_workers", "self_employed")
AGES = ("age_15_24", "age_25_44", "age_45_54", "age_55_64", "age_65_74")


def _values(rows):
    return SimpleNamespace(**{name: row["value"] for name, row in rows.items()})


def _table(name):
    return tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf-8"))


BASE = _values(_table("baseline"))
CONSTANTS = SimpleNamespace(**{room: _values(rows) for room, rows in _table("constants").items()})
LEVERS = tuple(_table("levers"))
START = int(BASE.year)
LABOUR_FORCE = sum(people * share for people, share in zip(BASE.population[0], BASE.participation, strict=True))
EMPLOYED = [LABOUR_FORCE * BASE.education_shares[s] * (1 - BASE.unemployment_structural[s]) for s in LEVELS]


def slow_projection(drivers, reforms, parameters, years):
    """Project one scenario with a package of reforms at one draw of the parameters.

    `drivers` and `parameters` map names to numbers, and must name all of them; a reform is anything with the
    fields of `engine.Reform`. Gives {(outcome, group, year): value} without what needs a distribution.
    """
    draw = SimpleNamespace(**parameters)
    found, start = {}, None
    for now, moved in every_year(drivers, reforms, draw, max(years)):
        start = start or now
        if now.year in years:
            for (outcome, group), value in outcomes(now, start, moved, draw).items():
                found[outcome, group, now.year] = value
    return found


def every_year(drivers, reforms, draw, last):
    """Run the years one after the other; gives each with what the reforms move in it."""
    scenario, now = SimpleNamespace(**drivers), None
    for year in range(START, last + 1):
        moved = package(year, reforms)
        now = one_year(year, now, scenario, moved, draw)
        yield now, moved


def one_year(year, before, scenario, moved, draw):
    """One year of the model: every block in its turn, sections 1 to 8."""
    now = SimpleNamespace(year=year, n=year - START)
    now.care = care_share(year, scenario)
    technology(now, before, scenario, moved, draw)
    demand_shares(now, scenario, moved, draw)
    divisia(now, before, draw)
    labour_force(now, before, scenario, moved, draw)
    unemployment(now, before, moved, draw)
    wages_and_output(now, moved, draw)
    now.workers = [[now.E[s] * share for share in contract_shares(s, now, scenario, moved, draw)] for s in LEVELS]
    now.by_contract = [sum(now.workers[s][c] for s in LEVELS) for c in KINDS]
    now.loss = job_loss(now, moved, draw)
    return now


# --- What a package moves ---------------------------------------------------------------------------


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


def bite(ln_line, mean, spread):
    """E[(ln m - ln w)+] for lognormal wages with this mean and spread of the log."""
    z = (ln_line - math.log(mean) + spread**2 / 2) / spread
    return spread * (z * normal_share(z) + math.exp(-(z**2) / 2) / math.sqrt(2 * math.pi))


def normal_share(z):
    """Share of the standard normal distribution below z, by Abramowitz and Stegun 7.1.26, as the engine does."""
    x = abs(z) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    coefficients = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
    error = 1 - sum(c * t**power for power, c in enumerate(coefficients, start=1)) * math.exp(-(x**2))
    return (1 + math.copysign(error, z)) / 2 if z else 0.5


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


def average_wage0():
    """Mean wage over all workers of the base year."""
    return mean(BASE.wages, EMPLOYED)


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


# --- 10-12. Poverty, government, employers -----------------------------------------------------------


def worker_poverty(s, c, now, moved):
    """Risk of poverty of a worker, by the rate of the contract and the income against the low-income line."""
    fixed = CONSTANTS.poverty
    net = 1 + CONSTANTS.distribution.net_wage_pass * by_education(moved, "net_wage")[s]
    income = now.w[s] * net / BASE.wages[s]
    line = math.exp(fixed.line_growth * now.wage_index)
    insured = fixed.insurance * moved.self_employed_insurance if c == ALONE else 0.0
    rate = BASE.poverty_by_status[c] * BASE.poverty_by_education[s] * (1 - insured)
    return rate * (income / line) ** -fixed.income_power


def unemployed_poverty(moved):
    """Risk of poverty of the unemployed."""
    fixed = CONSTANTS.poverty
    return BASE.poverty_by_status[3] * math.exp(-fixed.benefit * (moved.ln_linked + fixed.duration * moved.ln_duration))


def pensioners(year, age):
    """People with a state pension, million."""
    fixed = CONSTANTS.public_finance
    part = min(1.0, max(0.0, (fixed.pension_window_end - age) / fixed.pension_window_years))
    return population(year)[4] * part + between(year, BASE.population_years, BASE.population_75_plus)


def heads(year):
    """People of 15 and older, million."""
    return sum(population(year)) + between(year, BASE.population_years, BASE.population_75_plus)


def balance(now, start, moved):
    """Balance of the government, share of GDP."""
    fixed = CONSTANTS.public_finance
    Y, W = now.Y / start.Y, math.exp(now.wage_index - start.wage_index)
    ls = BASE.labour_share * math.exp(now.lnls)

    def taxes(labour):
        return fixed.labour_tax * labour + fixed.capital_tax * (1 - labour)

    retired = pensioners(now.year, pension_age(now.year, moved)) / pensioners(START, BASE.pension_age[0])
    richer = between(now.year, (START, fixed.pension_tax_year), (1.0, fixed.pension_tax_growth))
    pension_tax = fixed.pension_tax * (retired * richer * W / Y - 1)
    pensions = BASE.pension_spending * retired * W * math.exp(fixed.pension_link * moved.ln_linked)
    care = BASE.care_spending * now.care / BASE.care_share * now.supply / LABOUR_FORCE * W
    unemployed0 = sum(BASE.unemployment_observed[s] * BASE.education_shares[s] for s in LEVELS) * LABOUR_FORCE
    unemployed = sum(now.u[s] * now.LF[s] for s in LEVELS) / unemployed0
    benefits = BASE.unemployment_spending * W * (fixed.unemployment_fixed + (1 - fixed.unemployment_fixed) * unemployed)
    benefits *= math.exp(fixed.unemployment_duration * moved.ln_duration + fixed.unemployment_link * moved.ln_linked)
    named0 = BASE.pension_spending + BASE.care_spending + BASE.unemployment_spending
    other0 = taxes(BASE.labour_share) - BASE.balance - named0  # closes the account of the base year
    per_head = fixed.other_per_head * heads(now.year) / heads(START) * W
    other = other0 * (per_head + (1 - fixed.other_per_head) * Y)
    exante = moved.budget * W / (BASE.gdp_bn * Y)
    return taxes(ls) + pension_tax - (pensions + care + benefits + other) / Y + exante


def employers_cost(size, now, moved, draw):
    """Index of labour cost of small (0) or large (1) employers: points of the wage bill against the base year."""
    fixed = CONSTANTS.employers
    bill = [now.E[s] * now.w[s] for s in LEVELS]
    common = contract_cost(moved) + moved.wage_bill_levy + draw.zeta * mean(wedge(moved), bill)
    bites = [bite(now.ln_minimum, now.own[s], BASE.wage_spread[s]) for s in LEVELS]
    bites0 = [bite(math.log(BASE.minimum_wage), BASE.wages[s], BASE.wage_spread[s]) for s in LEVELS]
    bitten = mean(bites, now.E) - mean(bites0, EMPLOYED)
    own = moved.small_firm_cost if size == 0 else 0.0
    profit = 100 * BASE.labour_share * (1 - math.exp(now.lnls))
    costs = common + fixed.exposure[size] * fixed.bite_cost * bitten + own
    return 100 * costs - fixed.profit_weight[size] * profit


# --- What is reported -------------------------------------------------------------------------------


def outcomes(now, start, moved, draw):
    """Every outcome of the year that needs no whole distribution."""
    return (
        labour_outcomes(now, moved, draw)
        | task_outcomes(now, moved, draw)
        | contract_outcomes(now)
        | low_pay_outcomes(now, moved, draw)
        | poverty_outcomes(now, moved)
        | economy_outcomes(now, start, moved)
        | {
            ("cost_index", "small_employers"): employers_cost(0, now, moved, draw),
            ("cost_index", "large_employers"): employers_cost(1, now, moved, draw),
        }
    )


def labour_outcomes(now, moved, draw):
    """Work and pay, by education and age."""
    total = mean(now.u, now.LF)
    pay = real_wages(now, moved, draw)
    found = {("unemployment", "everyone"): total, ("employment", "everyone"): sum(now.E)}
    for s, group in enumerate(EDUCATION):
        found["unemployment", group] = now.u[s]
        found["employment", group] = now.E[s]
        found["real_wage", group] = pay[s]
    for group, rate in zip(AGES, unemployment_by_age(now, total, moved, draw), strict=True):
        found["unemployment", group] = rate
    slope = CONSTANTS.technology.routine_wage_slope
    behind = [pay[s] * math.exp(-slope * (BASE.routine_share[s] - now.rho[s])) for s in LEVELS]
    found["real_wage", "routine_workers"] = mean(behind, [now.rho[s] * now.E[s] for s in LEVELS])
    for third, share in zip(("low", "middle", "high"), wage_thirds(now), strict=True):
        found[f"{third}_wage_jobs", "everyone"] = share
    return found


def task_outcomes(now, moved, draw):
    """Routine, abstract and service work, and who loses it."""
    service = [1 - now.rho[s] - now.abstract[s] for s in LEVELS]
    return {
        ("displaced", "routine_workers"): now.d * sum(now.rho[s] * now.E[s] for s in LEVELS),
        ("reemployment", "routine_workers"): reemployment(moved, draw),
        ("time_between_jobs", "routine_workers"): time_between_jobs(moved, draw),
        ("routine_share", "everyone"): mean(now.rho, now.E),
        ("abstract_share", "everyone"): mean(now.abstract, now.E),
        ("service_share", "everyone"): mean(service, now.E),
    }


def contract_outcomes(now):
    """Shares of contracts, and job loss."""
    found = {("job_loss", "everyone"): mean(now.loss, now.by_contract)}
    for c, group in enumerate(CONTRACTS):
        found["contract_share", group] = now.by_contract[c] / sum(now.by_contract)
        found["job_loss", group] = now.loss[c]
    return found


def low_pay_outcomes(now, moved, draw):
    """Low-paid insecure work, share of workers."""
    insecure = []
    for s in LEVELS:
        shares = low_paid(s, now, moved, draw)
        insecure.append([share * now.workers[s][c] for c, share in zip((FLEXIBLE, ALONE), shares, strict=True)])
    found = {("low_paid_insecure", "everyone"): sum(map(sum, insecure)) / sum(now.E)}
    for s, group in enumerate(EDUCATION):
        found["low_paid_insecure", group] = sum(insecure[s]) / now.E[s]
    for c in (FLEXIBLE, ALONE):
        found["low_paid_insecure", CONTRACTS[c]] = sum(insecure[s][c - 1] for s in LEVELS) / now.by_contract[c]
    return found


def poverty_outcomes(now, moved):
    """Poverty by contract of workers, and by education with the unemployed."""
    poor = [[worker_poverty(s, c, now, moved) for c in KINDS] for s in LEVELS]
    out_of_work = unemployed_poverty(moved)
    by_level = [(1 - now.u[s]) * mean(poor[s], now.workers[s]) + now.u[s] * out_of_work for s in LEVELS]
    found = {("poverty", "everyone"): mean(by_level, now.LF)}
    for c, group in enumerate(CONTRACTS):
        found["poverty", group] = mean([poor[s][c] for s in LEVELS], [now.workers[s][c] for s in LEVELS])
    for s, group in enumerate(EDUCATION):
        found["poverty", group] = by_level[s]
    return found


def economy_outcomes(now, start, moved):
    """Output, productivity, labour share and the balance of the government."""
    gdp = now.Y / start.Y
    hours = sum(now.E) * (1 + moved.working_hours) / sum(start.E)
    share = balance(now, start, moved)
    return {
        ("gdp", "everyone"): gdp,
        ("productivity", "everyone"): gdp / hours,
        ("labour_share", "everyone"): BASE.labour_share * math.exp(now.lnls),
        ("balance", "government"): share,
        ("balance_bn", "government"): share * BASE.gdp_bn,
    }


# --- Arithmetic -------------------------------------------------------------------------------------


def mean(values, weights):
    """Weighted mean."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True)) / sum(weights)


def between(at, points, values):
    """Interpolate between points in a straight line, and stay at the ends beyond them."""
    if at <= points[0]:
        return values[0]
    for left, right, low, high in zip(points, points[1:], values, values[1:], strict=False):
        if at <= right:
            return low + (high - low) * (at - left) / (right - left)
    return values[-1]


def rising_to(function, goal):
    """Return the positive number at which a rising function of it reaches a goal, by halving in logs."""
    low, high = 1e-6, 1e6
    while high / low > 1 + 1e-15:
        middle = math.sqrt(low * high)
        if middle in {low, high}:
            break
        low, high = (middle, high) if function(middle) < goal else (low, middle)
    return math.sqrt(low * high)


def normal_quantile(part):
    """Return the point below which this part of the standard normal distribution lies."""
    return math.log(rising_to(lambda x: math.erfc(-math.log(x) / math.sqrt(2)) / 2, part))


def node_half_gaps():
    """Return how far the wages that a node stands for reach: half of the mean distance to its neighbours."""
    inside = [(after - before) / 4 for before, after in zip(NODES, NODES[2:], strict=False)]
    return [(NODES[1] - NODES[0]) / 2, *inside, (NODES[-1] - NODES[-2]) / 2]


NODES = [normal_quantile((k + 0.5) / CONSTANTS.distribution.nodes) for k in range(int(CONSTANTS.distribution.nodes))]
HALF_GAPS = node_half_gaps()

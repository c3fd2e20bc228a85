# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sections 10 to 12 of docs/model.md: poverty, the government, employers."""

import math

from tests.engine.slow.economy import pension_age, population
from tests.engine.slow.numbers import ALONE, BASE, CONSTANTS, EMPLOYED, LABOUR_FORCE, LEVELS, START, between, bite, mean
from tests.engine.slow.package import by_education, contract_cost, wedge

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

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The model a second time: plain arithmetic, one draw, one year after the other, in the order of docs/model.md.

Written from the text and in levels where the engine works in logs, so that the two can check each other. It
shares nothing with the engine but the tables of numbers. Section numbers are those of docs/model.md. Whatever
needs a whole distribution (D9/D1, Gini, fifths of income) is in `slow_distribution`.
"""

import math
from types import SimpleNamespace

from tests.engine.slow.accounts import balance, employers_cost, unemployed_poverty, worker_poverty
from tests.engine.slow.economy import (
    care_share,
    demand_shares,
    divisia,
    labour_force,
    reemployment,
    technology,
    unemployment,
    wages_and_output,
)
from tests.engine.slow.numbers import (
    AGES,
    ALONE,
    BASE,
    CONSTANTS,
    CONTRACTS,
    EDUCATION,
    FLEXIBLE,
    KINDS,
    LEVELS,
    START,
    mean,
)
from tests.engine.slow.package import package
from tests.engine.slow.people import (
    contract_shares,
    job_loss,
    low_paid,
    real_wages,
    time_between_jobs,
    unemployment_by_age,
    wage_thirds,
)


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
    found["real_wage", "non_routine_workers"] = mean(pay, [(1 - now.rho[s]) * now.E[s] for s in LEVELS])
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

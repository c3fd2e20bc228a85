# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The reference implementation in tables: its scenarios, its reforms, its draws, and what it found."""

import csv
from pathlib import Path

import numpy as np

import engine

DATA = Path(__file__).parent.parent / "data"
PRIORS = {
    "sig_o": (1.3, 1.6, 2.6),
    "sig_i": (1.5, 2.5, 6.0),
    "beta": (0.06, 0.10, 0.16),
    "lam": (0.70, 0.85, 1.00),
    "eps_mw": (-0.05, 0.45, 1.30),
    "psi_b": (0.30, 0.70, 1.10),
    "el_out": (0.04, 0.08, 0.14),
    "el_par": (0.06, 0.12, 0.22),
    "el_dur": (0.03, 0.08, 0.16),
    "zeta": (0.15, 0.30, 0.50),
    "pi_auto": (0.10, 0.25, 0.45),
    "chi": (0.15, 0.40, 0.70),
    "q0": (0.25, 0.40, 0.55),
    "dur0": (0.5, 0.8, 1.2),
    "gam": (0.6, 1.3, 2.5),
    "el_train": (0.2, 0.5, 1.0),
    "phi_job": (0.05, 0.25, 0.50),
    "g0": (0.004, 0.0077, 0.012),
}
FROM_MODEL = {"budget_from_model": True}
REFORMS = {
    "mw_up_10": ({"minimum_wage": 0.10, "benefit_link": 1.0}, FROM_MODEL),
    "mw_up_10_unlinked": ({"minimum_wage": 0.10}, FROM_MODEL),
    "mw_down_10": ({"minimum_wage": -0.10, "benefit_link": 1.0}, FROM_MODEL),
    "ww_shorter_12m": ({"benefit_duration": -12.0}, FROM_MODEL),
    "ww_longer_38m": ({"benefit_duration": 14.0}, FROM_MODEL),
    "work_to_work": ({"job_to_job": 0.10, "wage_bill_levy": 0.001}, {"exante_budget_bn": -0.7, "phase_years": 4}),
    "training_account": (
        {"training": 1.0, "job_to_job": 0.04},
        {"exante_budget_bn": -1.2, "phase_years": 5, "start_year": 2018},
    ),
    "transition_allow_training": ({"job_to_job": 0.05, "training": 0.2}, {"exante_budget_bn": -0.1}),
    "low_wage_subsidy": ({"labour_cost_low": -0.05, "labour_cost_middle": -0.01}, {"exante_budget_bn": -2.4}),
    "labour_tax_credit": (
        {"net_wage_low": 0.030, "net_wage_middle": 0.016, "net_wage_high": 0.004},
        {"exante_budget_bn": -3.0, "phase_years": 2},
    ),
    "self_tax_abolish": ({"self_employed_cost": 0.07}, {"exante_budget_bn": 1.7, "phase_years": 5}),
    "self_insurance": (
        {"self_employed_cost": 0.05, "self_employed_insurance": 0.8},
        {"exante_budget_bn": 0.4, "phase_years": 4},
    ),
    "floor_rate": ({"self_employed_floor": 1.25, "self_employed_cost": 0.015}, {}),
    "platform_presumption": ({"employment_presumption": 0.10}, {"exante_budget_bn": 0.4, "phase_years": 4}),
    "epl_perm_looser": (
        {"permanent_cost": -0.04, "permanent_job_loss": 0.006, "market_productivity": 0.0015},
        {"exante_budget_bn": 0.1, "phase_years": 4},
    ),
    "flex_dearer": ({"flexible_cost": 0.05}, {}),
    "sickpay_1yr": ({"permanent_cost": -0.015, "small_firm_cost": -0.010}, {"exante_budget_bn": -0.5}),
    "shorter_week": (
        {"working_hours": -0.05, "wage_moderation": 0.004},
        {"exante_budget_bn": -3.0, "phase_years": 4},
    ),
    "aow_plus_1": ({"pension_age": 1.0}, {"phase_years": 6, **FROM_MODEL}),
    "childcare_free": (
        {
            "participation_low": 0.0015,
            "participation_middle": 0.0025,
            "participation_high": 0.0020,
            "working_hours": 0.002,
        },
        {"exante_budget_bn": -2.5, "phase_years": 4},
    ),
    "elderly_care_jobs": (
        {"public_jobs_low": 0.0021, "public_jobs_middle": 0.0030, "public_jobs_high": 0.0009, "care_share": 0.006},
        {"exante_budget_bn": -2.0, "phase_years": 5},
    ),
    "household_vouchers": (
        {
            "household_share": 0.006,
            "public_jobs_low": 0.0020,
            "public_jobs_middle": 0.0009,
            "public_jobs_high": 0.0001,
        },
        {"exante_budget_bn": -0.9, "phase_years": 5},
    ),
    "robot_tax": ({"displacement_shift": -0.15}, {"exante_budget_bn": 1.0}),
    "tech_inclusive_fund": ({"new_tasks_shift": 0.0005, "training": 0.3}, {"exante_budget_bn": -0.8, "phase_years": 5}),
}


def scenarios() -> list:
    """Return the four default scenarios."""
    return [engine.default_drivers(key) for key in engine.SCENARIOS]


def reform(key: str) -> engine.Reform:
    """Return a reform of the reference implementation."""
    levers, rest = REFORMS[key]
    return engine.Reform(levers, **rest)


def draws(count: int, seed: int) -> dict[str, np.ndarray]:
    """Draw as the reference implementation does: triangular priors, Latin hypercube, draw 0 the mode."""
    generator = np.random.default_rng(seed)
    drawn = {}
    for key, (low, mode, high) in PRIORS.items():
        u = (generator.permutation(count) + generator.random(count)) / count
        left = low + np.sqrt(u * (high - low) * (mode - low))
        right = high - np.sqrt((1 - u) * (high - low) * (high - mode))
        drawn[key] = np.where(u < (mode - low) / (high - low), left, right)
        drawn[key][0] = mode
    return drawn


def levels() -> list[dict[str, str]]:
    """Return mode and quantiles by scenario, year, outcome and group."""
    with (DATA / "reference_levels.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def effects() -> list[dict[str, str]]:
    """Return the effects of each reform in 2030 at the mode, one column per outcome and group."""
    with (DATA / "reference_effects.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))

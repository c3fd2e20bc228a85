# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contracts: a logit choice between permanent, flexible and self-employed work."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import SELF_EMPLOYED, FloatArray, column
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.ensemble import Draws
from engine.levers import Shifts


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    drift_fade: float
    presumption_split: FloatArray


FIXED = tables.block(Constants, "constants", "contracts")


def contract_shares(year: int, drivers: Drivers, shifts: Shifts, draws: Draws, base: Baseline) -> FloatArray:
    """Share of workers by contract, axes (education, contract, lane); they sum to one over contracts.

    Log odds against permanent work: ``base + drift (1 - exp(-.06 n)) / .06 - gam (relative cost)``; then the
    presumption of employment moves a fixed share of the self-employed to both kinds of employment.
    """
    fade = FIXED.drift_fade
    years = (1 - np.exp(-fade * base.years_since(year))) / fade
    permanent = base.permanent_share
    flexible = (
        column(np.log(base.flexible_share / permanent))
        + drivers.drift_flexible * years
        - draws.gam * (shifts.flexible_cost - shifts.permanent_cost)
    )
    self_employed = (
        column(np.log(base.self_employed_share / permanent))
        + drivers.drift_self_employed * years
        - draws.gam * (shifts.self_employed_cost - shifts.permanent_cost)
    )
    odds = np.stack([np.ones_like(flexible), np.exp(flexible), np.exp(self_employed)], axis=1)
    shares: FloatArray = odds / odds.sum(axis=1, keepdims=True)
    reclassified = shares[:, SELF_EMPLOYED] * shifts.employment_presumption
    return shares + reclassified[:, np.newaxis] * column(FIXED.presumption_split)


def job_loss(shifts: Shifts, base: Baseline) -> FloatArray:
    """Share that loses work in a year, by contract, axes (contract, 1)."""
    return column(base.job_loss + np.array([shifts.permanent_job_loss, 0.0, 0.0]))

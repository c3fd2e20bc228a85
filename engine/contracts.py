# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contracts: a logit choice between permanent, flexible and self-employed work."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import PERMANENT, SELF_EMPLOYED, FloatArray, Years, column
from engine.baseline import Baseline
from engine.drivers import Drivers
from engine.ensemble import Draws
from engine.levers import Shifts
from engine.technology import FIXED as TECHNOLOGY
from engine.technology import Technology


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    drift_fade: float
    presumption_split: FloatArray
    least_loss: float


FIXED = tables.block(Constants, "constants", "contracts")


def contract_shares(year: Years, drivers: Drivers, shifts: Shifts, draws: Draws, base: Baseline) -> FloatArray:
    """Share of workers by contract, axes (education, contract, lane); they sum to one over contracts.

    Log odds against permanent work: ``base + drift (1 - exp(-.06 n)) / .06 - gam (relative cost)``; then the
    presumption of employment moves a fixed share of the self-employed to both kinds of employment.

    Source: McFadden (1974), Conditional logit analysis, for the choice, from memory; gam, the drift and its fading
    are assumptions, data/priors.toml, drivers.toml, constants.toml [contracts].
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


def hazards(draws: Draws) -> FloatArray:
    """Share of workers who lose work in a year without reforms or extra displacement, axes (contract, lane).

    ``hazard_c``, per year: a prior of its own for each contract.

    Source: data/priors.toml, haz_permanent, haz_flexible, haz_self_employed, from memory.
    """
    return np.stack([draws.haz_permanent, draws.haz_flexible, draws.haz_self_employed])


def job_loss(workers: FloatArray, technology: Technology, shifts: Shifts, draws: Draws) -> FloatArray:
    """Share of workers who lose work in a year, axes (contract, lane).

    ``hazard of the contract + lever + (share of its work that is routine) (d - d0)``: what machines take faster than
    before comes on top of what was lost already.

    Source: extra displacement as in Acemoglu and Restrepo (2019); that it falls on routine work of any contract is
    an assumption; the least loss in data/constants.toml [contracts].

    Parameters
    ----------
    workers : array (education, contract, lane)
        Million persons.
    """
    routine = (workers * technology.routine_share[:, np.newaxis]).sum(axis=0) / workers.sum(axis=0)
    faster = routine * (technology.displacement - TECHNOLOGY.base_displacement)
    loss = hazards(draws) + faster
    loss[PERMANENT] += shifts.permanent_job_loss
    return np.asarray(np.maximum(loss, FIXED.least_loss), dtype=np.float64)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Unemployment by age: who loses work more often, and who finds it again less easily."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.axes import FloatArray, column
from engine.baseline import Baseline
from engine.contracts import hazards
from engine.ensemble import Draws
from engine.levers import Shifts


@dataclass(frozen=True, slots=True)
class Constants:
    """Numbers of these equations; units and sources in data/constants.toml."""

    duration_weight: FloatArray
    steps: float


FIXED = tables.block(Constants, "constants", "ages")


@dataclass(frozen=True, slots=True)
class Flows:
    """What the labour market as a whole hands to the age groups in a year.

    Attributes
    ----------
    unemployment : array (lane,)
        Share of the labour force.
    loss : array (contract, lane)
        Share of workers who lose work in a year.
    by_contract : array (contract, lane)
        Share of workers.
    labour_force : array (age, lane)
        Million persons.
    """

    unemployment: FloatArray
    loss: FloatArray
    by_contract: FloatArray
    labour_force: FloatArray


def unemployment_by_age(flows: Flows, shifts: Shifts, draws: Draws, base: Baseline) -> FloatArray:
    """Unemployment of each age group, share of its labour force, axes (age, lane).

    In a steady state of flows ``u_a = s_a / (s_a + phi_a F)``: s_a is the share that loses work in a year, by the
    contracts that the age group holds; phi_a, how easily it finds work again, follows from its unemployment in the
    base year and falls for older workers where benefits last longer; F is found in common, such that the age groups
    together have the unemployment of the labour market. In logs::

        logit u_a = logit u_a0 + ln(s_a / s_a0) + el_dur weight_a dln(duration) + x

    Source: Shimer (2012), Reassessing the ins and outs of unemployment, for the balance of two flows, from memory;
    the weights of duration are an assumption, data/constants.toml [ages].
    """
    losing = separations(flows.loss, contracts_by_age(flows.by_contract, base))
    before = separations(hazards(draws), column(contracts_of_ages(base)))
    total = float((base.unemployment_observed * base.education_shares).sum())
    start = column(logit(base.unemployment_by_age * total))
    longer = column(FIXED.duration_weight) * (draws.el_dur * shifts.log_benefit_duration)
    return shared_out(flows.unemployment, start + np.log(losing / before) + longer, flows.labour_force)


def contracts_of_ages(base: Baseline) -> FloatArray:
    """Share of workers by contract in each age group in the base year, axes (age, contract).

    ``permanent_a = 1 - flexible_a - self_employed_a``

    Source: data/baseline.toml, contracts by age, from memory.
    """
    permanent = 1 - base.flexible_by_age - base.self_employed_by_age
    return np.stack([permanent, base.flexible_by_age, base.self_employed_by_age], axis=1)


def contracts_by_age(by_contract: FloatArray, base: Baseline) -> FloatArray:
    """Share of workers by contract in each age group, axes (age, contract, lane): each moves with the whole.

    ``p_ac = p_ac0 (p_c / p_c0) / sum_c p_ac0 (p_c / p_c0)``

    Source: assumption: no age group leads or lags the change of contracts.

    Parameters
    ----------
    by_contract : array (contract, lane)
        Share of all workers.
    """
    shares = np.stack([base.permanent_share, base.flexible_share, base.self_employed_share])
    whole = (shares * base.employment).sum(axis=1) / base.employment.sum()
    moved = column(contracts_of_ages(base)) * (by_contract / column(whole))
    return np.asarray(moved / moved.sum(axis=1, keepdims=True), dtype=np.float64)


def separations(loss: FloatArray, contracts: FloatArray) -> FloatArray:
    """Share of each age group that loses work in a year, axes (age, lane).

    ``s_a = sum_c p_ac loss_c``, per year.

    Source: an identity: a mean over contracts.
    """
    return np.asarray((contracts * loss).sum(axis=1), dtype=np.float64)


def shared_out(total: FloatArray, odds: FloatArray, labour_force: FloatArray) -> FloatArray:
    """Share a total out over groups by their log odds, shares of each group, axes (group, lane).

    ``sum_a w_a sigma(odds_a + x) = total``, solved for x by Newton steps.

    Source: an identity; number of steps in data/constants.toml [ages].

    Parameters
    ----------
    total : array (lane,)
        Share of all.
    odds : array (group, lane)
        Log odds of each group, up to what is common.
    labour_force : array (group, lane)
        Weights.

    Examples
    --------
    >>> shared_out(np.array([0.2]), np.array([[0.0], [0.0]]), np.array([[1.0], [3.0]])).round(9)
    array([[0.2],
           [0.2]])
    """
    weights = labour_force / labour_force.sum(axis=0)
    common = logit(total) - (weights * odds).sum(axis=0)
    for _ in range(int(FIXED.steps)):
        shares = 1 / (1 + np.exp(-(odds + common)))
        off = (weights * shares).sum(axis=0) - total
        common = common - off / (weights * shares * (1 - shares)).sum(axis=0)
    return np.asarray(1 / (1 + np.exp(-(odds + common))), dtype=np.float64)


def logit(share: FloatArray) -> FloatArray:
    """Log odds of a share, no unit.

    ``ln(p / (1 - p))``

    Source: a definition.
    """
    return np.log(share / (1 - share))

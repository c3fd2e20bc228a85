# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What theory says must come out: marginal products, neutrality, and an elasticity that is found back."""

import itertools

import numpy as np

from engine import demand
from engine.axes import EDUCATION, HIGH, MIDDLE, FloatArray, column
from engine.baseline import netherlands
from engine.demand import Nests
from engine.ensemble import Parameters
from engine.validation import replica
from engine.validation.targets import Found

_LABOUR = ((0.9, 1.02, 1.2), (1.1, 0.95, 0.8))  # employment over that of the base year, two cases
_SHIFTS = ((0.0, 0.0), (0.2, 0.1))  # relative demand for high and middle educated, two cases
_STEP = 1e-5
_YEARS = 46
_SIGMA, _DRIFT = 1.6, 0.027
_SEED = 1


def figures() -> dict[str, Found]:
    """Return our figures for the block of theory."""
    neutral = replica.basic_scenario(lam=1.0, eps_mw=0.0, psi_b=0.0)
    start = replica.IN_2009.unemployment.tolist()
    moved = max(abs(now - before) for now, before in zip(neutral.unemployment, start, strict=True))
    sigma, drift = katz_murphy()
    return {
        "wage_is_marginal_product": Found(wage_errors()),
        "wages_exhaust_output": Found(exhaustion_error()),
        "neutrality": Found(moved),
        "katz_murphy_elasticity": Found(sigma),
        "katz_murphy_drift": Found(drift),
    }


def nests(high: float, middle: float, sigma: float | None = None) -> Nests:
    """Return the CES with shifts of relative demand, at the mode or at another elasticity."""
    parameters = Parameters.from_arrays({} if sigma is None else {"sig_o": [sigma]})
    return demand.nests(np.array([high]), np.array([middle]), netherlands(), parameters.over_lanes(1))


def wage_errors() -> float:
    """Return the largest relative error of a wage against the numerical derivative of output."""
    cases = itertools.product(_LABOUR, _SHIFTS, range(len(EDUCATION)))
    return max(_wage_error(column(np.log(np.array(labour))), nests(*shifts), level) for labour, shifts, level in cases)


def _wage_error(log_labour: FloatArray, ces: Nests, level: int) -> float:
    base = netherlands()
    bill = float((base.wages * base.employment).sum())
    employed = float(base.employment[level] * np.exp(log_labour[level, 0]))

    def output(change: float) -> float:
        moved = log_labour.copy()
        moved[level] += np.log1p(change / employed)
        composite, _rest = demand.composites(moved, ces)
        return bill * float(np.exp(composite[0]))

    step = _STEP * employed
    products, _composite = demand.log_marginal_products(log_labour, ces)
    wage = float(base.wages[level] * np.exp(products[level, 0]))
    derivative = (output(step) - output(-step)) / (2 * step)
    return float(abs(derivative / wage - 1))


def exhaustion_error() -> float:
    """Return the largest relative error of the wage bill against output."""
    base = netherlands()
    errors = []
    for labour, shifts in itertools.product(_LABOUR, _SHIFTS):
        log_labour = column(np.log(np.array(labour)))
        products, composite = demand.log_marginal_products(log_labour, nests(*shifts))
        bill = (base.wages * base.employment * np.exp(products + log_labour)[:, 0]).sum()
        output = (base.wages * base.employment).sum() * np.exp(composite[0])
        errors.append(abs(float(bill / output) - 1))
    return max(errors)


def katz_murphy() -> tuple[float, float]:
    """Find elasticity and drift back from synthetic data, by the regression premium = drift t - supply / sigma.

    References
    ----------
    Katz and Murphy (1992), Changes in relative wages 1963-1987. Supply rises fast for twenty years and then slower,
    as in the United States; premium and supply carry noise.
    """
    generator = np.random.default_rng(_SEED)
    years = np.arange(_YEARS)
    supply = -1.3 + np.where(years < 20, 0.05 * years, 1.0 + 0.022 * (years - 20)) + generator.normal(0, 0.015, _YEARS)
    premium = np.array(
        [_premium(relative, _DRIFT * year) for relative, year in zip(supply, years, strict=True)]
    ) + generator.normal(0, 0.01, _YEARS)
    regressors = np.column_stack([np.ones(_YEARS), years, supply])
    _constant, drift, slope = np.linalg.lstsq(regressors, premium, rcond=None)[0]
    return float(-1 / slope), float(drift)


def _premium(relative_supply: float, demand_high: float) -> float:
    products, _composite = demand.log_marginal_products(
        column(np.array([0.0, 0.0, relative_supply])), nests(demand_high, 0.0, _SIGMA)
    )
    return float(products[HIGH, 0] - products[MIDDLE, 0])

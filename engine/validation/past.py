# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model beside what was observed: contracts before 2019, the base year, and what has happened since."""

import numpy as np

from engine import contracts, tables
from engine.axes import FloatArray
from engine.outcomes import Key, Outcomes
from engine.validation.targets import Found

_FITTED_TO, _FIRST = 2009, 2003
_TREND, _MODE = 0, 0  # places on the axes scenario and draw
_BAND = (0.1, 0.9)

_START: dict[str, tuple[Key, float]] = {
    "start_unemployment": (("unemployment", "everyone"), 100.0),
    "start_flexible": (("contract_share", "flexible_workers"), 100.0),
    "start_self_employed": (("contract_share", "self_employed"), 100.0),
    "start_balance": (("balance", "government"), 100.0),
    "start_low_paid_low": (("low_paid_insecure", "low_educated"), 100.0),
    "start_low_paid_high": (("low_paid_insecure", "high_educated"), 100.0),
}
_SINCE: dict[str, tuple[Key, float, int]] = {
    "since_unemployment_low_2017": (("unemployment", "low_educated"), 100.0, 2017),
    "since_unemployment_high_2017": (("unemployment", "high_educated"), 100.0, 2017),
    "since_flexible_2019": (("contract_share", "flexible_workers"), 100.0, 2019),
    "since_self_employed_2019": (("contract_share", "self_employed"), 100.0, 2019),
    "since_employment_2024": (("employment", "everyone"), 1.0, 2024),
    "since_employment_low_2024": (("employment", "low_educated"), 1.0, 2024),
    "since_employment_high_2024": (("employment", "high_educated"), 1.0, 2024),
    "since_unemployment_low_2025": (("unemployment", "low_educated"), 100.0, 2025),
}


_THIRDS = {"lower": "low_wage_jobs", "middle": "middle_wage_jobs", "upper": "high_wage_jobs"}
_AS_LONG_AS = 13  # years: the past was counted from 1999 to 2012


def figures(run: Outcomes) -> dict[str, Found]:
    """Return our figures for the backcast, the base year and what has happened since.

    Parameters
    ----------
    run : Outcomes
        The default scenarios without a reform, every year; the trend first, and the mode as the first draw.
    """
    return _backcast() | _polarisation(run) | _base_year(run) | _since(run)


def _backcast() -> dict[str, Found]:
    errors = contract_errors(fading=True)
    return {
        f"contracts_{kind}_{year}": Found(float(errors[year][at]))
        for year in (2014, 2019)
        for at, kind in enumerate(("flexible", "self_employed"))
    }


def contract_errors(*, fading: bool) -> dict[int, FloatArray]:
    """Fit the log odds of contracts on 2003-2009 and predict later years: predicted less observed, points, by year.

    Parameters
    ----------
    fading : bool
        Let the drift fade, as the model does, or go on at the same pace.
    """
    series = tables.table("observed")["contract_shares"]
    years = np.array(series["years"], dtype=np.float64)
    seen = np.column_stack([series["flexible"], series["self_employed"]]) / 100
    odds = np.log(seen / (1 - seen.sum(axis=1, keepdims=True)))
    fade = contracts.FIXED.drift_fade
    clock = (1 - np.exp(-fade * (years - _FIRST))) / fade if fading else years - _FIRST
    fitted = years <= _FITTED_TO
    lines = [np.polyfit(clock[fitted], odds[fitted, kind], 1) for kind in (0, 1)]
    risen = np.exp(np.column_stack([np.polyval(line, clock) for line in lines]))
    predicted = risen / (1 + risen.sum(axis=1, keepdims=True))
    return {int(year): 100 * (predicted - seen)[at] for at, year in enumerate(years)}


def _polarisation(run: Outcomes) -> dict[str, Found]:
    start = run.years.index(2015)
    changes = {name: run.values[outcome, "everyone"] for name, outcome in _THIRDS.items()}
    return {
        f"polarisation_{name}": _banded(100 * (jobs - jobs[..., start, np.newaxis]), run, 2015 + _AS_LONG_AS)
        for name, jobs in changes.items()
    }


def _base_year(run: Outcomes) -> dict[str, Found]:
    at = run.years.index(2015)
    return {name: Found(scale * float(run.values[key][_TREND, _MODE, at])) for name, (key, scale) in _START.items()}


def _since(run: Outcomes) -> dict[str, Found]:
    found = {name: _banded(scale * run.values[key], run, year) for name, (key, scale, year) in _SINCE.items()}
    force = run.values["employment", "everyone"] / (1 - run.values["unemployment", "everyone"])
    return found | {"since_labour_force_2018": _banded(force, run, 2018)}


def _banded(values: FloatArray, run: Outcomes, year: int) -> Found:
    then = values[..., run.years.index(year)]
    low, high = np.quantile(then, _BAND)
    return Found(float(then[_TREND, _MODE]), float(low), float(high))

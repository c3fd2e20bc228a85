# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether levels stay within reason, and whether effects of reforms have the size and the sign that they should."""

import numpy as np
from numpy.typing import NDArray

from engine.axes import CONTRACTS, FloatArray
from engine.drivers import SCENARIOS, default_drivers
from engine.ensemble import Parameters, draw_parameters
from engine.impact import Impacts, impact
from engine.levers import Reform
from engine.outcomes import Outcomes
from engine.projection import project
from engine.validation.targets import Found

_PACES = (0.5, 1.0, 2.0, 3.0, 4.0)
_DRAWS, _SEED, _YEAR = 60, 3, 2030
_ENDS = (0.1, 0.9)
JOBS, GINI = ("employment", "everyone"), ("gini", "everyone")

_OWN_BUDGET = {"budget_from_model": True}
_SHORTER_BENEFIT = Reform({"benefit_duration": -12.0}, **_OWN_BUDGET)
_SUBSIDY = Reform({"labour_cost_low": -0.05, "labour_cost_middle": -0.01}, exante_budget_bn=-2.4)
_CREDIT = Reform({"net_wage_low": 0.03, "net_wage_middle": 0.016, "net_wage_high": 0.004}, exante_budget_bn=-3.0)
_WORK_TO_WORK = Reform({"job_to_job": 0.1, "wage_bill_levy": 0.001}, exante_budget_bn=-0.7, phase_years=4)
_LINKED = Reform({"minimum_wage": 0.1, "benefit_link": 1.0}, **_OWN_BUDGET)
_UNLINKED = Reform({"minimum_wage": 0.1}, **_OWN_BUDGET)


def figures(run: Outcomes) -> dict[str, Found]:
    """Return our figures for the corridor and for the effects of reforms.

    Parameters
    ----------
    run : Outcomes
        The default scenarios without a reform, every year from 2015 to 2040.
    """
    return _corridor(run) | _effects()


def _corridor(run: Outcomes) -> dict[str, Found]:
    unemployment = 100 * run.values["unemployment", "everyone"]
    low_educated = 100 * run.values["unemployment", "low_educated"]
    growth = 100 * np.log(run.values["gdp", "everyone"][..., -1]) / (run.years[-1] - run.years[0])
    slow, fast = np.quantile(growth, _ENDS, axis=1)
    shares = sum(run.values["contract_share", contract] for contract in CONTRACTS)
    return {
        "corridor_unemployment_lowest": Found(float(unemployment.min())),
        "corridor_unemployment_highest": Found(float(unemployment.max())),
        "corridor_growth_p10": Found(float(slow.min())),
        "corridor_growth_p90": Found(float(fast.max())),
        "corridor_growth_lowest": Found(float(growth.min())),
        "corridor_low_educated_highest": Found(float(low_educated.max())),
        "corridor_shares": Found(float(np.abs(shares - 1).max())),
        "corridor_not_a_number": Found(float(sum((~np.isfinite(one)).sum() for one in run.values.values()))),
        "corridor_displacement": Found(float(wrong_steps_of_displacement())),
    }


def wrong_steps_of_displacement() -> int:
    """Count the steps of faster displacement that do not hurt workers, at the mode in 2040."""
    scenarios = [dict(default_drivers("trend")) | {"displacement_pace": pace} for pace in _PACES]
    values = project(scenarios=scenarios, parameters=Parameters.mode(), years=[2040]).values
    rising = [values["unemployment", "everyone"]]
    falling = [values["real_wage", "low_educated"], values["labour_share", "everyone"]]
    steps = [np.diff(one[:, 0, 0]) for one in rising] + [-np.diff(one[:, 0, 0]) for one in falling]
    return int(sum((step <= 0).sum() for step in steps))


def _effects() -> dict[str, Found]:
    paired = _Paired()
    benefit = paired.impact_of(_SHORTER_BENEFIT)
    subsidy, transfer, both = (
        paired.jobs(*package) for package in ((_SUBSIDY,), (_WORK_TO_WORK,), (_SUBSIDY, _WORK_TO_WORK))
    )
    apart = both / (subsidy + transfer) - 1
    nothing = paired.impact_of(Reform({"benefit_link": 1.0}), Reform({}))
    linked, unlinked = paired.jobs(_LINKED), paired.jobs(_UNLINKED)
    return {
        "effects_null_reform": Found(max(float(np.abs(change).max()) for change in nothing.values.values())),
        "effects_add_up": Found(100 * float(apart.ravel()[np.abs(apart).argmax()])),
        "sign_shorter_benefit_jobs": _share(benefit.values[JOBS] > 0),
        "sign_shorter_benefit_inequality": _share(benefit.values[GINI] > 0),
        "sign_low_wage_subsidy": _share(subsidy > 0),
        "sign_labour_tax_credit": _share(paired.jobs(_CREDIT) > 0),
        "sign_minimum_wage_link": _share(linked < unlinked),
    }


class _Paired:
    """The default scenarios and some draws, run once without a reform."""

    def __init__(self) -> None:
        self.scenarios = [default_drivers(key) for key in SCENARIOS]
        self.parameters = draw_parameters(_DRAWS, _SEED)
        self.without = project(scenarios=self.scenarios, parameters=self.parameters, years=[_YEAR])

    def impact_of(self, *reforms: Reform) -> Impacts:
        reformed = project(scenarios=self.scenarios, parameters=self.parameters, reforms=reforms, years=[_YEAR])
        return impact(reformed, self.without)

    def jobs(self, *reforms: Reform) -> FloatArray:
        return self.impact_of(*reforms).values[JOBS]


def _share(holds: NDArray[np.bool_]) -> Found:
    return Found(100 * float(np.mean(holds)))

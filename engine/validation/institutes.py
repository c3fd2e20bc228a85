# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What CPB and SCP published, and what the model gives for the same question."""

from dataclasses import dataclass

import numpy as np

from engine import tables
from engine.drivers import default_drivers
from engine.ensemble import Parameters, structural_variants
from engine.levers import Reform
from engine.projection import project
from engine.validation import replica
from engine.validation.targets import Found

_YEAR = 2025  # in which effects of a minimum wage of 2017 are read
_LOWERED = tables.number("observed", "institutes", "lowered")


@dataclass(frozen=True, slots=True)
class Loss:
    """What a rise of the minimum wage does to jobs (thousands and per cent) and to the balance (bn eur)."""

    thousands: float
    percent: float
    balance_bn: float


def figures() -> dict[str, Found]:
    """Return our figures for the block of institutes."""
    return _basic_scenario() | _minimum_wage() | {"pension_age_supply": Found(pension_age_supply())}


def _basic_scenario() -> dict[str, Found]:
    found = replica.basic_scenario()
    low, middle, high = found.wage_growth
    return {
        "cpb_scp_wage_low": Found(low),
        "cpb_scp_wage_middle": Found(middle),
        "cpb_scp_wage_high": Found(high),
        "cpb_scp_unemployment_low": Found(found.unemployment[0]),
        "cpb_scp_unemployment_rest": Found(found.unemployment_above_low),
    }


def _minimum_wage() -> dict[str, Found]:
    by_case = {(rise, link): minimum_wage(rise, linked=link) for rise in (0.05, 0.1, 0.4) for link in (True, False)}
    five, ten, forty = (by_case[rise, True] for rise in (0.05, 0.1, 0.4))
    gaps = [by_case[rise, True].percent - by_case[rise, False].percent for rise in (0.05, 0.4)]
    view_of_2016 = next(one.parameters for one in structural_variants() if one.key == "minimum_wage_2016")
    return {
        "minimum_wage_5_linked": Found(five.thousands),
        "minimum_wage_5_unlinked": Found(by_case[0.05, False].thousands),
        "minimum_wage_10_linked": Found(ten.percent),
        "minimum_wage_40_linked": Found(forty.percent),
        "minimum_wage_40_unlinked": Found(by_case[0.4, False].percent),
        "minimum_wage_convex": Found((forty.thousands / 40) / (five.thousands / 5)),
        "minimum_wage_linked_worse": Found(max(gaps)),
        "minimum_wage_budget": Found(ten.balance_bn),
        "minimum_wage_2016_unlinked": Found(minimum_wage(0.05, linked=False, **view_of_2016).thousands),
        "minimum_wage_2016_linked": Found(minimum_wage(0.05, linked=True, **view_of_2016).thousands),
    }


def minimum_wage(rise: float, *, linked: bool, **parameters: float) -> Loss:
    """Return what a rise of the minimum wage does in the continuing trend, by 2025.

    Parameters
    ----------
    rise : float
        Share of the minimum wage.
    linked : bool
        Whether state pension and benefits follow.
    **parameters : float
        Parameters that differ from their mode.
    """
    ensemble = Parameters.from_arrays({name: [value] for name, value in parameters.items()})
    trend = [default_drivers("trend")]
    levers = {"minimum_wage": rise, "benefit_link": float(linked)}
    reform = Reform(levers, phase_years=1, budget_from_model=True)
    without = project(scenarios=trend, parameters=ensemble, years=[_YEAR]).values
    reformed = project(scenarios=trend, parameters=ensemble, reforms=[reform], years=[_YEAR]).values
    before, after = (values["employment", "everyone"].item() for values in (without, reformed))
    balance = (reformed["balance_bn", "government"] - without["balance_bn", "government"]).item()
    return Loss(1000 * (after - before), 100 * float(np.log(after / before)), balance)


def pension_age_supply() -> float:
    """Thousand persons that the pension age of 2060 adds to the labour force, with the population of 2040."""
    lower = Reform({"pension_age": _LOWERED}, budget_from_model=True)
    age_2015, age_2060 = tables.table("observed")["institutes"]["pension_ages"]["value"]
    law, lowered = (_labour_force_2040(reforms) for reforms in ([], [lower]))
    return float(1000 * (law - lowered) / -_LOWERED * (age_2060 - age_2015))


def _labour_force_2040(reforms: list[Reform]) -> float:
    values = project(
        scenarios=[default_drivers("trend")], parameters=Parameters.mode(), reforms=reforms, years=[2040]
    ).values
    employed, rate = (values[outcome, "everyone"].item() for outcome in ("employment", "unemployment"))
    return float(employed / (1 - rate))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from tests.engine import reference

PARAMETERS = engine.draw_parameters(60, 3)
SCENARIOS = reference.scenarios()
WITHOUT = engine.project(scenarios=SCENARIOS, parameters=PARAMETERS)


def impact_of(*reforms):
    return engine.impact(engine.project(scenarios=SCENARIOS, parameters=PARAMETERS, reforms=reforms), WITHOUT)


def jobs(*reforms):
    return impact_of(*reforms).values["employment", "everyone"][..., 3]


@pytest.mark.parametrize(
    "null",
    [engine.Reform({}), engine.Reform({spec.key: 0.0 for spec in engine.LEVERS}), engine.Reform({"benefit_link": 1.0})],
)
def test_a_reform_that_moves_nothing_changes_exactly_nothing(null):
    for key, change in impact_of(null, null).values.items():
        assert (change == 0.0).all(), key


def test_a_reform_changes_nothing_before_it_starts():
    late = engine.Reform({"minimum_wage": 0.1, "training": 1.0}, start_year=2027)
    changes = impact_of(late).values
    assert all((change[..., :3] == 0.0).all() for change in changes.values())
    assert (changes["unemployment", "low_educated"][..., 3] != 0.0).all()


def test_a_package_gives_the_same_bits_in_any_order():
    keys = ("mw_up_10", "training_account", "low_wage_subsidy", "self_insurance", "robot_tax")
    package = [reference.reform(key) for key in keys]
    one, other = impact_of(*package), impact_of(*reversed(package))
    assert all((one.values[key] == other.values[key]).all() for key in one.values)


def test_small_reforms_nearly_add_up():
    subsidy, transfer = reference.reform("low_wage_subsidy"), reference.reform("work_to_work")
    assert jobs(subsidy, transfer) == pytest.approx(jobs(subsidy) + jobs(transfer), rel=0.05)


def test_the_example_package_in_the_displacement_scenario_does_as_published():
    """Jobs, low-educated unemployment, poverty, Gini and balance in 2030, as the model's notes give them."""
    keys = ("training_account", "work_to_work", "low_wage_subsidy", "self_insurance")
    changes = impact_of(*[reference.reform(key) for key in keys]).values
    found = {key: change[1, 0, 3] for key, change in changes.items()}
    assert 1000 * found["employment", "everyone"] == pytest.approx(39, abs=0.5)
    assert 100 * found["unemployment", "low_educated"] == pytest.approx(-1.3, abs=0.05)
    assert 100 * found["poverty", "everyone"] == pytest.approx(-0.52, abs=0.005)
    assert 100 * found["gini", "everyone"] == pytest.approx(-0.26, abs=0.005)
    assert found["balance_bn", "government"] == pytest.approx(-3.0, abs=0.05)


def test_signs_are_those_of_promising_labour_market_policy():
    """CPB, Kansrijk arbeidsmarktbeleid (2015, 2016, 2020): what is agreed on the direction."""
    shorter = impact_of(reference.reform("ww_shorter_12m")).values
    assert (shorter["employment", "everyone"][..., 3] > 0).all()
    assert (shorter["gini", "everyone"][..., 3] > 0).all()
    assert (np.median(shorter["poverty", "everyone"][..., 3], axis=1) > 0).all()
    assert (jobs(reference.reform("low_wage_subsidy")) > 0).all()
    assert (jobs(reference.reform("labour_tax_credit")) > 0).all()
    assert (jobs(reference.reform("mw_up_10")) < jobs(reference.reform("mw_up_10_unlinked"))).all()


def test_wage_moderation_lowers_unemployment():
    assert (jobs(engine.Reform({"wage_moderation": 0.01})) > 0).all()


def test_a_balance_effect_in_euros_is_its_share_of_the_economy_of_2015():
    changes = impact_of(reference.reform("robot_tax")).values
    assert changes["balance_bn", "government"] == pytest.approx(690 * changes["balance", "government"], rel=1e-9)


def test_wages_change_in_per_cent_and_unemployment_in_points():
    reform = reference.reform("low_wage_subsidy")
    reformed = engine.project(scenarios=SCENARIOS, parameters=PARAMETERS, reforms=[reform])
    changes = engine.impact(reformed, WITHOUT).values
    wage, rate = ("real_wage", "low_educated"), ("unemployment", "low_educated")
    assert (changes[wage] == reformed.values[wage] / WITHOUT.values[wage] - 1).all()
    assert (changes[rate] == reformed.values[rate] - WITHOUT.values[rate]).all()


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"parameters": engine.draw_parameters(60, 4)}, "parameters"),
        ({"scenarios": SCENARIOS[::-1]}, "scenarios"),
        ({"years": [2015, 2020, 2025, 2030, 2039]}, "years"),
    ],
)
def test_projections_that_are_no_pair_are_refused(other, field):
    arguments = {"scenarios": SCENARIOS, "parameters": PARAMETERS} | other
    with pytest.raises(engine.ContradictionError) as refused:
        engine.impact(engine.project(**arguments), WITHOUT)
    assert refused.value.field == field


def test_pairing_draws_takes_the_noise_out_of_an_effect():
    reform = [reference.reform("ww_shorter_12m")]
    paired = jobs(*reform)
    independent = (
        engine.project(scenarios=SCENARIOS, reforms=reform, parameters=engine.draw_parameters(60, 99)).values[
            "employment", "everyone"
        ][..., 3]
        - WITHOUT.values["employment", "everyone"][..., 3]
    )
    assert (paired.std(axis=1) < independent.std(axis=1)).all()


def test_quantiles_run_over_draws():
    values = np.arange(44.0).reshape(2, 11, 2)
    assert engine.quantiles(values).shape == (3, 2, 2)
    assert engine.quantiles(values)[1].tolist() == [[10.0, 11.0], [32.0, 33.0]]
    assert engine.quantiles(values[0], (0.5,)).tolist() == [[10.0, 11.0]]
    with pytest.raises(engine.OutOfBoundsError, match="probability"):
        engine.quantiles(values, (1.5,))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import itertools
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.levers import refuse_overstretched, shifts_in

ODD_ONES = [
    engine.Reform({"minimum_wage": 0.1, "benefit_link": 1.0}, start_year=2019, phase_years=7),
    engine.Reform({"minimum_wage": 0.03, "job_to_job": 0.07}, exante_budget_bn=-0.7),
    engine.Reform({"job_to_job": 0.1, "training": 0.3}, phase_years=11, exante_budget_bn=0.1),
    engine.Reform({"training": 0.7, "labour_cost_low": -0.05}, start_year=2022, exante_budget_bn=-2.4),
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_of_a_package_does_not_matter(order):
    package = [ODD_ONES[at] for at in order]
    for year in (2018, 2024, 2040):
        assert repr(shifts_in(year, package)) == repr(shifts_in(year, ODD_ONES))


def test_a_reform_phases_in_by_equal_steps():
    reform = engine.Reform({"pension_age": 1.0}, start_year=2020, phase_years=4)
    assert [reform.phase(year) for year in (2019, 2020, 2021, 2023, 2040)] == [0.0, 0.25, 0.5, 1.0, 1.0]


def test_a_link_of_benefits_belongs_to_the_minimum_wage_of_its_own_reform():
    linked = engine.Reform({"minimum_wage": 0.05, "benefit_link": 1.0})
    unlinked = engine.Reform({"minimum_wage": 0.05})
    together = shifts_in(2030, [linked, unlinked])
    assert together.log_minimum_wage == pytest.approx(2 * np.log(1.05))
    assert together.log_linked_benefit == pytest.approx(np.log(1.05))


def test_months_of_benefit_are_counted_on_a_maximum_of_24():
    assert shifts_in(2030, [engine.Reform({"benefit_duration": -12.0})]).log_benefit_duration == np.log(0.5)


def test_a_budget_that_the_model_computes_itself_is_not_added():
    own = engine.Reform({"pension_age": 1.0}, exante_budget_bn=2.6, budget_from_model=True)
    given_ = engine.Reform({"training": 1.0}, exante_budget_bn=-1.2)
    assert shifts_in(2030, [own, given_]).exante_budget_bn == -1.2


@pytest.mark.parametrize("spec", engine.LEVERS, ids=lambda spec: spec.key)
def test_a_lever_out_of_bounds_is_refused_by_name_and_bound(spec):
    width = spec.high - spec.low
    for value in (spec.low - 0.01 * width, spec.high + 0.01 * width):
        with pytest.raises(engine.OutOfBoundsError, match=spec.key) as refused:
            engine.Reform({spec.key: value})
        error = refused.value
        assert (error.field, error.value, error.low, error.high) == (spec.key, value, spec.low, spec.high)
        assert f"{spec.low:g}" in str(error)
        assert f"{spec.high:g}" in str(error)


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_lever_takes_a_number_within_bounds_and_nothing_else(value):
    if -2.0 <= value <= 3.0:
        assert engine.Reform({"pension_age": value}).levers["pension_age"] == value
    elif value < -2.001 or value > 3.001 or value != value:  # noqa: PLR0124 -- not a number is unlike itself
        with pytest.raises(engine.EngineError):
            engine.Reform({"pension_age": value})


@pytest.mark.parametrize("value", [None, "0.1", True, [0.1], object(), float("nan"), float("inf")])
def test_what_is_no_finite_number_is_refused(value):
    with pytest.raises(engine.NotANumberError) as refused:
        engine.Reform({"minimum_wage": value})
    assert refused.value.field == "minimum_wage"


def test_an_unknown_lever_is_refused_with_the_nearest_name():
    with pytest.raises(engine.UnknownNameError, match="did you mean 'minimum_wage'"):
        engine.Reform({"minimum_wages": 0.1})


@pytest.mark.parametrize(
    ("field", "value"),
    [("start_year", 2015), ("start_year", 2041), ("phase_years", 0), ("phase_years", 26), ("exante_budget_bn", 1e6)],
)
def test_a_reform_outside_its_time_or_budget_is_refused(field, value):
    with pytest.raises(engine.OutOfBoundsError) as refused:
        engine.Reform({}, **{field: value})
    assert refused.value.field == field


@pytest.mark.parametrize("value", ["true", None, 1])
def test_whether_the_model_computes_the_budget_is_yes_or_no(value):
    with pytest.raises(engine.NotANumberError, match="true or false"):
        engine.Reform({}, budget_from_model=value)


def test_half_a_year_is_no_start():
    with pytest.raises(engine.NotANumberError, match="whole number"):
        engine.Reform({}, start_year=2017.5)


def test_reforms_that_together_go_beyond_a_bound_are_refused():
    package = [engine.Reform({"minimum_wage": 0.3}), engine.Reform({"minimum_wage": 0.2})]
    with pytest.raises(engine.ContradictionError, match=r"together move minimum_wage by 0\.5") as refused:
        refuse_overstretched(package)
    assert refused.value.high == 0.4


def test_links_of_two_reforms_do_not_add_up():
    reform = engine.Reform({"minimum_wage": 0.1, "benefit_link": 1.0})
    refuse_overstretched([reform, reform])


def test_a_reform_does_not_change_after_it_is_made():
    levers = {"training": 1.0}
    reform = engine.Reform(levers)
    levers["training"] = 2.0
    assert reform.levers["training"] == 1.0
    with pytest.raises(TypeError):
        reform.levers["training"] = 2.0


def test_reforms_and_refusals_travel_to_a_worker_and_back():
    reform = ODD_ONES[0]
    assert pickle.loads(pickle.dumps(reform)) == reform  # noqa: S301 -- our own bytes
    with pytest.raises(engine.OutOfBoundsError) as refused:
        engine.Reform({"training": 9.0})
    back = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 -- our own bytes
    assert (type(back), str(back), back.high) == (engine.OutOfBoundsError, str(refused.value), 2.0)

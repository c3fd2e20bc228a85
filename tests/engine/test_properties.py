# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What holds for every input: any scenario, any package, any draw; and what is refused, whatever it is."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import engine

TREND = dict(engine.default_drivers("trend"))
MODE = engine.Parameters.mode()
YEARS = (2016, 2024, 2040)
ONE_NUMBER_IN_THE_LAW = ("minimum_wage", "benefit_duration", "pension_age")
SPECS = (*engine.LEVERS, *engine.DRIVERS)
MOST_REFORMS = 4


@st.composite
def scenarios(draw):
    return {spec.key: draw(st.floats(spec.low, spec.high), spec.key) for spec in engine.DRIVERS}


@st.composite
def parameters(draw):
    given_ = {spec.key: [draw(st.floats(spec.low, spec.high), spec.key)] for spec in engine.PRIORS}
    return engine.Parameters.from_arrays(given_)


@st.composite
def reforms(draw, share=1.0):
    """Return a reform that moves some levers, by at most a share of what the bounds allow; upwards where a law has one number."""
    moved = {}
    for spec in draw(st.lists(st.sampled_from(engine.LEVERS), unique=True, max_size=6)):
        low = 0.0 if spec.key in ONE_NUMBER_IN_THE_LAW else share * spec.low
        moved[spec.key] = draw(st.floats(low, share * spec.high), spec.key)
    return engine.Reform(
        moved,
        start_year=draw(st.integers(2016, 2040)),
        phase_years=draw(st.integers(1, 25)),
        exante_budget_bn=draw(st.floats(-100.0, 100.0)),
        budget_from_model=draw(st.booleans()),
    )


@st.composite
def null_reforms(draw):
    """Return a reform that names levers and moves none of them; a link of benefits alone links nothing."""
    moved = dict.fromkeys(draw(st.lists(st.sampled_from([spec.key for spec in engine.LEVERS]), unique=True)), 0.0)
    moved["benefit_link"] = draw(st.floats(0.0, 1.0))
    return engine.Reform(moved, start_year=draw(st.integers(2016, 2040)), phase_years=draw(st.integers(1, 25)))


@given(scenario=scenarios(), draw=parameters(), package=st.lists(null_reforms(), max_size=3))
@settings(max_examples=15)
def test_a_package_that_moves_nothing_has_an_effect_of_exactly_nothing(scenario, draw, package):
    without, nothing = (
        engine.project(scenarios=[scenario], parameters=draw, reforms=chosen, years=YEARS) for chosen in ([], package)
    )
    for key, change in engine.impact(nothing, without).values.items():
        assert (change == 0.0).all(), key


TENTHS = [engine.Reform({spec.key: share * spec.high for spec in engine.LEVERS}) for share in (0.1, 0.2, 0.3)]


@given(
    scenario=scenarios(),
    package=st.lists(reforms(1 / MOST_REFORMS), min_size=2, max_size=MOST_REFORMS) | st.permutations(TENTHS),
    data=st.data(),
)
@settings(max_examples=30)
def test_any_package_gives_the_same_bits_in_any_order(scenario, package, data):
    other = data.draw(st.permutations(package))
    one, two = (
        engine.project(scenarios=[scenario], parameters=MODE, reforms=order, years=YEARS) for order in (package, other)
    )
    for key, values in one.values.items():
        assert (values == two.values[key]).all(), key


@given(package=st.lists(reforms(1 / MOST_REFORMS), max_size=MOST_REFORMS), seed=st.integers(0, 2**32))
@settings(max_examples=10)
def test_the_same_seed_gives_the_same_bits_for_any_package(package, seed):
    one, two = (
        engine.project(
            scenarios=[TREND], parameters=engine.draw_parameters(5, seed), reforms=package, years=YEARS
        ).values
        for _ in range(2)
    )
    assert all((values == two[key]).all() for key, values in one.items())


def test_an_empty_package_is_doing_nothing():
    empty, without = (engine.project(scenarios=[TREND], parameters=MODE, reforms=chosen) for chosen in ([], ()))
    assert all((change == 0.0).all() for change in engine.impact(empty, without).values.values())


@given(st.data())
def test_a_value_beyond_the_bounds_is_refused_with_the_field_the_bounds_and_what_to_do(data):
    spec = data.draw(st.sampled_from(SPECS))
    width = spec.high - spec.low
    beyond = st.floats(min_value=1e-6 * width, max_value=1e12, exclude_min=True)
    value = data.draw(beyond.map(lambda far: spec.high + far) | beyond.map(lambda far: spec.low - far))
    with pytest.raises(engine.OutOfBoundsError) as refused:
        given_to(spec, value)
    assert_tells(refused.value, spec.key, f"choose between {spec.low:g} and {spec.high:g}")


@given(
    spec=st.sampled_from(SPECS),
    value=st.sampled_from([float("nan"), float("inf"), -float("inf"), None, True, "", "0.1", [], {}, 1j, 10**400]),
)
def test_what_is_no_finite_number_is_refused_by_field(spec, value):
    with pytest.raises(engine.NotANumberError) as refused:
        given_to(spec, value)
    assert_tells(refused.value, spec.key, "must be a")


@given(st.sampled_from(engine.PRIORS), st.floats())
def test_a_parameter_is_within_its_limits_or_refused(spec, value):
    if spec.least <= value <= spec.most:
        assert engine.Parameters.from_arrays({spec.key: [value]}).values[spec.key][0] == value
        return
    with pytest.raises(engine.EngineError) as refused:
        engine.Parameters.from_arrays({spec.key: [value]})
    assert_tells(refused.value, spec.key, f"outside {spec.least:g} to {spec.most:g}" if np.isfinite(value) else "")


@given(st.text(max_size=30))
@example("minimum_wages")
@example("__class__")
def test_a_name_that_the_model_does_not_have_is_refused_by_name(name):
    known = {spec.key for spec in (*SPECS, *engine.PRIORS)}
    if name in known:
        return
    for ask in (
        lambda: engine.Reform({name: 0.0}),
        lambda: engine.project(scenarios=[TREND | {name: 0.0}], parameters=MODE),
        lambda: engine.Parameters.from_arrays({name: [0.0]}),
        lambda: engine.default_drivers(name),
    ):
        with pytest.raises(engine.UnknownNameError) as refused:
            ask()
        assert_tells(refused.value, name, "choose one of", "did you mean")


@pytest.mark.parametrize("lever", ONE_NUMBER_IN_THE_LAW)
def test_a_number_in_the_law_cannot_go_up_and_down_at_once(lever):
    size = {"minimum_wage": 0.1, "benefit_duration": 12.0, "pension_age": 1.0}[lever]
    package = [engine.Reform({lever: size}), engine.Reform({"training": 1.0}), engine.Reform({lever: -size / 2})]
    with pytest.raises(engine.ContradictionError) as refused:
        engine.project(scenarios=[TREND], parameters=MODE, reforms=package)
    assert_tells(refused.value, lever, "leave one of them out")


def test_reforms_of_what_is_not_one_number_may_work_against_each_other():
    package = [engine.Reform({"wage_bill_levy": 0.001}), engine.Reform({"wage_bill_levy": -0.001})]
    assert engine.project(scenarios=[TREND], parameters=MODE, reforms=package).years


@pytest.mark.parametrize("horizon", [2014, 1900, -1, 0, 2041, float("nan"), float("inf"), "2030", None])
def test_a_horizon_outside_the_years_of_the_model_is_refused(horizon):
    with pytest.raises(engine.EngineError) as refused:
        engine.project(scenarios=[TREND], parameters=MODE, years=[horizon])
    assert_tells(refused.value, "years", "2015", "number")


@pytest.mark.parametrize("start", [2015, 1999, 2041, float("inf"), "2020", None])
def test_a_reform_before_the_base_year_or_beyond_the_last_is_refused(start):
    with pytest.raises(engine.EngineError) as refused:
        engine.Reform({}, start_year=start)
    assert_tells(refused.value, "start_year", "2016", "number")


def given_to(spec, value):
    """Give a value to a lever or a driver, as whoever projects would."""
    reform = [engine.Reform({spec.key: value})] if spec in engine.LEVERS else []
    scenario = TREND if spec in engine.LEVERS else TREND | {spec.key: value}
    engine.project(scenarios=[scenario], parameters=MODE, reforms=reform, years=[2016])


def assert_tells(error, field, *one_of_words):
    """The message names the field and says what is wrong or what to do."""
    assert error.field == field
    assert field in str(error) or field == "years"
    assert not one_of_words or any(words in str(error) for words in one_of_words), str(error)

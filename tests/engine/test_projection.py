# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine import distribution
from engine.baseline import netherlands
from engine.drivers import over_lanes
from engine.simulation import simulate
from engine.world import World
from tests.engine import reference

MODE = engine.Parameters.mode()
YEARS = (2015, 2020, 2025, 2030, 2035, 2040)
SCENARIOS = reference.scenarios()
NEAR_ZERO = 0.0002  # 0.02 points


@pytest.fixture(scope="module")
def two_hundred():
    """The four scenarios with the 200 draws of the reference implementation, given as arrays."""
    parameters = engine.Parameters.from_arrays(reference.draws(200, 7))
    return engine.project(scenarios=SCENARIOS, parameters=parameters, years=YEARS)


def test_every_outcome_has_every_group_with_axes_scenario_draw_year(two_hundred):
    assert set(two_hundred.values) == {(spec.key, group) for spec in engine.OUTCOMES for group in spec.groups}
    assert {values.shape for values in two_hundred.values.values()} == {(4, 200, 6)}
    assert {values.dtype for values in two_hundred.values.values()} == {np.dtype(np.float64)}


def test_levels_agree_with_the_reference_at_the_mode_and_in_quantiles(two_hundred):
    rows = reference.levels()
    assert len(rows) == 384
    for row in rows:
        at = engine.SCENARIOS.index(row["scenario"]), slice(None), YEARS.index(int(row["year"]))
        values = two_hundred.values[row["outcome"], row["group"]][at]
        found = [values[0], *np.quantile(values, [0.1, 0.5, 0.9])]
        wanted = [float(row[name]) for name in ("mode", "p10", "p50", "p90")]
        assert found == pytest.approx(wanted, rel=0.001, abs=NEAR_ZERO / 10), row


@pytest.mark.parametrize("row", reference.effects(), ids=lambda row: f"{row['scenario']}-{row['reform']}")
def test_effects_of_every_reform_agree_with_the_reference(row):
    scenarios = [engine.default_drivers(row["scenario"])]
    without = engine.project(scenarios=scenarios, parameters=MODE, years=[2030])
    reforms = [reference.reform(row["reform"])]
    impacts = engine.impact(
        engine.project(scenarios=scenarios, parameters=MODE, reforms=reforms, years=[2030]), without
    )
    columns = [name for name in row if "." in name]
    assert len(columns) == 29
    for name in columns:
        if not row[name]:  # wages at a minimum wage: see docs/model.md
            continue
        found = impacts.values[tuple(name.split("."))].item()
        assert found == pytest.approx(float(row[name]), rel=0.001, abs=1e-6), name


def test_the_same_input_gives_the_same_bits():
    parameters = engine.draw_parameters(30, 1)
    reforms = [reference.reform("floor_rate"), reference.reform("training_account")]
    runs = [engine.project(scenarios=SCENARIOS, reforms=reforms, parameters=parameters) for _ in range(2)]
    for key, values in runs[0].values.items():
        assert (values == runs[1].values[key]).all()


def test_a_lane_does_not_depend_on_its_company():
    parameters = engine.draw_parameters(40, 1)
    together = engine.project(scenarios=SCENARIOS, parameters=parameters)
    alone = engine.project(scenarios=SCENARIOS[2:3], parameters=MODE)
    for key, values in alone.values.items():
        assert values[0, 0] == pytest.approx(together.values[key][2, 0], rel=1e-10), key


def test_reporting_fewer_years_gives_the_same_figures():
    whole = engine.project(scenarios=SCENARIOS, parameters=MODE)
    part = engine.project(scenarios=SCENARIOS, parameters=MODE, years=[2025])
    for key, values in part.values.items():
        assert (values[..., 0] == whole.values[key][..., 2]).all()


def test_the_base_year_is_as_observed(two_hundred):
    start = {key: values[0, 0, 0] for key, values in two_hundred.values.items()}
    assert start["unemployment", "everyone"] == pytest.approx(0.069, abs=0.0005)
    assert start["contract_share", "flexible_workers"] == pytest.approx(0.213, abs=0.001)
    assert start["contract_share", "self_employed"] == pytest.approx(0.123, abs=0.001)
    assert start["balance", "government"] == pytest.approx(-0.018, abs=0.0002)
    assert start["low_paid_insecure", "low_educated"] == pytest.approx(0.185, abs=0.015)
    for outcome in ("gdp", "productivity"):
        assert start[outcome, "everyone"] == 1.0
    assert [start["net_income", f"income_q{fifth}"] for fifth in range(1, 6)] == [1.0] * 5
    assert start["cost_index", "small_employers"] == pytest.approx(0.0, abs=0.01)


def test_draws_stay_within_a_credible_corridor(two_hundred):
    unemployment = two_hundred.values["unemployment", "everyone"]
    assert unemployment.min() > 0.03
    assert unemployment.max() < 0.12
    growth = np.log(two_hundred.values["gdp", "everyone"][..., -1]) / 25
    low, _median, high = engine.quantiles(growth[..., np.newaxis])[..., 0]
    assert low.min() > 0.005
    assert high.max() < 0.020


def test_unemployment_beyond_trust_is_counted(two_hundred):
    share = (two_hundred.values["unemployment", "low_educated"] > 0.25).mean()
    assert 0 < share < 0.01
    assert two_hundred.provenance["implausible"] == share


def test_faster_displacement_is_worse_for_workers_step_by_step():
    paces = [dict(SCENARIOS[0]) | {"displacement_pace": pace} for pace in (0.5, 1.0, 2.0, 3.0, 4.0)]
    outcome = engine.project(scenarios=paces, parameters=MODE, years=[2040])
    at = {key: values[:, 0, 0] for key, values in outcome.values.items()}
    assert (np.diff(at["unemployment", "everyone"]) > 0).all()
    assert (np.diff(at["real_wage", "low_educated"]) < 0).all()
    assert (np.diff(at["labour_share", "everyone"]) < 0).all()
    assert (np.diff(at["routine_share", "everyone"]) < 0).all()


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_any_input_within_bounds_gives_sound_numbers(data):
    def inside(spec):
        return data.draw(st.one_of(st.sampled_from([spec.low, spec.high]), st.floats(spec.low, spec.high)), spec.key)

    scenario = {spec.key: inside(spec) for spec in engine.DRIVERS}
    levers = {spec.key: inside(spec) for spec in engine.LEVERS}
    reform = engine.Reform(
        levers, start_year=data.draw(st.integers(2016, 2040)), phase_years=data.draw(st.integers(1, 25))
    )
    priors = {
        spec.key: [data.draw(st.sampled_from([spec.least, spec.low, spec.mode, spec.high, spec.most]), spec.key)]
        for spec in engine.PRIORS
    }
    outcome = engine.project(
        scenarios=[scenario],
        reforms=[reform],
        parameters=engine.Parameters.from_arrays(priors),
        years=range(2015, 2041),
    )
    for key, values in outcome.values.items():
        assert np.isfinite(values).all(), key
    for together in (
        [("contract_share", group) for group in ("permanent_workers", "flexible_workers", "self_employed")],
        [(f"{third}_wage_jobs", "everyone") for third in ("low", "middle", "high")],
        [(f"{kind}_share", "everyone") for kind in ("routine", "abstract", "service")],
    ):
        assert np.abs(sum(outcome.values[key] for key in together) - 1).max() < 1e-12, together
    for name in ("unemployment", "poverty", "low_paid_insecure", "contract_share", "routine_share", "reemployment"):
        values = np.stack([array for (outcome_key, _group), array in outcome.values.items() if outcome_key == name])
        assert values.min() >= 0, name
        assert values.max() <= 1, name
    for name in ("employment", "real_wage", "net_income", "gdp", "wage_ratio"):
        assert min(a.min() for (outcome_key, _), a in outcome.values.items() if outcome_key == name) > 0, name


def test_variants_come_on_the_draw_axis_in_their_own_order():
    outcome = engine.project_variants(scenarios=SCENARIOS, years=[2040])
    assert outcome.values["unemployment", "everyone"].shape == (4, 7, 1)
    base = engine.project(scenarios=SCENARIOS, parameters=MODE, years=[2040])
    for key, values in outcome.values.items():
        assert values[:, 0] == pytest.approx(base.values[key][:, 0], rel=1e-10)


@pytest.mark.parametrize(
    ("years", "error"),
    [
        ([], engine.ContradictionError),
        ([2014], engine.OutOfBoundsError),
        ([2041], engine.OutOfBoundsError),
        ([2020.5], engine.OutOfBoundsError),
        ([2030, 2020], engine.ContradictionError),
        ([2030, 2030], engine.ContradictionError),
        (["2030"], engine.NotANumberError),
    ],
)
def test_years_that_cannot_be_reported_are_refused(years, error):
    with pytest.raises(error) as refused:
        engine.project(scenarios=SCENARIOS, parameters=MODE, years=years)
    assert refused.value.field == "years"


def test_no_scenario_is_refused():
    with pytest.raises(engine.ContradictionError, match="at least one"):
        engine.project(scenarios=[], parameters=MODE)


def test_a_package_beyond_bounds_is_refused_before_running():
    twice = [reference.reform("self_insurance"), engine.Reform({"self_employed_insurance": 0.5})]
    with pytest.raises(engine.ContradictionError, match="self_employed_insurance"):
        engine.project(scenarios=SCENARIOS, reforms=twice, parameters=MODE)


def test_provenance_is_enough_to_run_it_again():
    reforms = [reference.reform("training_account")]
    parameters = engine.draw_parameters(5, 9)
    first = engine.project(scenarios=SCENARIOS, reforms=reforms, parameters=parameters)
    told = first.provenance
    again = engine.project(
        scenarios=told["scenarios"],
        reforms=[engine.Reform(**reform) for reform in told["reforms"]],
        parameters=engine.draw_parameters(told["draws"], told["seed"]),
        years=told["years"],
    )
    assert told["version"] == engine.VERSION
    assert all((again.values[key] == values).all() for key, values in first.values.items())


def test_an_outcome_asked_for_alone_is_the_same_as_among_all_others():
    """The distribution is left out where nothing asked for needs it: no figure may notice."""
    whole = engine.project(scenarios=SCENARIOS[:2], parameters=MODE, years=[2015, 2030])
    for key, values in whole.values.items():
        alone = engine.project(scenarios=SCENARIOS[:2], parameters=MODE, years=[2015, 2030], outcomes=[key])
        assert list(alone.values) == [key]
        assert np.array_equal(alone.values[key], values), key


def test_what_is_made_of_the_distribution_is_what_is_said_to_show_it():
    """Asked for what needs none of it, exactly those outcomes come out as not-a-number."""
    world = World(netherlands(), over_lanes([SCENARIOS[0]], 1), MODE.over_lanes(1))
    measures = simulate(world, [()], [2015, 2030], outcomes=[("unemployment", "everyone")])
    missing = {key[0] for key, values in measures[2030].items() if np.isnan(values).any()}
    assert missing == frozenset().union(*distribution.SHOWN_IN.values())


def test_an_outcome_that_the_model_does_not_have_is_refused_with_the_nearest_name():
    with pytest.raises(engine.UnknownNameError, match="unemployment of low_educated"):
        engine.project(scenarios=SCENARIOS, parameters=MODE, outcomes=[("unemploymnt", "low_educated")])
    with pytest.raises(engine.ContradictionError, match="no outcome"):
        engine.project(scenarios=SCENARIOS, parameters=MODE, outcomes=[])


def test_packages_side_by_side_give_what_each_gives_alone():
    """To the last digits: a lane's place in the arrays may change how its sums are rounded."""
    packages = [
        [],
        [reference.reform("mw_up_10")],
        [reference.reform("floor_rate"), reference.reform("training_account")],
        [reference.reform("ww_shorter_12m")],
    ]
    parameters = engine.draw_parameters(7, 3)
    together = engine.project_packages(scenarios=SCENARIOS, packages=packages, parameters=parameters, years=YEARS)
    for package, found in zip(packages, together, strict=True):
        alone = engine.project(scenarios=SCENARIOS, reforms=package, parameters=parameters, years=YEARS)
        assert found.provenance == alone.provenance
        for key, values in alone.values.items():
            assert found.values[key] == pytest.approx(values, rel=1e-11, abs=1e-14), key


def test_a_package_that_does_nothing_is_exactly_the_same_beside_others():
    packages = [[], [engine.Reform({})], [reference.reform("floor_rate"), reference.reform("mw_up_10")]]
    without, idle, _other = engine.project_packages(scenarios=SCENARIOS, packages=packages, parameters=MODE)
    for key, values in without.values.items():
        assert (idle.values[key] == values).all(), key


def test_the_size_of_the_blocks_makes_no_difference(monkeypatch):
    parameters = engine.draw_parameters(11, 3)
    packages = [[], [reference.reform("mw_up_10")]]
    asked = {"scenarios": SCENARIOS, "packages": packages, "parameters": parameters}
    whole = engine.project_packages(**asked)
    monkeypatch.setattr(engine.projection, "_LANES_AT_A_TIME", 26 * 5)
    parts = engine.project_packages(**asked)
    for one, other in zip(whole, parts, strict=True):
        for key, values in one.values.items():
            assert other.values[key] == pytest.approx(values, rel=1e-11, abs=1e-14), key


def test_a_package_among_several_that_contradicts_itself_is_refused():
    packages = [[], [reference.reform("mw_up_10"), engine.Reform({"minimum_wage": -0.1})]]
    with pytest.raises(engine.ContradictionError, match="minimum_wage"):
        engine.project_packages(scenarios=SCENARIOS, packages=packages, parameters=MODE)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a question to the engine and back: what the answers hold, and that a row can hold them."""

import json
import subprocess
import sys

import numpy as np
import pytest

import engine
from scenarios.arrays.studies import answer_to
from scenarios.arrays.studies.discovery import ways_to_fail
from scenarios.arrays.studies.packages import efficient_packages
from scenarios.arrays.studies.sensitivity import what_moves
from scenarios.arrays.studies.timing import crossings
from scenarios.enums import StudyKind
from scenarios.selectors.studies.discovery import Criterion, DiscoveryAnswer, Outcome, Told
from scenarios.selectors.studies.packages import PackagesAnswer
from scenarios.selectors.studies.plain import plain, read
from scenarios.selectors.studies.sensitivity import SensitivityAnswer
from scenarios.selectors.studies.timing import TimingAnswer
from tests.factories import studies as asking

SILENT = lambda _done, _steps: None  # noqa: E731


# --- what could make it fail ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def training():
    """The training account, over 1,200 futures: it fails where training hardly works."""
    return ways_to_fail(asking.about_reform("training_account", draws=300), SILENT)


@pytest.fixture(scope="module")
def subsidy():
    return ways_to_fail(asking.about_reform("low_wage_subsidy", draws=300), SILENT)


def test_the_futures_are_four_to_a_draw_and_every_factor_says_between_what_it_was_drawn(training):
    assert training.futures == 1200
    assert len(training.factors) == len(engine.DRIVERS) + len(engine.PRIORS)
    assert all(factor.low < factor.high for factor in training.factors)


def test_every_way_to_fail_is_looked_at_once(training):
    kinds = [one.criterion for one in training.ways]
    assert kinds[0] == Criterion.USEFUL
    assert kinds.count(Criterion.SIDE) == 3
    assert kinds.count(Criterion.FLOOR) == 5
    assert kinds.count(Criterion.GROUP) > 20
    assert len({one.key for one in training.ways}) == len(training.ways)
    assert not any(one.group == "government" for one in training.ways if one.criterion == Criterion.GROUP)


def test_a_box_is_found_where_the_equations_put_it(subsidy):
    way = subsidy.way("useful")
    assert (way.found, way.told) == (Outcome.BOX, Told.FAILS)
    assert "zeta" in {limit.factor for limit in way.box.limits}
    assert next(limit for limit in way.box.limits if limit.factor == "zeta").high < 0.35
    assert way.box.density > 1.5 * way.fails
    assert way.refits.used["zeta"] > 0.8


def test_what_hardly_ever_fails_is_said_to_and_has_no_box(training):
    way = training.way("side-employers")
    assert (way.found, way.box, way.picture) == (Outcome.NEVER, None, None)


def test_a_reform_that_is_nearly_always_useless_fails_always():
    found = ways_to_fail(asking.about_reform("shorter_week", draws=60), SILENT)
    assert found.way("useful").found == Outcome.ALWAYS
    assert found.way("useful").told == Told.HOLDS


def test_the_picture_shows_futures_on_the_factors_of_the_box(subsidy):
    way = subsidy.way("useful")
    limited = [limit.factor for limit in way.box.limits]
    assert {way.picture.across, way.picture.up} >= set(limited[:2])
    assert len(way.picture.points) == 300
    share = np.mean([point[2] for point in way.picture.points])
    assert share == pytest.approx(way.fails, abs=0.08)


# --- what determines the outcome -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def moved():
    return what_moves(asking.about_reform("training_account"), SILENT)


def test_every_scenario_has_every_effect_with_a_rank_and_a_share_for_each_assumption(moved):
    assert set(moved.scenarios) == {one.key for one in asking.SCENARIOS}
    for effects in moved.scenarios.values():
        assert len(effects) == 3 + sum(len(spec.groups) for spec in engine.OUTCOMES)
        assert all(len(one.ranks) == len(engine.PRIORS) for one in effects)
        assert all(len(one.total) in {0, len(engine.PRIORS)} for one in effects)


def test_what_training_brings_hangs_on_whether_training_works(moved):
    income = moved.moved("trend", "net_income-income_q1")
    shares = dict(zip(moved.assumptions, income.total, strict=True))
    assert max(shares, key=shares.get) == "el_train"
    assert shares["el_train"] > 0.8
    assert dict(zip(moved.assumptions, income.ranks, strict=True))["el_train"] > 0.8


def test_an_effect_that_is_the_same_in_every_draw_has_no_shares():
    found = what_moves(asking.about_reform("aow_plus_1"), SILENT)
    assert found.moved("trend", "reemployment-routine_workers").is_moved is False


# --- needed by when ------------------------------------------------------------------------------------


def test_every_floor_is_counted_in_every_scenario_over_all_years_after_the_base_year():
    found = crossings(asking.about_floors(), SILENT)
    assert found.years == tuple(range(2016, 2041))
    assert [(one.outcome, one.group) for one in found.floors] == [
        ("cost_index", "small_employers"),
        ("cost_index", "large_employers"),
        ("net_income", "income_q1"),
        ("net_income", "income_q2"),
        ("balance", "government"),
    ]
    for floor in found.floors:
        assert set(floor.scenarios) == {one.key for one in asking.SCENARIOS}
        assert all(0 <= sum(path.counts) <= 60 for path in floor.scenarios.values())


def test_the_counts_are_those_of_the_paths_themselves():
    found = crossings(asking.about_floors(), SILENT)
    balance = next(one for one in found.floors if one.outcome == "balance")
    paths = engine.project(
        scenarios=[engine.default_drivers("trend")],
        parameters=engine.draw_parameters(60, asking.about_floors().seed),
        years=found.years,
    ).values["balance", "government"][0]
    years = [next((year for year, value in zip(found.years, row, strict=True) if value < -0.03), None) for row in paths]
    assert balance.scenarios["trend"].counts == tuple(years.count(year) for year in found.years)


def test_a_floor_that_nobody_has_is_not_looked_at():
    assert crossings(asking.TimingQuestion(asking.SCENARIOS, (), 60), SILENT).floors == ()


def test_a_floor_out_of_reach_is_never_crossed_and_gives_no_signal():
    found = crossings(asking.about_floors(balance=-0.5), SILENT)
    path = found.floors[-1].scenarios["trend"]
    assert sum(path.counts) == 0
    assert path.signals == {}


# --- packages ------------------------------------------------------------------------------------------

MENU = ("training_account", "low_wage_subsidy", "epl_perm_looser", "robot_tax", "mw_up_10", "mw_down_10")


@pytest.fixture(scope="module")
def packages():
    return efficient_packages(asking.about_packages(*MENU, frame_bn=4.0), SILENT)


def test_every_package_within_the_frame_is_tried_and_the_others_are_counted(packages):
    assert [set(one.package) for one in packages.clashes] == [{"mw_up_10", "mw_down_10"}]
    without_clash = 15 - 1 + 20 - 4  # pairs and triples of six, less those that hold both minimum wages
    assert packages.tried + packages.beyond_frame == without_clash
    assert packages.beyond_frame > 0
    assert all(one.cost_bn <= 4.0 for one in packages.efficient)


def test_no_package_shown_is_beaten_by_another_one_shown(packages):
    for one in packages.efficient:
        for other in packages.efficient:
            beats = other.cost_bn <= one.cost_bn and other.gain >= one.gain
            assert not (beats and (other.cost_bn < one.cost_bn or other.gain > one.gain)), (one, other)


def test_the_sides_that_measure_by_the_budget_alone_do_not_count_twice():
    """The two cost 3.6 billion, which is many smallest differences of the balance; no other side loses by them."""
    (dear,) = efficient_packages(asking.about_packages("training_account", "low_wage_subsidy"), SILENT).efficient
    assert dear.balance_bn < -2.0
    assert dear.yardstick in {"employers", "workers"}
    assert dear.gain > -1.0


def test_a_stated_cost_is_added_up_and_one_of_the_model_is_its_dearest_scenario(packages):
    assert packages.costs["training_account"] == 1.2
    assert packages.costs["robot_tax"] == -1.0
    assert 3.0 < packages.costs["mw_up_10"] < 6.0
    for one in packages.efficient:
        assert one.cost_bn == pytest.approx(sum(packages.costs[key] for key in one.package), abs=1e-5)


def test_support_is_that_of_the_least_supported_member_and_unknown_as_soon_as_one_was_not_voted_on():
    keys = ("training_account", "epl_perm_looser", "robot_tax")
    found = efficient_packages(
        asking.about_packages(*keys, support={keys[0]: 0.9, keys[1]: 0.4, keys[2]: None}), SILENT
    )
    support = {one.package: one.support for one in found.efficient}
    assert all(share == 0.4 for package, share in support.items() if keys[2] not in package)
    assert all(share is None for package, share in support.items() if keys[2] in package)
    assert any(share == 0.4 for share in support.values()), "what is voted on is not beaten by what is not"


def test_a_frame_that_nothing_fits_in_leaves_nothing_to_show():
    found = efficient_packages(asking.about_packages("training_account", "low_wage_subsidy", frame_bn=0.5), SILENT)
    assert (found.tried, found.beyond_frame, found.efficient) == (0, 1, ())


def test_with_too_many_triples_only_pairs_are_tried(monkeypatch):
    monkeypatch.setattr("scenarios.arrays.studies.packages.MOST_PACKAGES", 19)
    found = efficient_packages(asking.about_packages(*MENU[:5], frame_bn=100.0), SILENT)
    assert found.largest == 2
    assert found.tried == 10


# --- as a row holds it ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "question", "form"),
    [
        (StudyKind.DISCOVERY, asking.about_reform(), DiscoveryAnswer),
        (StudyKind.SENSITIVITY, asking.about_reform(), SensitivityAnswer),
        (StudyKind.TIMING, asking.about_floors(), TimingAnswer),
        (StudyKind.PACKAGES, asking.about_packages(*MENU[:3]), PackagesAnswer),
    ],
)
def test_an_answer_survives_being_stored(kind, question, form):
    told = []
    answer = answer_to(kind, json.loads(json.dumps(plain(question))), lambda *step: told.append(step))
    stored = json.loads(json.dumps(answer, allow_nan=False))
    assert plain(read(form, stored)) == stored
    assert told
    assert all(0 <= done <= steps for done, steps in told)


def test_neither_the_site_nor_a_worker_that_projects_loads_the_libraries_of_studies():
    """They cost seconds and a hundred megabytes: only a worker that answers such a study pays."""
    check = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings.test'; import django; django.setup();"
        "import scenarios.tasks, workshops.urls; sys.exit('sklearn' in sys.modules or 'scipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0

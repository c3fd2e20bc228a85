# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an address tries: where every field starts, what it carries, and what a held version is."""

import pytest
from django.http import QueryDict
from django.utils import translation

from scenarios import vocabulary
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory
from workshops.forms.proposals import Start
from workshops.forms.trial_drivers import ScenarioTrialForm
from workshops.forms.trial_levers import ReformTrialForm, taken_over
from workshops.forms.trials import settled

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def reform():
    return ReformRevisionFactory.build(levers={"minimum_wage": 0.1, "benefit_link": 1.0}, start_year=2018)


@pytest.fixture
def edition():
    return ScenarioRevisionFactory.build()


def levers(query="", reform=None, **how):
    form = ReformTrialForm(QueryDict(query), revision=reform, **how)
    form.is_valid()
    return form


def drivers(query, edition, **how):
    form = ScenarioTrialForm(QueryDict(query), revision=edition, **how)
    form.is_valid()
    return form


def test_what_the_address_leaves_out_stands_where_the_reform_has_it(reform):
    form = levers("lever_minimum_wage=5", reform)

    assert form.levers == {"minimum_wage": 0.05, "benefit_link": 1.0}
    assert (form.cleaned_data["start_year"], form.cleaned_data["phase_years"]) == (2018, 3)


def test_a_link_carries_only_what_was_moved(reform):
    assert levers("", reform).moved == {}
    assert levers("lever_minimum_wage=10&lever_benefit_link=100.0&start_year=2018", reform).moved == {}
    moved = levers("lever_minimum_wage=2,50&phase_years=7&budget_bn=-1", reform).moved
    assert moved == {"lever_minimum_wage": "2.5", "phase_years": "7", "budget_bn": "-1"}


def test_a_link_reads_the_same_in_both_languages(reform):
    with translation.override("nl"):
        dutch = levers("lever_minimum_wage=2.5", reform)
    assert dutch["lever_minimum_wage"].value() == "2,5"
    assert levers("lever_minimum_wage=2,5", reform).moved == dutch.moved == {"lever_minimum_wage": "2.5"}


def test_moving_everything_back_is_moving_nothing(reform):
    form = levers("lever_minimum_wage=0&lever_benefit_link=0", reform)

    assert form.levers == {}
    assert form.words == "Nothing is moved."


def test_a_trial_knows_whether_the_model_works_out_the_costs(reform, edition):
    costed = levers("budget_bn=-3", reform).trial([edition.drivers], year=2030)
    stated = levers("lever_training=1&budget_bn=-3", reform).trial([edition.drivers], year=2030)

    assert (costed.is_costed_by_model, costed.budget_bn) == (True, 0.0)
    assert (stated.is_costed_by_model, stated.budget_bn) == (False, -3.0)


def test_a_link_of_benefits_without_a_change_of_the_wage_may_be_tried():
    form = levers("lever_benefit_link=100")

    assert form.errors == {}
    assert form.levers == {"benefit_link": 1.0}


def test_the_levers_of_the_reform_come_first_and_all_the_others_after_them(reform):
    form = levers("lever_training=1", reform)
    others = [one.field.name for theme in form.others for one in theme.controls]

    assert [one.field.name for one in form.own] == ["lever_minimum_wage", "lever_benefit_link"]
    assert len(form.own) + len(others) == len(vocabulary.levers())
    assert [theme.moved for theme in form.others if theme.is_open] == [1]


def test_every_control_says_what_it_means_its_bounds_its_unit_and_where_it_comes_from(reform, edition):
    form = levers("", reform)
    forces = [one for theme in drivers("", edition).themes for one in theme.controls]
    for one in [*form.own, *(one for theme in form.others for one in theme.controls), *forces]:
        assert one.sentence
        assert one.unit
        assert one.bounds.startswith("From ")
        assert one.source
        assert one.status in {"found", "memory", "assumption"}
        assert one.start == one.field.value()
    assert all(len(one.levels) >= 3 for one in forces)
    assert "at 0 nothing changes" in form.own[0].bounds


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("lever_minimum_wage=40.1", "lever_minimum_wage", "from −15.0 to 40.0"),
        ("lever_minimum_wage=-15.1", "lever_minimum_wage", "from −15.0 to 40.0"),
        ("lever_minimum_wage=much", "lever_minimum_wage", "Type a number"),
        ("lever_minimum_wage=NaN", "lever_minimum_wage", "Type a number"),
        ("lever_minimum_wage=Infinity", "lever_minimum_wage", "Type a number"),
        ("lever_minimum_wage=1e999999999", "lever_minimum_wage", "Type a number"),
        ("lever_minimum_wage=1e-999999999", "lever_minimum_wage", "Type a number"),
        ("start_year=2015", "start_year", "from 2016 to 2040"),
        ("start_year=2041", "start_year", "from 2016 to 2040"),
        ("start_year=2020.5", "start_year", "whole number"),
        ("start_year=", "start_year", "whole number"),
        ("phase_years=0", "phase_years", "from 1 to 25"),
        ("phase_years=26", "phase_years", "from 1 to 25"),
        ("budget_bn=-101", "budget_bn", "from −100 to 100"),
        ("budget_bn=1e999999999", "budget_bn", "Type a number"),
        ("lever_of_archimedes=1", "__all__", "no lever called “of_archimedes”"),
        ("set=lever_minimum_wage:99", "lever_minimum_wage", "from −15.0 to 40.0"),
    ],
)
def test_what_cannot_be_computed_names_the_field_and_what_to_do(query, field, words, reform):
    form = levers(query, reform)

    assert list(form.errors) == [field]
    assert words in form.errors[field][0]


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("driver_displacement_pace=4.1", "driver_displacement_pace", "from 0.5 to 4"),
        ("driver_displacement_pace=0.4", "driver_displacement_pace", "from 0.5 to 4"),
        ("driver_displacement_pace=", "driver_displacement_pace", "from 0.5 to 4"),
        ("driver_displacement_pace=fast", "driver_displacement_pace", "Type a number, such as 2.5."),
        ("driver_of_the_bus=1", "__all__", "no driving force called “of_the_bus”"),
    ],
)
def test_a_driving_force_out_of_bounds_is_refused_with_its_bounds(query, field, words, edition):
    form = drivers(query, edition)

    assert list(form.errors) == [field]
    assert words in form.errors[field][0]


def test_what_was_typed_wrong_stays_as_it_was_typed(reform):
    assert levers("lever_minimum_wage=4O,1", reform)["lever_minimum_wage"].value() == "4O,1"


def test_a_driver_that_was_not_moved_keeps_the_very_value_of_the_edition(edition):
    edition.drivers = {**edition.drivers, "demand_high": 0.016812345}
    form = drivers("driver_displacement_pace=2.6", edition)

    assert form.drivers == {**edition.drivers, "displacement_pace": 2.6}
    assert form.moved == {"driver_displacement_pace": "2.6"}
    assert form.words == "Pace of displacement: 2.6 times the old pace."


def test_a_worded_level_sets_its_driving_force(edition):
    form = drivers("driver_displacement_pace=3&set=driver_displacement_pace:0.7", edition)

    assert form.drivers["displacement_pace"] == 0.7


@pytest.mark.parametrize("name", ["from", "held", "csrfmiddlewaretoken", "driver_nothing", ""])
def test_a_level_for_something_else_sets_nothing(name, edition):
    assert drivers(f"set={name}:3", edition).moved == {}


def test_holding_keeps_the_version_beside_what_is_moved_after_it(reform):
    query = settled(QueryDict("from=own&lever_minimum_wage=5&start_year=2020&hold=1"))
    held = ReformTrialForm(query, revision=reform, held=True)
    query["lever_minimum_wage"] = "7"

    assert query["held"] == "1"
    assert held.is_valid()
    assert held.moved == {"lever_minimum_wage": "5", "start_year": "2020"}
    assert levers(query.urlencode(), reform).moved == {"lever_minimum_wage": "7", "start_year": "2020"}


def test_holding_another_version_lets_the_first_one_go():
    query = settled(QueryDict("lever_minimum_wage=5&held=1&held-lever_training=1&held-start_year=2020&hold=1"))

    assert {name for name in query if name.startswith("held-")} == {"held-lever_minimum_wage"}


def test_letting_go_leaves_nothing_of_the_held_version():
    query = settled(QueryDict("lever_minimum_wage=5&held=1&held-lever_training=1&release=1"))

    assert set(query) == {"lever_minimum_wage", "release"}


def test_starting_again_leaves_the_held_version_and_the_place():
    query = settled(
        QueryDict("from=own&lever_minimum_wage=5&driver_x=1&phase_years=2&held=1&held-start_year=2020&restart=1")
    )

    assert set(query) == {"from", "held", "held-start_year", "restart"}


def test_a_proposal_takes_over_levers_timing_and_money_and_nothing_else():
    query = QueryDict(
        "from=own&lever_minimum_wage=2.5&lever_x=1&start_year=2022&budget_bn=-1.5&title=x&held-lever_training=1"
    )
    with translation.override("nl"):
        taken = taken_over(query, Start("own"))

    assert taken == {"lever_minimum_wage": "2,5", "start_year": "2022", "budget_kind": "costs", "budget_bn": "1,5"}
    assert taken_over(query, Start("beyond")) == {}
    assert taken_over(QueryDict("budget_bn=2"), Start("own")) == {"budget_kind": "yields", "budget_bn": "2"}

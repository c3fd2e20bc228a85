# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing a reform: every lever within its bounds, every edition said in both languages."""

import math

import pytest
from django.utils import translation

from scenarios import vocabulary
from scenarios.enums import Level, Modelled
from scenarios.errors import LeverOutOfBoundsError, ScenarioError
from scenarios.models import Reform
from scenarios.services.reforms import (
    FIRST_START,
    LAST_START,
    bounds_of,
    checked_levers,
    interpretation_of,
    is_costed_by_model,
    modelled_by,
    write_reform,
)
from tests.factories import InstitutionFactory, ReformFactory, ReformRevisionFactory, UserFactory


@pytest.fixture
def written(db):
    def write(**changes):
        words = {
            "author": UserFactory(),
            "title": "Meer scholing",
            "summary": "Iedereen leert.",
            "levers": {"training": 0.5},
            "level": Level.BOTH,
            "actors": "Kabinet",
            "start_year": 2018,
            "budget_bn": -0.6,
            "budget_source": "Eigen schatting.",
        }
        return write_reform(**words | changes)

    return write


def test_a_reform_of_ones_own_says_what_its_words_became_in_both_languages(written):
    with translation.override("nl"):
        reform = written()

    assert (reform.number, reform.lang, reform.modelled) == (1, "nl", Modelled.FULL)
    assert reform.said("interpretation", "nl") == "Scholing van werkenden: +0,60 miljard euro per jaar."
    assert reform.said("interpretation", "en") == "Training of workers: +0.60 billion euros a year."
    assert (reform.exante_budget_bn, reform.budget_from_model) == (-0.6, False)


def test_what_is_left_out_makes_it_partly_modelled_and_no_lever_not_at_all():
    assert modelled_by({"training": 1.0}, "") == Modelled.FULL
    assert modelled_by({"training": 1.0}, "De kwaliteit van de lessen.") == Modelled.PARTLY
    assert modelled_by({"training": 1.0}, "   ") == Modelled.FULL
    assert modelled_by({}, "Alles.") == Modelled.NONE


def test_a_reform_that_the_model_costs_keeps_no_amount_of_its_own(written):
    reform = written(levers={"minimum_wage": 0.05}, budget_bn=-9.0)

    assert reform.budget_from_model
    assert (reform.exante_budget_bn, reform.budget_source) == (0.0, "")
    assert is_costed_by_model({"benefit_duration": -6.0})
    assert not is_costed_by_model({"benefit_duration": -6.0, "training": 1.0})
    assert not is_costed_by_model({})


def test_a_reform_based_on_another_is_about_the_same_institution(written):
    known = ReformRevisionFactory(reform=ReformFactory(institution=InstitutionFactory()))

    assert written(based_on=known).reform.institution == known.reform.institution


def test_a_lever_left_at_nought_is_not_moved():
    assert checked_levers({"training": 0.0, "job_to_job": 0.1}) == {"job_to_job": 0.1}


@pytest.mark.parametrize("value", [0.41, -0.16, math.nan, math.inf, -math.inf])
def test_a_lever_outside_its_bounds_is_refused_in_the_unit_that_is_shown(value):
    with translation.override("en"), pytest.raises(LeverOutOfBoundsError) as refused:
        checked_levers({"minimum_wage": value})

    assert refused.value.field == "minimum_wage"
    assert refused.value.message == "Statutory minimum wage: choose a value from −15.0 to 40.0 (%)."


@pytest.mark.parametrize("key", ["minimum_wage", "pension_age", "benefit_duration"])
def test_the_bounds_themselves_are_allowed(key):
    lever = vocabulary.lever(key)

    assert checked_levers({key: lever.low}) == {key: lever.low}
    assert checked_levers({key: lever.high}) == {key: lever.high}


def test_bounds_are_said_in_the_language_of_the_reader():
    with translation.override("nl"):
        assert "−2,0" in bounds_of(vocabulary.lever("pension_age"))


def test_an_unknown_lever_is_refused_with_its_name():
    with pytest.raises(ScenarioError, match="robot_speed") as refused:
        checked_levers({"robot_speed": 1.0})
    assert refused.value.field == "robot_speed"


def test_passing_on_a_minimum_wage_that_does_not_change_is_refused():
    with pytest.raises(ScenarioError) as refused:
        checked_levers({"benefit_link": 1.0, "minimum_wage": 0.0})
    assert refused.value.field == "benefit_link"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("start_year", {"start_year": FIRST_START - 1}),
        ("start_year", {"start_year": LAST_START + 1}),
        ("phase_years", {"phase_years": 0}),
        ("phase_years", {"phase_years": 26}),
        ("budget_bn", {"budget_bn": math.nan}),
        ("budget_bn", {"budget_bn": -101.0}),
    ],
)
def test_a_year_or_an_amount_that_the_model_cannot_take_is_refused_and_nothing_is_written(written, field, changes):
    with pytest.raises(ScenarioError) as refused:
        written(**changes)

    assert refused.value.field == field
    assert not Reform.objects.exists()


def test_a_quarter_of_a_year_is_not_rounded_away():
    assert interpretation_of({"pension_age": 0.25}).nl == "AOW-leeftijd: +0,25 jaar."
    assert interpretation_of({"minimum_wage": -0.1}).en == "Statutory minimum wage: −10.0%."

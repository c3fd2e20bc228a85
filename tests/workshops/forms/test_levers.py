# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Levers as fields: what may be typed, and what it becomes."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation

from scenarios import vocabulary
from workshops.forms.levers import LeverField, NumberField, lever_fields, plain, themes_in

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.mark.parametrize(
    ("typed", "shift"),
    [("2.5", 0.025), ("2,5", 0.025), ("\N{MINUS SIGN}3", -0.03), (" -3 ", -0.03), ("", 0.0), (None, 0.0), ("0", 0.0)],
)
def test_a_number_may_be_typed_with_a_comma_a_point_or_a_real_minus(typed, shift):
    assert LeverField(vocabulary.lever("minimum_wage")).clean(typed) == shift


@pytest.mark.parametrize("typed", ["much", "1,2,3", "1e", "NaN", "Infinity", "--2"])
def test_what_is_no_number_is_said_so_with_an_example(typed):
    with pytest.raises(ValidationError, match=r"such as 2\.5"):
        LeverField(vocabulary.lever("minimum_wage")).clean(typed)


@pytest.mark.parametrize("typed", ["40.01", "-15.5", "1e9", "999999999999999999999999"])
def test_a_lever_out_of_bounds_is_refused_with_its_bounds(typed):
    with pytest.raises(ValidationError, match=r"from −15\.0 to 40\.0"):
        LeverField(vocabulary.lever("minimum_wage")).clean(typed)


def test_what_the_catalogue_moves_is_read_back_as_it_was():
    for reform in vocabulary.catalogue():
        for key, value in reform.levers.items():
            assert LeverField(vocabulary.lever(key)).clean(plain(value, vocabulary.lever(key))) == value


def test_the_slider_can_reach_both_ends_and_what_is_typed():
    for lever in vocabulary.levers():
        limits = LeverField(lever).limits
        assert float(limits["min"]) < float(limits["max"])
        assert float(limits["step"]) > 0


def test_a_field_starts_as_people_of_the_language_type_it():
    with translation.override("nl"):
        assert lever_fields({"labour_cost_low": -0.045})["lever_labour_cost_low"].initial == "-4,5"
    assert lever_fields({})["lever_pension_age"].initial == "0"


def form(data=None, **moved):
    one = forms.Form(data)
    one.fields |= lever_fields(moved)
    return one


def test_only_the_themes_of_moved_levers_stand_open():
    themes = list(themes_in(form(training=1.0, job_to_job=0.1), is_first_open=False))

    assert [theme.moved for theme in themes if theme.is_open] == [2]
    assert sum(len(theme.fields) for theme in themes) == len(vocabulary.levers())


def test_without_any_lever_moved_the_first_theme_shows_what_levers_are():
    themes = list(themes_in(form(), is_first_open=True))

    assert [theme.is_open for theme in themes] == [True] + [False] * (len(themes) - 1)


def test_a_theme_with_something_wrong_in_it_is_open():
    themes = list(themes_in(form({"lever_pension_age": "99", "lever_training": "many"}), is_first_open=False))

    assert {theme.title for theme in themes if theme.is_open} == {
        "Learning and moving to other work",
        "Working time, pension and participation",
    }


def test_an_empty_number_is_none():
    assert NumberField(required=False).clean("") is None

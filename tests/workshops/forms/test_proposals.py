# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a proposal: what it starts with, what it refuses, what it becomes."""

import pytest
from django.utils import translation

from tests.factories import ReformRevisionFactory, council
from workshops.enums import Scope, Track
from workshops.forms.proposals import COSTS, NEITHER, YIELDS, ProposalForm, Start
from workshops.services.drafts import LONGEST

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    return council()


def typed(table, **changes):
    return {
        "form_key": "8d6f3c0e-3a44-4c5e-9c5b-0d7d7a7e3f11",
        "seat": str(table.seat("workers").id),
        "title": "More training",
        "summary": "Everybody learns.",
        "reasons": "Because work changes.",
        "addresses_kind": "bottleneck",
        "addresses": "Low-educated people find less work.",
        "level": "both",
        "actors": "Government",
        "start_year": "2018",
        "phase_years": "3",
        "scope": "this_advice",
        "track": "",
        "budget_kind": NEITHER,
        "budget_bn": "",
        "budget_source": "",
        "left_out": "",
        "lever_training": "0,6",
    } | changes


def filled(table, start=None, seats=None, **changes):
    start = start or Start("own")
    return ProposalForm(typed(table, **changes), start=start, seats=seats or table.as_member("workers").seats)


def test_what_was_typed_becomes_a_draft_in_the_units_of_the_engine(table):
    form = filled(table, budget_kind=COSTS, budget_bn="0,6")

    assert form.is_valid(), form.errors
    assert form.draft.levers == {"training": 0.5}
    assert (form.draft.budget_bn, form.draft.start_year, form.draft.based_on) == (-0.6, 2018, None)


def test_money_that_comes_in_has_the_other_sign(table):
    form = filled(table, budget_kind=YIELDS, budget_bn="1.7")

    assert form.is_valid()
    assert form.draft.budget_bn == 1.7


def test_one_seat_is_not_asked_for_and_two_are_without_a_choice_made_beforehand(table):
    one = table.as_member("workers").seats
    two = (*one, table.seat("workers", 2))

    assert ProposalForm(start=Start("own"), seats=one)["seat"].is_hidden
    form = ProposalForm(start=Start("own"), seats=two)
    assert not form["seat"].is_hidden
    assert form["seat"].value() is None


def test_a_seat_of_somebody_else_is_refused(table):
    form = filled(table, seat=str(table.seat("crown").id))

    assert form.errors["seat"] == ["You do not hold this seat. Choose a seat of your own."]


@pytest.mark.parametrize(
    ("field", "changes", "words"),
    [
        ("title", {"title": "   "}, "the others need it"),
        ("reasons", {"reasons": ""}, "the others need it"),
        ("level", {"level": "galactic"}, "valid choice"),
        ("addresses_kind", {"addresses_kind": ""}, "Choose one of the answers"),
        ("start_year", {"start_year": "2015"}, "from 2016 to 2040"),
        ("start_year", {"start_year": "soon"}, "from 2016 to 2040"),
        ("start_year", {"start_year": "2018.5"}, "from 2016 to 2040"),
        ("phase_years", {"phase_years": "0"}, "from 1 to 25"),
        ("track", {"scope": Scope.SEPARATE_TRACK}, "which separate track"),
        ("budget_bn", {"budget_kind": COSTS}, "Give the amount"),
        ("budget_bn", {"budget_kind": COSTS, "budget_bn": "-3"}, "from 0 to 100"),
        ("budget_bn", {"budget_kind": COSTS, "budget_bn": "1e99"}, "from 0 to 100"),
        ("budget_bn", {"budget_kind": COSTS, "budget_bn": "a lot"}, "Type a number"),
        ("budget_kind", {"budget_bn": "3"}, "whether it is a cost or a gain"),
        ("lever_training", {"lever_training": "9"}, "from −0.60 to 2.40"),
        ("lever_benefit_link", {"lever_benefit_link": "100"}, "Change the minimum wage too"),
        ("__all__", {"lever_training": "0"}, "Move at least one lever"),
    ],
)
def test_what_is_empty_wrong_or_at_odds_is_said_at_its_place_with_what_to_do(table, field, changes, words):
    form = filled(table, **changes)

    assert not form.is_valid()
    assert words in str(form.errors[field])


@pytest.mark.parametrize("name", list(LONGEST))
def test_too_long_a_text_is_counted_and_not_cut(table, name):
    form = filled(table, **{name: "x" * (LONGEST[name] + 40)})

    assert f"now there are {LONGEST[name] + 40}" in str(form.errors[name])
    assert len(form[name].value()) == LONGEST[name] + 40
    assert "maxlength" not in str(form[name])


def test_line_ends_are_the_same_from_every_browser(table):
    form = filled(table, reasons="One.\r\nTwo.")

    assert form.is_valid()
    assert form.draft.reasons == "One.\nTwo."


def test_levers_that_the_form_does_not_know_are_left_out(table):
    form = filled(table, lever_robot_speed="3")

    assert form.is_valid()
    assert form.draft.levers == {"training": 0.5}


def test_beyond_the_model_there_are_no_levers_and_none_can_be_smuggled_in(table):
    form = filled(table, Start("beyond"))

    assert form.is_valid(), form.errors
    assert form.draft.levers == {}
    assert "lever_training" not in form.fields


def test_a_ready_made_reform_fills_the_form_in_the_language_of_the_reader(table):
    reform = ReformRevisionFactory(
        title="Loonkosten",
        levers={"labour_cost_low": -0.045},
        exante_budget_bn=-2.4,
        budget_from_model=False,
        translations={"en": {"title": "Labour costs"}},
    )
    with translation.override("nl"):
        form = ProposalForm(start=Start("low", reform), seats=table.as_member("workers").seats)
        assert (form["title"].value(), form["lever_labour_cost_low"].value()) == ("Loonkosten", "-4,5")
        assert (form["budget_kind"].value(), form["budget_bn"].value()) == (COSTS, "2,4")
    form = ProposalForm(start=Start("low", reform), seats=table.as_member("workers").seats)
    assert form["title"].value() == "Labour costs"


def test_a_proposal_that_was_judged_is_tabled_again_with_what_it_said_was_left_out(table):
    judged = ReformRevisionFactory(judged=True, left_out="The quality of work.")
    form = filled(table, Start("again-1", judged))

    assert form.is_valid(), form.errors
    assert (form.draft.left_out, form.draft.based_on) == ("The quality of work.", judged)


def test_another_track_goes_with_its_scope(table):
    form = filled(table, scope=Scope.SEPARATE_TRACK, track=Track.CIRCULAR_ECONOMY)

    assert form.is_valid()
    assert (form.draft.scope, form.draft.track) == (Scope.SEPARATE_TRACK, Track.CIRCULAR_ECONOMY)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trying things out: what the page and the answer say, to whom, what they cost, and that nothing is written."""

import json
import re
from html import unescape
from http import HTTPStatus

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from scenarios.errors import BusyError
from scenarios.models import Impact
from scenarios.runner.previews import drawn_band
from scenarios.services.previews import MOST_WAITING, SEED, BandState, Wanted
from tests.factories import (
    AgreementsFactory,
    ReformRevisionFactory,
    UserFactory,
    WorkshopScenarioFactory,
    council,
)
from tests.factories.weighing import tabled
from workshops.enums import Phase
from workshops.forms.trial_levers import ReformTrialForm
from workshops.models import Proposal, Workshop
from workshops.selectors.table import places_of
from workshops.selectors.trials import drivers_in
from workshops.views import trying

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
MOST_STATEMENTS = 15
NO_BAND = Wanted(BandState.AWAY)


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """The bands that were asked for; none ever comes."""
    found = []

    def band_of(trial, **about):
        found.append((trial, about))
        return Wanted(BandState.ASKED)

    monkeypatch.setattr(trying, "band_of", band_of)
    return found


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    table.workshop.refresh_from_db()
    AgreementsFactory(workshop=table.workshop, locked=True)
    for letter in "ABCD":
        WorkshopScenarioFactory(workshop=table.workshop, letter=letter)
    tabled(table, reform_revision=ReformRevisionFactory(title="A higher minimum wage"))
    return table


@pytest.fixture
def fatma(table, opened_by):
    return opened_by(table.member("workers"))


def url(table, name="trial", query="?from=again-1"):
    key = table.workshop.places.first().scenario.key
    arguments = [table.workshop.slug, key] if name.startswith("scenario") else [table.workshop.slug]
    return reverse(f"workshops:{name}", args=arguments) + query


def shown(client, address, status=HTTPStatus.OK):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def text_of(page):
    """The words that a page shows."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def answered(client, address, status=HTTPStatus.OK):
    return json.loads(shown(client, address, status))


def statements(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == HTTPStatus.OK
    return [one["sql"] for one in found.captured_queries]


PAGES = (
    ("trial", "?from=again-1&lever_minimum_wage=5"),
    ("trial", "?from=own&lever_training=1&held=1&held-lever_training=2&all=1"),
    ("scenario_trial", "?driver_new_tasks=0.3&held=1&held-driver_new_tasks=0.1"),
    ("trial_answer", "?from=again-1&lever_minimum_wage=5"),
    ("trial_answer", "?from=again-1&lever_minimum_wage=5&rest=1&held=1&held-lever_training=2"),
    ("scenario_trial_answer", "?driver_new_tasks=0.3&rest=1"),
)


# --- nothing is written, and little is asked -----------------------------------------------------------


@pytest.mark.parametrize(("name", "query"), PAGES)
def test_trying_writes_nothing(table, fatma, name, query):
    before = {model: model._base_manager.count() for model in apps.get_models()}
    found = statements(fatma, url(table, name, query))

    assert [sql for sql in found if not sql.startswith("SELECT")] == []
    assert {model: model._base_manager.count() for model in apps.get_models()} == before


@pytest.mark.parametrize(("name", "query"), PAGES)
def test_it_asks_as_little_of_a_large_workshop_as_of_a_small_one(table, fatma, name, query):
    small = len(statements(fatma, url(table, name, query)))
    for letter in "EF":
        WorkshopScenarioFactory(workshop=table.workshop, letter=letter)
    for _ in range(10):
        tabled(table)

    assert len(statements(fatma, url(table, name, query))) == small <= MOST_STATEMENTS


# --- what it says -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ["Try it out: A higher minimum wage", "no forecast", "Statutory minimum wage", "at 0 nothing changes"],
        ),
        (
            "nl",
            [
                "Proberen: A higher minimum wage",
                "geen voorspelling",
                "Wettelijk minimumloon",
                "bij 0 verandert er niets",
            ],
        ),
    ],
)
def test_the_page_of_a_proposal_starts_with_its_levers(table, opened_by, language, words):
    page = text_of(shown(opened_by(language=language), url(table)))

    for one in words:
        assert one in page


def test_every_group_stands_in_every_scenario_with_its_unit_and_direction(table, fatma):
    page = shown(fatma, url(table))

    for group in (
        "Low educated",
        "Aged 15 to 24",
        "Lowest fifth of incomes",
        "Small employers",
        "Government",
        "Everyone",
    ):
        assert group in page
    assert page.count("data-cell") % 4 == 0
    assert page.count("data-cell") >= 80
    assert "worse" in page
    assert "percentage points" in page
    assert shown(fatma, url(table, query="?from=again-1&all=1")).count("data-cell") > page.count("data-cell")


def test_the_page_of_a_scenario_shows_levels_and_differences_by_year(table, fatma):
    page = text_of(shown(fatma, url(table, "scenario_trial", "?driver_displacement_pace=3")))

    assert "As fast as before" in page
    assert "2025 2030 2040" in page
    assert "difference in percentage points" in page
    assert "Pace of displacement: 3 times the old pace." in page
    assert "Largest differences with the edition:" in page


def test_the_answer_to_a_lever_is_the_page_in_short(table, fatma):
    query = "?from=again-1&lever_minimum_wage=20"
    told = answered(fatma, url(table, "trial_answer", query))
    page = shown(fatma, url(table, query=query))

    assert [cell[4] for cell in told["cells"]] == re.findall(r"data-value>([^<]*)<", page)
    assert [axis[0] for axis in told["axes"]] == re.findall(r"data-axis>.*?data-reach>([^<]*)<", page, flags=re.DOTALL)
    assert told["finding"] in unescape(page)
    assert told["band"] == "not_asked"
    assert told["now"].startswith("Statutory minimum wage: +20.0%.")
    assert told["link"] == "?from=again-1&lever_minimum_wage=20"


def test_a_lever_that_goes_further_does_more(table, fatma):
    def jobless(size):
        told = answered(fatma, url(table, "trial_answer", f"?from=own&lever_minimum_wage={size}"))
        return float(told["cells"][0][4].replace("\N{MINUS SIGN}", "-"))

    assert jobless(0) == 0 < jobless(10) < jobless(30)


def test_an_unmoved_proposal_has_the_figures_of_record(example):
    proposal = Proposal.objects.filter(workshop=example, number=1).get()
    places = places_of(example)
    form = ReformTrialForm(QueryDict(""), revision=proposal.reform_revision)
    assert form.is_valid()
    trial = form.trial(drivers_in(places), year=2030)
    band = drawn_band(trial, draws=settings.PROJECTION_DRAWS, seed=SEED)
    stored = Impact.objects.filter(projection__reform_revision=proposal.reform_revision, year=2030)

    assert stored.count() == len(band.cells) * len(places)
    order = {place.revision_id: at for at, place in enumerate(places)}
    for one in stored.select_related("projection"):
        found = band.cells[one.outcome, one.group][order[one.projection.scenario_revision_id]][0]
        assert (found.change.low, found.change.mid, found.change.high) == (one.low, one.mid, one.high)
        assert (found.baseline, found.positive_share) == (one.baseline, one.positive_share)


# --- the margin ---------------------------------------------------------------------------------------


def test_while_the_hand_moves_no_worker_is_troubled(table, fatma, asked):
    answered(fatma, url(table, "trial_answer"))

    assert asked == []


def test_when_the_hand_rests_the_margin_is_asked_and_said_to_be_on_its_way(table, fatma, asked):
    told = answered(fatma, url(table, "trial_answer", "?from=again-1&rest=1"))

    assert len(asked) == 1
    assert (told["band"], told["cells"][0][2]) == ("asked", None)
    assert "not computed yet" in told["status"]
    assert set(answered(fatma, url(table, "trial_answer", "?from=again-1&rest=1&poll=1"))) == {"band", "status"}


def test_the_margin_is_drawn_when_it_is_there(table, fatma, monkeypatch):
    monkeypatch.setattr(
        trying, "band_of", lambda trial, **_: Wanted(BandState.THERE, drawn_band(trial, draws=50, seed=1))
    )
    told = answered(fatma, url(table, "trial_answer", "?from=own&lever_minimum_wage=20&rest=1&poll=1"))

    assert told["band"] == "there"
    assert told["cells"][0][0] == "worse"
    assert told["cells"][0][2] < told["cells"][0][1] < told["cells"][0][3] < 50
    assert " to " in told["cells"][0][5]
    assert "computed futures" in told["status"]


def test_without_a_broker_the_point_stands_and_the_page_says_what_is_missing(table, fatma, monkeypatch):
    monkeypatch.setattr(trying, "band_of", lambda *_, **__: NO_BAND)
    page = shown(fatma, url(table))

    assert "Margin not computed yet: the computing server cannot be reached." in page
    assert "data-value>" in page


def test_the_margin_is_asked_in_the_name_of_nobody(table, fatma, opened_by, asked):
    person = table.member("workers")
    shown(fatma, url(table))
    shown(fatma, url(table, "trial_answer", "?from=own&rest=1"))
    shown(opened_by(table.member("employers")), url(table))
    shown(opened_by(), url(table, "trial_answer", "?from=own&rest=1&page=0123456789abcdef"))
    shown(opened_by(), url(table, "trial_answer", "?from=own&rest=1&page=<b>"))
    askers = [about["asker"] for _, about in asked]

    assert askers[0] == askers[1] != askers[2]
    assert str(person.pk) != askers[0]
    assert person.username not in askers[0]
    assert askers[3] == "page-0123456789abcdef"
    assert askers[4].startswith("asked-")
    assert [about["most_waiting"] for _, about in asked][2:4] == [MOST_WAITING, MOST_WAITING // 4]


# --- two versions side by side ------------------------------------------------------------------------


def test_a_link_shows_both_versions_with_the_difference(table, opened_by, asked):
    query = "?from=again-1&lever_minimum_wage=20&held=1&held-lever_minimum_wage=5"
    page = text_of(shown(opened_by(UserFactory()), url(table, query=query)))

    assert "Statutory minimum wage: +20.0%." in page
    assert "Statutory minimum wage: +5.0%." in page
    assert "held +" in page
    assert "difference +" in page
    assert [about["asker"].endswith(":held") for _, about in asked] == [False, True]


def test_the_difference_is_that_of_the_two_versions(table, fatma):
    def value(query):
        return answered(fatma, url(table, "trial_answer", f"?from=own&{query}"))["cells"][0]

    now, held = value("lever_minimum_wage=30")[4], value("lever_minimum_wage=10")[4]
    both = value("lever_minimum_wage=30&held=1&held-lever_minimum_wage=10")

    assert (both[4], f"held {held} ·" in both[8][3]) == (now, True)
    assert both[8][0] == pytest.approx(50 + (value("lever_minimum_wage=10&held=1&held-lever_minimum_wage=30")[1] - 50))


def test_a_held_version_that_cannot_be_read_is_left_out_and_named(table, fatma):
    page = text_of(shown(fatma, url(table, query="?from=own&lever_training=1&held=1&held-lever_training=99")))

    assert (
        "The held version in this address cannot be read and was left out: Training of workers: choose a value" in page
    )


@pytest.mark.parametrize(
    ("button", "held"),
    [("hold=1", '<input type="hidden" name="held-lever_training" value="1">'), ("release=1", "")],
)
def test_the_buttons_do_their_work_without_scripts(table, fatma, button, held):
    page = shown(fatma, url(table, query=f"?from=own&lever_training=1&held=1&held-lever_training=2&{button}"))

    assert 'name="held-lever_training" value="2"' not in page
    assert held in page
    assert '<form class="form trial__form" id="trial-form" method="get"' in page
    assert "Work it out" in page
    assert "Load again" in page


# --- bad input -----------------------------------------------------------------------------------------


BAD = (
    ("trial", "?from=own&lever_minimum_wage=99", "id_lever_minimum_wage", "from −15.0 to 40.0", "99"),
    ("trial", "?from=own&lever_minimum_wage=x<b>", "id_lever_minimum_wage", "Type a number", "x&lt;b&gt;"),
    ("trial", "?from=own&start_year=1900", "id_start_year", "from 2016 to 2040", "1900"),
    ("trial", "?from=own&lever_nothing=1", "", "no lever called “nothing”", ""),
    ("scenario_trial", "?driver_displacement_pace=9", "id_driver_displacement_pace", "from 0.5 to 4", "9"),
)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad[1])
def test_what_cannot_be_computed_is_refused_with_words_and_nothing_typed_is_lost(table, fatma, asked, bad):
    name, query, field, words, typed = bad
    page = shown(fatma, url(table, name, query), HTTPStatus.BAD_REQUEST)
    told = answered(fatma, url(table, f"{name}_answer", query), HTTPStatus.BAD_REQUEST)

    assert words in text_of(page)
    assert "What you typed is still there." in page
    assert f'value="{typed}"' in page or not typed
    assert list(told["errors"]) == [field]
    assert words in told["errors"][field][0]
    assert asked == []


@pytest.mark.parametrize(
    "query", ["?from=nothing", "?from=again-99", "?from=again-x", "?from=again-9999999999999999999"]
)
def test_what_does_not_exist_is_not_found(table, fatma, query):
    shown(fatma, url(table, query=query), HTTPStatus.NOT_FOUND)
    shown(fatma, url(table, "trial_answer", query), HTTPStatus.NOT_FOUND)


def test_too_much_at_a_time_is_told_as_such(table, fatma, monkeypatch):
    def refuse(*_, **__):
        raise BusyError("Wait a moment.")

    monkeypatch.setattr(trying, "preview", refuse)
    response = fatma.get(url(table, "trial_answer"))

    assert (response.status_code, response["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "1")
    assert response.json() == {"busy": "Wait a moment."}
    assert "Wait a moment." in shown(fatma, url(table), HTTPStatus.SERVICE_UNAVAILABLE)


# --- who may, and where it leads -----------------------------------------------------------------------


def test_a_closed_workshop_lets_no_stranger_try(table, fatma, client):
    Workshop.objects.update(is_public=False)

    for name in ("trial", "trial_answer", "scenario_trial", "scenario_trial_answer"):
        shown(client, url(table, name, ""), HTTPStatus.NOT_FOUND)
        shown(fatma, url(table, name, ""))


def test_answers_are_kept_by_no_cache(table, fatma):
    assert fatma.get(url(table, "trial_answer"))["Cache-Control"] == "private, no-store"


def test_who_may_table_takes_the_levers_over_into_a_proposal(table, fatma, opened_by):
    query = "?from=again-1&lever_minimum_wage=12.5&start_year=2022&budget_bn=-2"
    over = answered(fatma, url(table, "trial_answer", query))["takeOver"]
    form = shown(fatma, over)

    filled = dict(re.findall(r'name="(\w+)"[^>]* value="([^"]*)"', form))
    assert (filled["lever_minimum_wage"], filled["lever_benefit_link"]) == ("12.5", "100")
    assert (filled["start_year"], filled["budget_bn"]) == ("2022", "2")
    assert re.search(r'value="costs"[^>]*checked', form)
    assert answered(opened_by(), url(table, "trial_answer", query))["takeOver"] == ""
    Workshop.objects.update(phase=Phase.VOTING)
    assert answered(fatma, url(table, "trial_answer", query))["takeOver"] == ""


def test_what_people_judge_is_tried_with_levers_of_ones_own(table, fatma):
    judged = tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    told = answered(fatma, url(table, "trial_answer", f"?from=again-{judged.number}&lever_training=1"))

    assert "from=own" in told["takeOver"]


def test_the_pages_lead_to_it(table, fatma):
    slug, key = table.workshop.slug, table.workshop.places.first().scenario.key
    again = url(table)

    assert again in shown(fatma, reverse("workshops:proposal", args=[slug, 1]))
    assert again in shown(fatma, reverse("workshops:proposal_table", args=[slug]) + "?from=again-1")
    assert url(table, "scenario_trial", "") in shown(fatma, reverse("workshops:scenario", args=[slug, key]))
    judged = tabled(table, reform_revision=ReformRevisionFactory(judged=True))
    assert "/try/" not in shown(fatma, reverse("workshops:proposal", args=[slug, judged.number]))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A browser that runs no scripts: everything can be read and done, with a reload where others wait."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.cases import DELEGATE, EMPLOYER, SECRETARY
from tests.browser.site import JUDGED, WORKSHOP, Step, fill_in
from tests.servers.waiting import wait_for

PROPOSAL = {
    "title": "Een voorstel zonder scripts",
    "summary": "Het minimumloon gaat iets omhoog.",
    "lever_minimum_wage": "3",
    "reasons": "Omdat het kan.",
    "addresses_kind": "opportunity",
    "addresses": "Er is geld genoeg.",
    "level": "central",
    "start_year": "2022",
}


@pytest.fixture
def without_scripts(site):
    def somebody(name, step):
        site.bring_to(step)
        return site.visited_by(name, scripts=False)

    return somebody


def test_a_proposal_is_tabled_and_its_figures_come_with_a_reload(without_scripts):
    with without_scripts(DELEGATE, Step.COMPARING) as one:
        fill_in(one, "proposals/new/?from=own", **PROPOSAL)
        expect(one.find("input[type=range]:visible")).to_have_count(0)
        one.find("button[value=check]").click()
        expect(one.find("ul.levers li")).to_have_count(1)
        one.find("button[value=submit]").click()
        one.page.wait_for_url(re.compile(r"/proposals/\d+/$"))
        wait_for(lambda: one.page.reload() and one.find("table.impact").count(), "the figures")


def test_a_vote_is_stored_changed_and_undone(without_scripts):
    with without_scripts(EMPLOYER, Step.VOTING) as one:
        one.open(f"{WORKSHOP}ballots/{JUDGED}/")
        one.find("input[name=displacement-need][value=yes]").check()
        one.find("input[name=displacement-stance][value='4']").check()
        one.find("button[name=same_as][value=displacement]").click()
        expect(one.find("input[name=stagnation-stance][value='4']")).to_be_checked()
        one.find("button[name=then][value=stay]").click()
        expect(one.find(".messages form button")).to_have_count(1)
        expect(one.find("input[name=trend-stance][value='4']")).to_be_checked()
        one.find(".messages form button").click()
        expect(one.find("input[name=trend-stance]:checked")).to_have_count(0)


def test_a_report_is_compiled(without_scripts):
    with without_scripts(SECRETARY, Step.COMPARING) as one:
        one.open(f"{WORKSHOP}report/")
        reports = one.find("nav a[href*='/report/']").count()
        one.find("form[action$='/report/compile'] button").click()
        expect(one.find(".messages")).to_be_visible()
        assert one.find("nav a[href*='/report/']").count() > reports


def test_the_picture_is_chosen_and_ordered(without_scripts):
    with without_scripts("", Step.COMPARING) as one:
        one.open(f"{WORKSHOP}matrix/")
        rows = one.find("table.matrix tbody tr").count()
        if not one.find("#matrix-choice select").first.is_visible():
            one.find("summary", has_text=re.compile(".")).first.click()
        one.find("select[name=tabled_by]").select_option("employers")
        one.find("#matrix-choice button").click()
        expect(one.find("table.matrix tbody tr")).not_to_have_count(rows)


def test_the_language_changes_on_the_same_page(without_scripts):
    with without_scripts("", Step.COMPARING) as one:
        one.open(f"{WORKSHOP}proposals/?state=tabled")
        one.find("button[name=language]").click()
        expect(one.find("html")).to_have_attribute("lang", "en")
        assert one.path() == f"{WORKSHOP}proposals/?state=tabled"

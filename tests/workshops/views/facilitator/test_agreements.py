# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the agreements beforehand: read by all, changed and locked by the facilitator."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import AgreementsFactory, council, open_round
from workshops.models import Agreements, Workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = council(seats=11)
    Workshop.objects.update(is_public=True)
    return table


@pytest.fixture
def agreed(table):
    return AgreementsFactory(
        workshop=table.workshop, frame_source="De miljoenennota.", absent_groups="Platformwerkers."
    )


@pytest.fixture
def joost(table, opened_by):
    return opened_by(table.facilitator)


def url(table, name="agreements"):
    return reverse(f"workshops:{name}", args=[table.workshop.slug])


def as_sent(**changes):
    return {
        "broad_share": "75",
        "majority_share": "50",
        "response_share": "66.7",
        "useful_share": "80",
        "useful_variants": "5",
        "report_year": "2030",
        "frame_bn": "6.0",
        "frame_year": "2030",
        "frame_is_structural": "True",
        "frame_source": "De miljoenennota.",
        "frame_status": "assumption",
        "absent_groups": "Platformwerkers.",
    } | changes


def test_everybody_reads_in_words_what_was_agreed(table, agreed, opened_by):
    page = opened_by().get(url(table)).content.decode()

    assert "at least 75% of the seats that took a position" in page
    assert "8 of 11" in page
    assert "in at least 80% of the computed futures and in at least 5 of the 7 variants" in page
    assert "6.0 billion euro a year in 2030" in page
    assert "De miljoenennota." in page
    assert "Platformwerkers." in page
    assert "assumption" in page
    assert "0.2 %" in page  # the smallest difference of the yardstick, with its unit
    assert url(table, "agreements_change") not in page


def test_without_agreements_the_page_says_what_belongs_here(table, opened_by):
    assert "Nothing has been agreed yet" in opened_by().get(url(table)).content.decode()


def test_the_facilitator_finds_the_way_to_change_and_lock(table, agreed, joost):
    page = joost.get(url(table)).content.decode()

    assert url(table, "agreements_change") in page
    assert url(table, "agreements_lock") in page


@pytest.mark.parametrize("name", ["agreements_change", "agreements_lock"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_the_facilitator_changes_and_locks(table, agreed, opened_by, name, method):
    for person in (None, table.secretary, table.member("workers")):
        refused = getattr(opened_by(person), method)(url(table, name), as_sent(frame_bn="9"))
        assert refused.status_code == HTTPStatus.FORBIDDEN
        assert "Only the facilitator" in refused.content.decode()
    agreed.refresh_from_db()
    assert (agreed.frame_bn, agreed.is_locked) == (6.0, False)


def test_a_change_is_stored_and_said(table, agreed, joost):
    page = joost.post(url(table, "agreements_change"), as_sent(broad_share="80", frame_bn="7.5"), follow=True)

    agreed.refresh_from_db()
    assert (agreed.broad_share, agreed.frame_bn) == (0.8, 7.5)
    assert agreed.response_share == 2 / 3  # shown as 66.7 and not touched
    assert "Version 1 of the agreements holds what you changed" in page.content.decode()


def test_a_locked_version_stays_and_a_change_begins_the_next(table, joost):
    AgreementsFactory(workshop=table.workshop, locked=True, frame_source="De miljoenennota.")
    assert "Begin the next version" in joost.get(url(table)).content.decode()
    joost.post(url(table, "agreements_change"), as_sent(frame_bn="9"))

    assert list(Agreements.objects.order_by("version").values_list("version", "frame_bn")) == [(1, 6.0), (2, 9.0)]
    assert "can still change" in joost.get(url(table)).content.decode()
    assert "is locked since" in joost.get(f"{url(table)}?version=1").content.decode()
    assert joost.get(f"{url(table)}?version=7").status_code == HTTPStatus.NOT_FOUND


def test_nothing_different_changes_nothing(table, agreed, joost):
    page = joost.post(url(table, "agreements_change"), as_sent(), follow=True)

    assert "Nothing was different" in page.content.decode()
    assert not table.workshop.journal.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("broad_share", "0", "greater than or equal to 1"),
        ("broad_share", "101", "less than or equal to 100"),
        ("broad_share", "40", "at least the share"),
        ("useful_variants", "8", "less than or equal to 7"),
        ("report_year", "2031", "not one of the available choices"),
        ("frame_bn", "veel", "Enter a number"),
        ("frame_source", "", "required"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_on_the_form(agreed, joost, field, value, words):
    sent = as_sent(**{field: value, "absent_groups": "Uitzendkrachten"})
    refused = joost.post(url(agreed, "agreements_change"), sent)

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert words in refused.content.decode()
    assert "Uitzendkrachten" in refused.content.decode()
    agreed.refresh_from_db()
    assert agreed.absent_groups == "Platformwerkers."


def test_during_a_round_a_change_is_refused_with_the_reason(table, joost):
    open_round(table)
    refused = joost.post(url(table, "agreements_change"), as_sent(frame_bn="9"))

    assert refused.status_code == HTTPStatus.CONFLICT
    assert "A round is open under these agreements" in refused.content.decode()


def test_locking_asks_first_and_says_what_it_means(table, agreed, joost):
    asked = joost.get(url(table, "agreements_lock"))
    assert "After locking they never change" in asked.content.decode()
    agreed.refresh_from_db()
    assert not agreed.is_locked

    done = joost.post(url(table, "agreements_lock"), follow=True)
    assert "Version 1 of the agreements is locked" in done.content.decode()
    agreed.refresh_from_db()
    assert agreed.is_locked


def test_locking_twice_says_that_it_is_done(table, agreed, joost):
    joost.post(url(table, "agreements_lock"))
    again = joost.post(url(table, "agreements_lock"), follow=True)

    assert "locked already" in again.content.decode()
    assert joost.get(url(table, "agreements_lock")).status_code == HTTPStatus.FOUND


@pytest.mark.parametrize("versions", [1, 12])
def test_the_page_costs_as_many_statements_for_one_version_as_for_twelve(table, joost, versions):
    for _version in range(versions):
        AgreementsFactory(workshop=table.workshop, locked=True)

    with CaptureQueriesContext(connection) as asked:
        joost.get(url(table))
    assert len(asked) == 7

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenarios of others beside ours, on the page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from workshops.models import Borrowing, User, Workshop

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


@pytest.fixture
def hanna(client, workshop):
    client.force_login(User.objects.get(username="hanna"))
    return client


def address(name, *more):
    return reverse(f"workshops:{name}", args=["robotsamenleving", "displacement", *more])


def statements(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for one in asked.captured_queries)


def test_what_is_not_known_is_said_and_not_filled_in(client, workshop):
    page = client.get(address("crosswalk"), headers={"Accept-Language": "en"}).content.decode()

    assert "All assumptions: only the opening of the report was read." in page
    assert "Two to three million jobs may disappear." in page
    assert "We do not take the number over." in page


def test_the_scenario_itself_tells_what_it_does_with_others(client, workshop):
    page = client.get(address("scenario"), headers={"Accept-Language": "en"}).content.decode()

    assert "In this scenario we take the side with little new work." in page
    assert "Information technology makes work more flexible" not in page


@pytest.mark.parametrize("name", ["crosswalk", "scenario"])
def test_it_asks_as_little_with_much_said_as_with_nothing(hanna, name):
    many = statements(hanna, address(name))
    Borrowing.objects.all().delete()

    assert statements(hanna, address(name)) == many <= MOST_STATEMENTS


def test_what_is_typed_without_a_reason_is_refused_and_not_lost(hanna):
    answer = hanna.post(
        address("crosswalk_write", "wrr"), {"use-complementary": "rejected"}, headers={"Accept-Language": "en"}
    )

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Say why, so that others can follow you." in page
    assert 'value="rejected"' in page


def test_the_authors_say_it_on_a_page(hanna):
    typed = {"use-complementary": "rejected", "because-complementary": "Hier vervangen robots mensen."}
    answer = hanna.post(address("crosswalk_write", "wrr"), typed, follow=True)

    assert "Hier vervangen robots mensen." in answer.content.decode()


def test_of_others_that_are_not_known_there_is_no_page(hanna):
    assert hanna.get(address("crosswalk_write", "etui")).status_code == 404
    assert hanna.get(address("crosswalk_write", "nobody")).status_code == 404

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The spread of settings: what others see of it, and setting one's own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from workshops.models import OwnSetting, User, Workshop

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15


@pytest.fixture
def workshop(example) -> Workshop:
    return Workshop.objects.get(slug="robotsamenleving")


@pytest.fixture
def fatma(client, workshop):
    client.force_login(User.objects.get(username="fatma"))
    return client


def address(name, scenario="displacement"):
    return reverse(f"workshops:{name}", args=["robotsamenleving", scenario])


def statements(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return sum(not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for one in asked.captured_queries)


def test_the_page_shows_each_side_and_how_many_set_it(client, workshop):
    page = client.get(address("spread"), headers={"Accept-Language": "en"}).content.decode()

    assert "32 participants set driving forces as they see them" in page
    assert page.count("strip-of__dot") == 32  # the pace; of new tasks the crown is too few and all are too few for dots
    assert "the middle half between" in page
    assert "too few to show without telling on anybody" in page


def test_it_asks_as_little_with_many_settings_as_with_none(fatma, workshop):
    many = statements(fatma, address("spread"))
    OwnSetting.objects.all().delete()

    assert statements(fatma, address("spread")) == many <= MOST_STATEMENTS


def test_what_is_typed_is_kept_in_the_units_of_the_engine(fatma):
    answer = fatma.post(address("spread_set"), {"new_tasks": "0,25"}, follow=True)

    assert answer.redirect_chain[-1][0] == address("spread")
    kept = OwnSetting.objects.get(person__username="fatma", place__scenario__key="displacement")
    assert (kept.key, kept.value) == ("new_tasks", pytest.approx(0.0025))


def test_a_number_beyond_the_bounds_is_said_at_its_field_and_stays_typed(fatma):
    answer = fatma.post(address("spread_set"), {"displacement_pace": "99"}, headers={"Accept-Language": "en"})

    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Choose a number from 0.5 to 4.0." in page
    assert 'value="99"' in page


def test_all_that_was_set_can_be_taken_back(fatma):
    fatma.post(address("spread_set"), {"displacement_pace": "2"})
    fatma.post(address("spread_withdraw"))

    assert not OwnSetting.objects.filter(person__username="fatma", place__scenario__key="displacement").exists()


def test_a_visitor_is_asked_to_sign_in_before_setting(client, workshop):
    assert client.get(address("spread_set")).status_code in {302, 401, 403}
    client.post(address("spread_withdraw"))
    assert OwnSetting.objects.exists()

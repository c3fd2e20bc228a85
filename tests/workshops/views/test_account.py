# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of one's own account, taking one's data along, and being erased with a password."""

from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import council
from workshops.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    person = council().member("workers")
    person.set_password("een goed wachtwoord")
    person.save()
    return person


@pytest.mark.parametrize("name", ["account", "account_data", "account_erase"])
def test_a_stranger_signs_in_first(client, name):
    response = client.get(reverse(name))
    assert (response.status_code, response.url.split("?")[0]) == (HTTPStatus.FOUND, reverse("login"))


def test_the_page_shows_name_and_seat_and_hands_out_the_file(client, person):
    client.force_login(person)
    told = client.get(reverse("account")).content.decode()
    assert person.name in told
    response = client.get(reverse("account_data"))
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "sent", [{"sure": "on"}, {"password": "iets anders", "sure": "on"}, {"password": "een goed wachtwoord"}]
)
def test_without_the_password_and_being_sure_nothing_is_erased(client, person, sent):
    client.force_login(person)
    response = client.post(reverse("account_erase"), sent)
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert b"error-summary" in response.content
    assert User.objects.filter(pk=person.pk).exists()


def test_with_both_the_account_is_gone_and_one_is_signed_out(client, person):
    client.force_login(person)
    response = client.post(reverse("account_erase"), {"password": "een goed wachtwoord", "sure": "on"}, follow=True)
    assert response.status_code == HTTPStatus.OK
    assert not User.objects.filter(pk=person.pk).exists()
    assert "user" not in response.context or not response.context["user"].is_authenticated

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of who sits at the table, and the invitation that leads to an account."""

import re
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import council
from workshops.enums import Role
from workshops.models import Mandate, Participation, User, Workshop

pytestmark = pytest.mark.django_db
TABLE = "constituency,organisation,seat,name,sign_in\nworkers,Bond De Schakel,{seat},Ans de Wit,ans\n"
PASSWORD = "klok-brug-vlieger-391"


@pytest.fixture
def table():
    table = council()
    Workshop.objects.update(is_public=True)
    return table


@pytest.fixture
def joost(table, opened_by):
    return opened_by(table.facilitator)


def url(table, name="people", *args):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, *args])


def test_names_are_for_who_takes_part_and_forms_for_who_may(table, opened_by, joost):
    name = table.member("workers").name
    assert name not in opened_by().get(url(table)).content.decode()
    seen = opened_by(table.member("employers")).get(url(table)).content.decode()
    assert name in seen
    assert "Let people sit down" not in seen
    assert "Let people sit down" in joost.get(url(table)).content.decode()


def test_a_pasted_table_and_a_file_are_brought_in(table, joost):
    page = joost.post(url(table), {"table": TABLE.format(seat=9)}, follow=True).content.decode()
    assert "New seats: 1; holders: 1; new accounts: 1" in page
    assert "Ans de Wit" in page

    sent = SimpleUploadedFile("people.csv", TABLE.format(seat=10).encode("utf-8-sig"))
    assert (
        "New seats: 1; holders: 1; new accounts: 0"
        in joost.post(url(table), {"file": sent}, follow=True).content.decode()
    )


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"table": ""}, "Paste a table, or choose a file."),
        ({"table": TABLE.format(seat="x")}, "Line 2: a seat is a number"),
        ({"file": SimpleUploadedFile("a.csv", b"\xff\xfe\x00")}, "no text in UTF-8"),
        ({"file": SimpleUploadedFile("a.csv", b"a" * 300_001)}, "larger than 300 kB"),
        ({"table": "one,two\n1,2"}, "no column constituency, seat"),
    ],
)
def test_what_is_wrong_is_said(table, joost, sent, words):
    refused = joost.post(url(table), sent)

    assert refused.status_code == HTTPStatus.BAD_REQUEST
    assert words in refused.content.decode()


def test_what_was_pasted_stays_when_a_line_is_wrong(table, joost):
    assert "Bond De Schakel" in joost.post(url(table), {"table": TABLE.format(seat="x")}).content.decode()


def test_who_is_invited_chooses_a_password_is_signed_in_and_the_link_is_spent(table, joost):
    joost.post(url(table), {"table": TABLE.format(seat=9)})
    ans = User.objects.get(username="ans")
    page = joost.post(url(table, "person_invite", ans.pk)).content.decode()
    link = re.search(r'value="http://testserver(/[^"]+)"', page)[1]

    browser = Client(headers={"accept-language": "en"})
    form = browser.get(link, follow=True)
    assert "You sign in as" in form.content.decode()
    where = form.redirect_chain[-1][0]
    assert browser.post(where, {"new_password1": "short", "new_password2": "short"}).status_code == HTTPStatus.OK
    done = browser.post(where, {"new_password1": PASSWORD, "new_password2": PASSWORD}, follow=True)
    assert done.wsgi_request.user == ans

    assert "does not work any more" in Client(headers={"accept-language": "en"}).get(link, follow=True).content.decode()
    again = joost.post(url(table, "person_invite", ans.pk), follow=True).content.decode()
    assert "has a password already" in again


def test_a_role_is_given_and_ended(table, joost):
    sent = {"role": "observer", "sign_in": "obs", "name": "Willemijn"}
    assert "Willemijn has the role." in joost.post(url(table, "role_add"), sent, follow=True).content.decode()
    held = Participation.objects.get(person__username="obs", role=Role.OBSERVER)
    assert "The role is ended." in joost.post(url(table, "role_end", held.pk), follow=True).content.decode()
    assert joost.post(url(table, "role_add"), sent | {"sign_in": ""}).status_code == HTTPStatus.BAD_REQUEST


def test_a_last_day_is_asked_and_stored(table, joost):
    held = Mandate.objects.filter(person=table.member("workers")).first()
    assert "Until when" in joost.get(url(table, "mandate_end", held.pk)).content.decode()
    refused = joost.post(url(table, "mandate_end", held.pk), {"on": "1999-01-01"})
    assert "before the day" in refused.content.decode()
    joost.post(url(table, "mandate_end", held.pk), {"on": "2099-01-01"})
    held.refresh_from_db()
    assert held.ends_on.year == 2099


def test_who_may_not_is_refused_everywhere(table, opened_by):
    ans = opened_by(table.member("workers"))
    held = Mandate.objects.first()
    acts = [("people", []), ("role_add", []), ("mandate_end", [held.pk]), ("person_invite", [held.person_id])]
    for name, args in acts:
        assert ans.post(url(table, name, *args), {"table": TABLE}).status_code == HTTPStatus.FORBIDDEN
    assert ans.get(url(table, "people_csv")).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("more", [0, 30])
def test_the_page_costs_as_many_statements_for_many_seats_as_for_few(table, joost, more):
    lines = "\n".join(f"workers,Bond,{seat},Name {seat},name-{seat}" for seat in range(20, 20 + more))
    joost.post(url(table), {"table": "constituency,organisation,seat,name,sign_in\n" + lines})

    with CaptureQueriesContext(connection) as asked:
        joost.get(url(table))
    assert len(asked) <= 10

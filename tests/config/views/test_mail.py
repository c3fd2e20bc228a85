# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where somebody says how often they want mail, and the link that stops it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import council, drafted, section_of
from workshops.enums import MailRhythm
from workshops.jobs.digests import stop_token
from workshops.models import MailPreference
from workshops.services.writing.comments import make_comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council(seats=1)


def opened(person=None):
    client = Client(headers={"accept-language": "en"})
    if person:
        client.force_login(person)
    return client


def test_a_stranger_is_asked_to_sign_in():
    assert opened().get("/accounts/mail/").headers["location"].startswith("/accounts/login/")


def test_a_rhythm_an_address_and_a_language_are_kept(table):
    fatma = table.member("workers")
    sent = {"email": "other@example.org", "rhythm": "weekly", "lang": "en"}
    page = opened(fatma).post("/accounts/mail/", sent, follow=True).content.decode()

    fatma.refresh_from_db()
    assert (fatma.email, fatma.mail_preference.rhythm, fatma.mail_preference.lang) == (
        "other@example.org",
        "weekly",
        "en",
    )
    assert "Kept: this is how you get mail." in page


@pytest.mark.parametrize("wrong", [{"email": "no address"}, {"rhythm": "hourly"}, {"lang": "fr"}])
def test_what_is_wrong_is_said_and_nothing_is_kept(table, wrong):
    fatma = table.member("workers")
    sent = {"email": "other@example.org", "rhythm": "weekly", "lang": "en"} | wrong
    answer = opened(fatma).post("/accounts/mail/", sent)

    assert answer.status_code == 400
    assert "error-summary" in answer.content.decode()
    assert not MailPreference.objects.exists()


def test_the_page_shows_the_mail_as_it_would_read(table):
    fatma = table.member("workers")
    section = section_of(drafted(table))
    make_comment(who=table.as_secretary, section=section, text=f"Is this so, @{fatma.username}? <b>")
    page = opened(fatma).get("/accounts/mail/").content.decode()

    assert "YOU ARE NAMED" in page
    assert "&lt;b&gt;" in page
    assert "This site sends no mail" in page


def test_the_link_in_a_mail_asks_first_and_then_stops(table):
    fatma = table.member("workers")
    url = reverse("mail_stop", args=[stop_token(fatma)])

    assert "Stop the mail?" in opened().get(url).content.decode()
    assert not MailPreference.objects.exists()
    assert "You get no more mail" in opened().post(url).content.decode()
    assert fatma.mail_preference.rhythm == MailRhythm.NEVER


def test_a_forged_link_stops_nobody(table):
    token = stop_token(table.member("workers"))
    answer = opened().post(reverse("mail_stop", args=[f"{token[:-1]}{'a' if token[-1] != 'a' else 'b'}"]))

    assert answer.status_code == 404
    assert not MailPreference.objects.exists()


def test_who_is_named_reads_it_on_the_front_page(table):
    fatma = table.member("workers")
    section = section_of(drafted(table))
    make_comment(who=table.as_secretary, section=section, text=f"Look at this, @{fatma.username}")
    page = opened(fatma).get("/").content.decode()

    assert "You are named" in page
    assert "Look at this" in page
    assert "You are named" not in opened(table.secretary).get("/").content.decode()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The daily mail: about what is new, at most once a day, to nobody who does not want it."""

from datetime import datetime, timedelta
from smtplib import SMTPException
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import cast, council, drafted, open_round, section_of
from workshops.enums import MailRhythm, Stance
from workshops.jobs.digests import digest_for, send_digests
from workshops.models import MailPreference, Mention
from workshops.services.mail import set_mail, stop_mail
from workshops.services.writing.comments import answer_comment, make_comment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    return council(seats=2)


@pytest.fixture
def section(table):
    return section_of(drafted(table))


def at(hour, days=0):
    local = timezone.localtime() + timedelta(days=days)
    return datetime(local.year, local.month, local.day, hour, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


def name(table, section, person, text="What do you think of this, @{}?"):
    return make_comment(who=table.as_secretary, section=section, text=text.format(person.username))


def just_after_now():
    """A moment on which mail may go, after all that the test did."""
    soon = timezone.now() + timedelta(minutes=1)
    return max(at(12), soon) if timezone.localtime().hour < 19 else at(12, days=1)


def letters_to(person):
    return [one for one in mail.outbox if one.to == [person.email]]


def test_who_is_named_is_told_where_and_by_whom(table, section):
    fatma = table.member("workers")
    name(table, section, fatma)
    send_digests(just_after_now())

    (letter,) = letters_to(fatma)
    assert "YOU ARE NAMED" in letter.body or "U WORDT GENOEMD" in letter.body
    assert table.secretary.name in letter.body
    assert f"/draft/{section.part}/#margin" in letter.body
    assert "List-Unsubscribe" in letter.extra_headers


def test_who_wrote_is_told_of_the_answer_once(table, section):
    fatma = table.member("workers")
    comment = make_comment(who=table.standing(fatma), section=section, text="Why so fast?")
    answer_comment(who=table.as_secretary, comment=comment, text="The source says so.")
    now = just_after_now()
    send_digests(now)
    send_digests(now + timedelta(days=1))

    assert [one.body.count("The source says so.") for one in letters_to(fatma)] == [1]


def test_no_more_than_one_mail_a_day(table, section):
    fatma = table.member("workers")
    now = just_after_now()
    name(table, section, fatma)
    send_digests(now)
    name(table, section, fatma, "And of this, @{}?")
    Mention.objects.filter(comment__text__startswith="And").update(at=now + timedelta(minutes=5))
    send_digests(now + timedelta(minutes=30))
    assert len(letters_to(fatma)) == 1

    send_digests(now + timedelta(days=1))
    assert len(letters_to(fatma)) == 2
    assert "And of this" in letters_to(fatma)[1].body
    assert "What do you think" not in letters_to(fatma)[1].body


def test_nobody_is_written_to_about_nothing(table):
    table.workshop.due_on = timezone.localdate() + timedelta(days=200)
    table.workshop.save()
    send_digests(just_after_now())
    assert not mail.outbox
    assert not MailPreference.objects.filter(sent_on__isnull=False).exists()


@pytest.mark.parametrize(("days", "goes"), [(8, False), (7, True), (4, False), (1, True), (0, True), (-3, False)])
def test_who_has_something_to_do_is_reminded_a_week_and_a_day_before(table, days, goes):
    now = just_after_now()
    table.workshop.due_on = timezone.localdate(now) + timedelta(days=days)
    table.workshop.save()
    send_digests(now)
    assert bool(letters_to(table.member("workers"))) == goes


def test_nobody_is_woken_by_night(table, section):
    name(table, section, table.member("workers"))
    assert send_digests(at(3)) == 0
    assert send_digests(at(22)) == 0


@pytest.mark.parametrize("rhythm", [MailRhythm.WEEKLY, MailRhythm.NEVER])
def test_who_wants_less_gets_less(table, section, rhythm):
    fatma, now = table.member("workers"), just_after_now()
    set_mail(person=fatma, email="fatma@example.org", rhythm=rhythm, lang="en")
    MailPreference.objects.filter(person=fatma).update(
        sent_on=timezone.localdate(now) - timedelta(days=3), told_until=timezone.now() - timedelta(days=3)
    )
    name(table, section, fatma)
    send_digests(now)
    assert not letters_to(fatma)

    send_digests(now + timedelta(days=4))
    assert len(letters_to(fatma)) == (rhythm == MailRhythm.WEEKLY)


def test_without_an_address_nothing_goes(table, section):
    fatma = table.member("workers")
    set_mail(person=fatma, email="", rhythm=MailRhythm.DAILY, lang="nl")
    name(table, section, fatma)
    send_digests(just_after_now())
    assert not any("" in one.to for one in mail.outbox)


def test_what_could_not_go_goes_later(table, section, monkeypatch):
    fatma, now = table.member("workers"), just_after_now()
    name(table, section, fatma)

    def fails(_message):
        raise SMTPException

    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", fails)
        assert send_digests(now) == 0
    send_digests(now + timedelta(minutes=30))
    assert len(letters_to(fatma)) == 1


def test_in_the_language_that_somebody_wants(table, section):
    fatma = table.member("workers")
    set_mail(person=fatma, email="fatma@example.org", rhythm=MailRhythm.DAILY, lang="nl")
    name(table, section, fatma)
    send_digests(just_after_now())
    assert "U WORDT GENOEMD" in letters_to(fatma)[0].body


def test_a_ballot_is_in_nobodys_mail(table):
    one = open_round(table, scenarios=1)
    cast(one.polls.first(), table.seat("workers", 1), Stance.UNACCEPTABLE, reason="marked words")
    send_digests(just_after_now())
    assert mail.outbox
    assert not any("marked words" in letter.body for letter in mail.outbox)


def test_naming_who_does_not_take_part_or_oneself_names_nobody(table, section):
    other = council(seats=1).member("workers")
    name(table, section, other)
    name(table, section, table.secretary)
    name(table, section, table.member("workers"), "mail me at somebody@{}")
    assert not Mention.objects.exists()


def test_who_left_is_not_told_of_a_table_they_left(table, section):
    fatma = table.member("workers")
    name(table, section, fatma)
    fatma.mandates.update(starts_on="2020-01-01", ends_on="2021-01-01")
    send_digests(just_after_now())
    assert not letters_to(fatma)


def statements(table, person):
    now = timezone.now()
    with CaptureQueriesContext(connection) as asked:
        digest_for(person, since=now - timedelta(days=1), until=now + timedelta(minutes=1))
    return len(asked)


def test_a_digest_takes_as_many_statements_at_any_size(table, section):
    fatma = table.member("workers")
    name(table, section, fatma)
    few = statements(table, fatma)
    for _more in range(8):
        name(table, section, fatma)
    assert statements(table, fatma) == few
    assert few <= 20


def test_stopping_stops(table, section):
    fatma = table.member("workers")
    stop_mail(person=fatma)
    name(table, section, fatma)
    send_digests(just_after_now())
    assert not letters_to(fatma)

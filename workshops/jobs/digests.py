# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write and send the mail that tells somebody what is new and asked of them: at most one a day, none about nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from smtplib import SMTPException
from uuid import UUID

import structlog
from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from workshops.enums import MailRhythm
from workshops.models import MailPreference, User
from workshops.rules import Standing
from workshops.selectors.asked import Asked, things_asked
from workshops.selectors.news import News, news_for
from workshops.selectors.people import standings_of
from workshops.selectors.workshops import workshops_open_to

log = structlog.get_logger(__name__)
FIRST_HOUR, LAST_HOUR = 7, 20  # on the clock of the site
FIRST_LOOK_BACK = timedelta(days=1)
DAYS_BETWEEN = {MailRhythm.DAILY: 1, MailRhythm.WEEKLY: 7}
REMINDED_BEFORE = (7, 1, 0)  # days before something is due
SALT = "stop-mail"


@dataclass(frozen=True, slots=True)
class Digest:
    """What somebody would be told."""

    day: date
    asked: list[Asked]
    news: News

    @property
    def is_worth_a_mail(self) -> bool:
        """Whether there is news, or something to do is due: what stays the same is not said every day."""
        return not self.news.is_empty or any((one.due_on - self.day).days in REMINDED_BEFORE for one in self.asked)


def digest_for(person: User, *, since: datetime, until: datetime) -> Digest:
    """Return what is asked of somebody today, and what is new for them in a span of time."""
    today = timezone.localdate(until)
    standings: Mapping[UUID, Standing] = standings_of(person, day=today)
    workshops = [one for one in workshops_open_to(standings) if one.id in standings]
    asked = things_asked(workshops, standings, day=today)
    return Digest(today, asked, news_for(person, standings, since=since, until=until))


def write_digest(person: User, digest: Digest, *, lang: str) -> EmailMessage:
    """Return the message, in plain text, with a way to stop it."""
    stop = f"{settings.BASE_URL}{reverse('mail_stop', args=[stop_token(person)])}"
    context = {
        "person": person,
        "asked": digest.asked,
        "news": digest.news,
        "today": digest.day,
        "site": settings.BASE_URL,
        "stop": stop,
    }
    with translation.override(lang):
        subject = render_to_string("mail/digest_subject.txt", context).strip()
        body = render_to_string("mail/digest.txt", context)
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return EmailMessage(subject, f"{body.strip()}\n", to=[person.email], headers=headers)


def send_digests(now: datetime | None = None) -> int:
    """Send everybody who wants it what is new, and return how many messages went out."""
    now = now or timezone.now()
    if not FIRST_HOUR <= timezone.localtime(now).hour < LAST_HOUR:
        return 0
    return sum(_send_to(person, now) for person in _readers(timezone.localdate(now)))


def _readers(today: date) -> list[User]:
    """Return who has an address and was not written to too recently: one statement."""
    is_due = Q(mail_preference__isnull=True) | Q(mail_preference__sent_on__isnull=True)
    for rhythm, days in DAYS_BETWEEN.items():
        is_due |= Q(mail_preference__rhythm=rhythm, mail_preference__sent_on__lte=today - timedelta(days=days))
    takes_part = Q(mandates__isnull=False) | Q(participations__isnull=False)
    readers = User.objects.filter(takes_part, is_due, is_active=True).exclude(email="")
    return list(readers.exclude(mail_preference__rhythm=MailRhythm.NEVER).select_related("mail_preference").distinct())


def _send_to(person: User, now: datetime) -> bool:
    """Take one person's turn of today, so that no other worker does, and give it back when the mail does not go."""
    wish, _is_new = MailPreference.objects.get_or_create(person=person)
    since = wish.told_until or now - FIRST_LOOK_BACK
    digest = digest_for(person, since=since, until=now)
    if not digest.is_worth_a_mail:
        return False
    today = timezone.localdate(now)
    free = MailPreference.objects.filter(pk=wish.pk).filter(Q(sent_on__isnull=True) | Q(sent_on__lt=today))
    if not free.update(sent_on=today, told_until=now):
        return False
    try:
        write_digest(person, digest, lang=wish.lang).send()
    except (SMTPException, OSError):
        log.exception("mail did not go")
        MailPreference.objects.filter(pk=wish.pk).update(sent_on=wish.sent_on, told_until=wish.told_until)
        return False
    return True


def stop_token(person: User) -> str:
    """Return what the link to stop the mail carries: it names a person and can do nothing else."""
    return signing.dumps(str(person.journal_id), salt=SALT)


def person_of(token: str) -> User | None:
    """Return who a link to stop the mail is about; a forged one is about nobody."""
    try:
        return User.objects.filter(journal_id=signing.loads(token, salt=SALT)).first()
    except signing.BadSignature:
        return None

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say that somebody has a section open, or has left it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from scenarios.announce import announce
from workshops.models import DraftSection, Presence
from workshops.rules import Standing
from workshops.selectors.presence import GONE_AFTER
from workshops.services.writing.telling import acting_as

SAID_AGAIN = timedelta(seconds=10)


@transaction.atomic
def be_here(*, who: Standing, section: DraftSection) -> None:
    """Note that somebody is here; the others hear of it when that is new."""
    if who.person is None:
        return
    now = timezone.now()
    known = Presence.objects.filter(section=section, person=who.person).first()
    if known is not None and known.seen_at > now - SAID_AGAIN:
        return
    if known is None:
        Presence.objects.create(section=section, person=who.person, capacity=acting_as(who), seen_at=now)
    else:
        Presence.objects.filter(pk=known.pk).update(seen_at=now, capacity=acting_as(who))
    if known is None or known.seen_at < now - GONE_AFTER:
        _wake(section)


@transaction.atomic
def leave(*, who: Standing, section: DraftSection) -> None:
    """Note that somebody closed the page."""
    past = timezone.now() - 2 * GONE_AFTER
    if Presence.objects.filter(section=section, person=who.person, seen_at__gt=past).update(seen_at=past):
        _wake(section)


def _wake(section: DraftSection) -> None:
    if section.document is not None:
        announce(section.document.topic)

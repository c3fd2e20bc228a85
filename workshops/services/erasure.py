# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Erase a person: the account and every tie to it go, what the seat did stays, and no count changes."""

import structlog
from axes.models import AccessAttempt
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from workshops.enums import Act
from workshops.errors import WorkshopError
from workshops.journal import record
from workshops.models import Mandate, Participation, User, Workshop
from workshops.selectors.own_data import left_without_a_lead

log = structlog.get_logger(__name__)


@transaction.atomic
def erase_person(*, person: User) -> None:
    """Delete an account with its seats, roles, tokens and sessions; ballots, proposals and texts stay without a name.

    Who alone leads a workshop gives that to somebody else first, else nobody could ever again.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    if alone := left_without_a_lead(person):
        told = get_text_list([str(one.said("title")) for one in alone], _("and"))
        raise WorkshopError(
            _("You alone lead %(workshops)s. Give that role to somebody else first, then come back.")
            % {"workshops": told}
        )
    for workshop, capacities in _capacities(person).items():
        record(workshop=workshop, act=Act.PERSON_ERASED, actor=None, capacity=", ".join(sorted(capacities))[:120])
    AccessAttempt.objects.filter(username=person.username).delete()
    _end_sessions(person)
    Mandate.objects.filter(person=person).delete()
    person.delete()
    log.info("a person was erased")


def _capacities(person: User) -> dict[Workshop, set[str]]:
    """Return as what the person took part, by workshop."""
    found: dict[Workshop, set[str]] = {}
    for mandate in Mandate.objects.filter(person=person).select_related("seat__constituency__workshop"):
        side = mandate.seat.constituency
        found.setdefault(side.workshop, set()).add(f"{side.key}:{mandate.seat.number}")
    for row in Participation.objects.filter(person=person).select_related("workshop"):
        found.setdefault(row.workshop, set()).add(row.role)
    return found


def _end_sessions(person: User) -> None:
    """Delete what a session remembers of the person, on every device."""
    own = [one.pk for one in Session.objects.iterator() if one.get_decoded().get(SESSION_KEY) == str(person.pk)]
    Session.objects.filter(pk__in=own).delete()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Invite somebody to their account: a link with which they choose a password, once, within some days."""

from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from workshops import rules
from workshops.errors import NotAllowedError, WorkshopError
from workshops.models import Mandate, Participation, User, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


def invite(*, who: Standing, workshop: Workshop, person: User) -> tuple[str, str]:
    """Return what the link of an invitation holds; who has a password is never invited, so that nobody takes an account."""
    insist(rules.can_compose(who), _("Only the facilitator and the secretariat invite people."))
    is_here = (
        Mandate.objects.filter(person=person, seat__constituency__workshop=workshop).exists()
        or Participation.objects.filter(person=person, workshop=workshop).exists()
    )
    if not is_here:
        raise NotAllowedError(_("This person does not take part in this workshop."))
    if person.has_usable_password():
        raise WorkshopError(_("%(name)s has a password already, and signs in with it.") % {"name": person.name})
    return urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keep how often somebody wants mail."""

from django.db import transaction

from workshops.enums import MailRhythm
from workshops.models import MailPreference, User


@transaction.atomic
def set_mail(*, person: User, email: str, rhythm: str, lang: str) -> None:
    """Keep an address, a rhythm and a language."""
    person.email = email
    person.save(update_fields=["email"])
    MailPreference.objects.update_or_create(person=person, defaults={"rhythm": rhythm, "lang": lang})


def stop_mail(*, person: User) -> None:
    """Send somebody no more mail, until they ask for it again."""
    MailPreference.objects.update_or_create(person=person, defaults={"rhythm": MailRhythm.NEVER})

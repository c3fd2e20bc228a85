# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say for one's side whether it recognises a future."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Recognised
from workshops.errors import NotAllowedError
from workshops.journal import record
from workshops.models import Recognition, Seat, WorkshopScenario
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.suggestions import checked_words


@transaction.atomic
def recognise_future(
    *, who: Standing, place: WorkshopScenario, seat: Seat, answer: Recognised, reason: str
) -> Recognition:
    """Store what a side says of the edition that holds, with its reason; a later word takes the place of an earlier."""
    insist(
        rules.can_recognise_future(who, place.workshop), _("Members say this for their side, until the conclusions.")
    )
    if who.seat(seat.id) is None:
        raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
    said, _is_new = Recognition.objects.update_or_create(
        constituency=seat.constituency,
        revision=place.revision,
        defaults={
            "answer": answer,
            "reason": checked_words(reason, "reason"),
            "lang": (translation.get_language() or "nl")[:2],
            "translations": {},
            "seat": seat,
            "said_by": who.person,
            "said_at": timezone.now(),
        },
    )
    record(
        workshop=place.workshop,
        act=Act.FUTURE_RECOGNISED,
        actor=who.person,
        capacity=who.capacity(seat),
        subject=f"scenario {place.letter}",
        data={"answer": answer.value, "edition": place.revision.number},
    )
    announce(place.workshop.topic)
    return said

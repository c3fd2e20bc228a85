# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say what a scenario does with what others assume."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Use
from workshops.errors import WorkshopError
from workshops.journal import record
from workshops.models import Borrowing, WorkshopScenario
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.suggestions import checked_words
from workshops.services.writing.telling import acting_as


@dataclass(frozen=True, slots=True)
class Crossed:
    """What is done with one assumption, and why; no use takes back what was said of it."""

    use: Use | None
    because: str = ""


@transaction.atomic
def cross(*, who: Standing, place: WorkshopScenario, other: str, said: Mapping[str, Crossed]) -> int:
    """Store what is new in what is said of the assumptions of one other scenario; return how much that is."""
    insist(
        rules.can_state_borrowing(who, place),
        _("Who holds the pen of this scenario, the facilitator or the secretariat says this, until the conclusions."),
    )
    known = {row.assumption: row for row in Borrowing.objects.filter(place=place, other=other)}
    checked = {key: _checked(other, key, one) for key, one in said.items()}
    changed = [key for key, one in checked.items() if not _says(known.get(key), one)]
    for key in changed:
        _store(who, place, (other, key), checked[key])
    if changed:
        _tell(who, place, other, len(changed))
    return len(changed)


def _checked(other: str, key: str, one: Crossed) -> Crossed:
    if key not in {assumption.key for assumption in vocabulary.other(other).assumptions}:
        raise WorkshopError(_("That scenario has no such assumption."), field=key)
    if one.use is None:
        return Crossed(None)
    return Crossed(one.use, checked_words(one.because, f"because-{key}"))


def _says(row: Borrowing | None, one: Crossed) -> bool:
    if row is None or one.use is None:
        return row is None and one.use is None
    return (row.use, row.said("because")) == (one.use, one.because)


def _store(who: Standing, place: WorkshopScenario, about: tuple[str, str], one: Crossed) -> None:
    other, assumption = about
    if one.use is None:
        Borrowing.objects.filter(place=place, other=other, assumption=assumption).delete()
        return
    Borrowing.objects.update_or_create(
        place=place,
        other=other,
        assumption=assumption,
        defaults={
            "revision": place.revision,
            "use": one.use,
            "because": one.because,
            "lang": (translation.get_language() or "nl")[:2],
            "translations": {},
            "said_by": who.person,
            "capacity": acting_as(who),
            "said_at": timezone.now(),
        },
    )


def _tell(who: Standing, place: WorkshopScenario, other: str, changed: int) -> None:
    record(
        workshop=place.workshop,
        act=Act.ASSUMPTIONS_CROSSED,
        actor=who.person,
        capacity=acting_as(who),
        subject=f"scenario {place.letter}",
        data={"other": other, "changed": changed},
    )
    announce(place.workshop.topic)

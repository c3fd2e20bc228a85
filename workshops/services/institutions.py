# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Say for one's side how an institution fares, and write down what the council would have become of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.models import Institution
from workshops import rules
from workshops.enums import Act, Fate, Stress
from workshops.errors import NotAllowedError, WorkshopError
from workshops.journal import Line, record_each
from workshops.models import InstitutionVerdict, Proposal, Seat, StressRating, Workshop, WorkshopScenario
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.writing.suggestions import checked_words


@dataclass(frozen=True, slots=True)
class Rated:
    """What a side says of one institution in one scenario; no answer takes an earlier one back."""

    place: WorkshopScenario
    answer: Stress | None
    reason: str = ""


@transaction.atomic
def rate_institution(*, who: Standing, institution: Institution, seat: Seat, rated: Sequence[Rated]) -> int:
    """Store what a side says, each with its reason; return how many changed.

    The journal tells that a side rated, and never what: that comes into sight by the rule of the workshop's step.
    """
    for one in rated:
        insist(
            rules.can_rate_institution(who, one.place.workshop),
            _("Members say this for their side, until the conclusions."),
        )
    if who.seat(seat.id) is None:
        raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
    changed = [one.place for one in rated if _store_rating(who, institution, seat, one)]
    _tell(Act.INSTITUTION_RATED, who, institution, changed, capacity=who.capacity(seat))
    return len(changed)


def _store_rating(who: Standing, institution: Institution, seat: Seat, one: Rated) -> bool:
    """Keep one rating; whether that changed anything."""
    known = StressRating.objects.filter(
        constituency=seat.constituency_id, institution=institution, revision=one.place.revision_id
    ).first()
    if one.answer is None:
        return known is not None and bool(known.delete())
    reason = checked_words(one.reason, f"{one.place.letter}-reason")
    if known is not None and (known.answer, known.said("reason")) == (one.answer, reason):
        return False
    StressRating.objects.update_or_create(
        constituency_id=seat.constituency_id,
        institution=institution,
        revision_id=one.place.revision_id,
        defaults={
            "answer": one.answer,
            "reason": reason,
            "lang": (translation.get_language() or "nl")[:2],
            "translations": {},
            "seat": seat,
            "said_by": who.person,
            "said_at": timezone.now(),
        },
    )
    return True


@dataclass(frozen=True, slots=True)
class Decided:
    """What is to become of one institution in one scenario; nothing takes an earlier verdict back."""

    place: WorkshopScenario
    fate: Fate | None
    reason: str = ""
    proposals: tuple[UUID, ...] = ()


@transaction.atomic
def decide_institution(*, who: Standing, institution: Institution, decided: Sequence[Decided]) -> int:
    """Store the verdicts of the council, each with its reason and the proposals that go with it."""
    for one in decided:
        insist(
            rules.can_decide_institution(who, one.place.workshop),
            _("The secretariat writes this down for the council, until the conclusions."),
        )
    changed = [one.place for one in decided if _store_verdict(institution, one)]
    _tell(Act.INSTITUTION_DECIDED, who, institution, changed, capacity=who.capacity())
    return len(changed)


def _store_verdict(institution: Institution, one: Decided) -> bool:
    """Keep one verdict; whether that changed anything."""
    workshop = one.place.workshop
    known = InstitutionVerdict.objects.filter(
        workshop=workshop, institution=institution, revision=one.place.revision_id
    ).first()
    if one.fate is None:
        return known is not None and bool(known.delete())
    reason = checked_words(one.reason, f"{one.place.letter}-reason")
    proposals = _proposals_in(workshop, one)
    before = set(known.proposals.all()) if known else set()
    if known is not None and (known.fate, known.said("reason"), before) == (one.fate, reason, set(proposals)):
        return False
    verdict, _is_new = InstitutionVerdict.objects.update_or_create(
        workshop=workshop,
        institution=institution,
        revision_id=one.place.revision_id,
        defaults={
            "fate": one.fate,
            "reason": reason,
            "lang": (translation.get_language() or "nl")[:2],
            "translations": {},
            "decided_at": timezone.now(),
        },
    )
    verdict.proposals.set(proposals)
    return True


def _proposals_in(workshop: Workshop, one: Decided) -> list[Proposal]:
    found = list(Proposal.objects.filter(workshop=workshop, pk__in=one.proposals))
    if len(found) != len(set(one.proposals)):
        raise WorkshopError(_("Choose proposals of this workshop."), field=f"{one.place.letter}-proposals")
    return found


def _tell(
    act: Act, who: Standing, institution: Institution, places: Sequence[WorkshopScenario], *, capacity: str
) -> None:
    """Record which institution and which scenarios, not what was said of them."""
    if not places:
        return
    workshop = places[0].workshop
    facts = {"institution": institution.key, "scenarios": [one.letter for one in places]}
    line = Line(act, f"institution {institution.key}", facts)
    record_each(workshop=workshop, lines=[line], actor=who.person, capacity=capacity)
    announce(workshop.topic)

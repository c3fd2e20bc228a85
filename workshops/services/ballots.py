# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cast, change and withdraw a ballot while the round is open."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops.enums import REASON_REQUIRED, Act, Need, RoundState, Stance
from workshops.errors import NotAllowedError, RoundClosedError, WorkshopError
from workshops.journal import record
from workshops.models import Ballot, RoundSeat, TallyRow, User

LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a seat says to one poll."""

    stance: Stance
    need: Need | None = None
    reason: str = ""
    would_change: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """A stored ballot, and whether it is the seat's first."""

    ballot: Ballot
    is_first: bool


@transaction.atomic
def cast_ballot(*, person: User, poll_id: UUID, seat_id: UUID, answer: Answer) -> Cast:
    """Store one seat's answer; sent twice it is stored once, sent again it replaces the earlier one."""
    place = _place_of(person, poll_id, seat_id)
    _check(answer)
    seat, workshop = place.seat, place.round.workshop
    earlier = Ballot.objects.filter(poll_id=poll_id, seat_id=seat_id).first()
    ballot = Ballot(
        id=earlier.id if earlier else Ballot().id,
        poll_id=poll_id,
        seat_id=seat_id,
        stance=answer.stance,
        need=answer.need or "",
        reason=answer.reason.strip(),
        would_change=answer.would_change.strip(),
        lang=(translation.get_language() or "nl")[:2],
        cast_by=person,
        holding=place.holding,
        cast_at=timezone.now(),
    )
    ballot.save(force_insert=earlier is None, force_update=earlier is not None)
    _count(poll_id, seat.constituency_id, gone=earlier.stance if earlier else None, come=answer.stance)
    record(
        workshop=workshop,
        act=Act.BALLOT_CAST,
        actor=person,
        capacity=f"{seat.constituency.key}:{seat.number}",
        subject=f"poll {poll_id}",
        data={
            "stance": answer.stance.value,
            "need": answer.need.value if answer.need else "",
            "holding": place.holding,
        },
        is_locked=True,
    )
    announce(workshop.topic)
    return Cast(ballot, is_first=earlier is None)


@transaction.atomic
def withdraw_ballot(*, person: User, poll_id: UUID, seat_id: UUID) -> None:
    """Take a ballot back; without one there is nothing to do."""
    place = _place_of(person, poll_id, seat_id)
    earlier = Ballot.objects.filter(poll_id=poll_id, seat_id=seat_id).first()
    if earlier is None:
        return
    earlier.delete()
    seat = place.seat
    _count(poll_id, seat.constituency_id, gone=earlier.stance, come=None)
    record(
        workshop=place.round.workshop,
        act=Act.BALLOT_WITHDRAWN,
        actor=person,
        capacity=f"{seat.constituency.key}:{seat.number}",
        subject=f"poll {poll_id}",
        is_locked=True,
    )
    announce(place.round.workshop.topic)


def _place_of(person: User, poll_id: UUID, seat_id: UUID) -> RoundSeat:
    """Return the seat's place in the frozen electorate, held by this person today; the round stays locked till we are done."""
    today = timezone.localdate()
    place = (
        RoundSeat.objects.select_for_update(of=("round", "round__workshop"))
        .select_related("round__workshop", "seat__constituency")
        .filter(Q(seat__mandates__ends_on__isnull=True) | Q(seat__mandates__ends_on__gte=today))
        .filter(round__polls=poll_id, seat=seat_id, seat__mandates__person=person, seat__mandates__starts_on__lte=today)
        .annotate(holding=F("seat__mandates__holding"))
        .first()
    )
    if place is None:
        raise NotAllowedError(
            _("You do not hold this seat, or it is not entitled to vote in this round."), field="seat"
        )
    if place.round.state != RoundState.OPEN:
        raise RoundClosedError(_("This round is not open: your ballot was not stored. What was stored before stays."))
    return place


def _check(answer: Answer) -> None:
    if answer.stance in REASON_REQUIRED and not answer.reason.strip():
        raise WorkshopError(_("Give a reason for an objection: it tells the others what to look at."), field="reason")
    for field in ("reason", "would_change"):
        if len(getattr(answer, field)) > LONGEST_REASON:
            raise WorkshopError(
                _("This text may have at most %(most)d characters.") % {"most": LONGEST_REASON}, field=field
            )


def _count(poll_id: UUID, constituency_id: UUID, *, gone: str | None, come: str | None) -> None:
    """Move the running count in one statement."""
    if gone == come:
        return
    shift = Case(When(stance=come, then=Value(1)), When(stance=gone, then=Value(-1)), default=Value(0))
    TallyRow.objects.filter(
        poll_id=poll_id, constituency_id=constituency_id, stance__in=[gone or come, come or gone]
    ).update(count=F("count") + shift)

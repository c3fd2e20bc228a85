# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Record a minority position, sign it, take a signature or the whole back, reply to it."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.models import ScenarioRevision
from workshops import rules
from workshops.enums import Act, Mandated, ProposalState
from workshops.errors import NotAllowedError, WorkshopError
from workshops.journal import record
from workshops.models import MinorityPosition, PositionReply, Proposal, Seat, Signature, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist

LONGEST = 3_000


@dataclass(frozen=True, slots=True)
class Said:
    """What a seat wants recorded; without a scenario it holds in all."""

    text: str
    mandated: Mandated
    scenario_revision: ScenarioRevision | None = None


@transaction.atomic
def state_position(*, who: Standing, proposal: Proposal, seat: Seat, said: Said) -> MinorityPosition:
    """Record a text under the owner's signature; sent twice it is recorded once."""
    workshop = Workshop.objects.select_for_update().get(pk=proposal.workshop_id)
    _insist_on_seat(who, workshop, seat)
    if proposal.state == ProposalState.WITHDRAWN:
        raise WorkshopError(_("This proposal was withdrawn: there is nothing left to differ from."))
    text = _checked(said.text)
    twin = MinorityPosition.objects.standing().filter(proposal=proposal, seat=seat, text=text).first()
    if twin is not None:
        return twin
    now = timezone.now()
    position = MinorityPosition.objects.create(
        workshop=workshop,
        number=(workshop.minority_positions.aggregate(last=Max("number"))["last"] or 0) + 1,
        proposal=proposal,
        reform_revision_id=proposal.reform_revision_id,
        scenario_revision=said.scenario_revision,
        seat=seat,
        text=text,
        lang=_language(),
        stated_by=who.person,
        stated_at=now,
    )
    Signature.objects.create(position=position, seat=seat, signed_by=who.person, mandated=said.mandated, signed_at=now)
    _record(Act.POSITION_STATED, who, position, seat, {"proposal": proposal.number, "mandated": said.mandated})
    return position


@transaction.atomic
def sign_position(*, who: Standing, position: MinorityPosition, seat: Seat, mandated: Mandated) -> Signature:
    """Put a seat under a position, or say anew how far it may speak; the same again changes nothing."""
    position = _locked(position)
    _insist_on_seat(who, position.workshop, seat)
    _insist_on_standing(position)
    signed = Signature.objects.filter(position=position, seat=seat).first()
    if signed is not None and signed.mandated == mandated:
        return signed
    facts = {"signed_by": who.person, "mandated": mandated, "signed_at": timezone.now()}
    if signed is not None:  # the order of signing stays
        facts.pop("signed_at")
    signed, _is_new = Signature.objects.update_or_create(position=position, seat=seat, defaults=facts)
    _record(Act.POSITION_SIGNED, who, position, seat, {"mandated": mandated})
    return signed


@transaction.atomic
def take_back_signature(*, who: Standing, position: MinorityPosition, seat: Seat) -> None:
    """Take a seat off a position; the owner withdraws the position instead."""
    position = _locked(position)
    _insist_on_seat(who, position.workshop, seat)
    _insist_on_standing(position)
    if seat.pk == position.seat_id:
        raise WorkshopError(_("This is your own position: withdraw it instead."))
    if Signature.objects.filter(position=position, seat=seat).delete()[0]:
        _record(Act.POSITION_UNSIGNED, who, position, seat, {})


@transaction.atomic
def withdraw_position(*, who: Standing, position: MinorityPosition) -> None:
    """Take a position back; it stays readable, marked as withdrawn."""
    position = _locked(position)
    insist(
        rules.can_withdraw_position(who, position),
        _("Only the seat that stated a position can withdraw it, and only once."),
    )
    position.withdrawn_at = timezone.now()
    position.save(update_fields=["withdrawn_at"])
    _record(Act.POSITION_WITHDRAWN, who, position, position.seat, {})


@transaction.atomic
def reply_to_position(*, who: Standing, position: MinorityPosition, seat: Seat, text: str) -> PositionReply:
    """Answer a position as the delegation that tabled the proposal; a new text takes the place of the last."""
    position = _locked(position)
    insist(
        rules.can_reply_to_position(who, position) and who.seat(seat.pk) is not None,
        _("Only the delegation that tabled the proposal replies to a position on it."),
    )
    told: dict[str, Any] = {
        "seat": seat,
        "text": _checked(text),
        "lang": _language(),
        "translations": {},
        "replied_by": who.person,
        "replied_at": timezone.now(),
    }
    earlier = PositionReply.objects.filter(position=position).first()
    if earlier is not None and earlier.text == told["text"]:
        return earlier
    reply, _is_new = PositionReply.objects.update_or_create(position=position, defaults=told)
    _record(Act.POSITION_REPLIED, who, position, seat, {})
    return reply


def _locked(position: MinorityPosition) -> MinorityPosition:
    """Return the position as it is now, its workshop locked: acts on a workshop come one after another."""
    Workshop.objects.select_for_update().get(pk=position.workshop_id)
    return MinorityPosition.objects.select_related("workshop", "proposal", "seat__constituency").get(pk=position.pk)


def _insist_on_seat(who: Standing, workshop: Workshop, seat: Seat) -> None:
    insist(rules.can_state_position(who, workshop), _("Minority positions are recorded by seats, from comparing on."))
    if who.seat(seat.pk) is None:
        raise NotAllowedError(_("You do not hold this seat. Choose one that you hold."), field="seat")


def _insist_on_standing(position: MinorityPosition) -> None:
    if not position.is_standing:
        raise WorkshopError(_("This position was withdrawn: it can no longer be signed."))


def _checked(text: str) -> str:
    text = text.strip()
    if not text:
        raise WorkshopError(_("Write what is to be recorded."), field="text")
    if len(text) > LONGEST:
        raise WorkshopError(_("This text may have at most %(most)d characters.") % {"most": LONGEST}, field="text")
    return text


def _language() -> str:
    return (translation.get_language() or "nl")[:2]


def _record(act: Act, who: Standing, position: MinorityPosition, seat: Seat, data: dict[str, Any]) -> None:
    record(
        workshop=position.workshop,
        act=act,
        actor=who.person,
        capacity=who.capacity(seat),
        subject=f"position {position.number}",
        data=data,
        is_locked=True,
    )
    announce(position.workshop.topic)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask a condition for one's support, and say later whether it is met."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.models import Scenario
from scenarios.services.reforms import FIRST_START, LAST_START
from workshops import rules
from workshops.enums import Act, ConditionKind, ConditionState
from workshops.errors import NotAllowedError, WorkshopError
from workshops.journal import record
from workshops.models import Condition, Proposal, Seat, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist

LONGEST_WORDS = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition in words, and what of it can be looked up."""

    kind: ConditionKind
    words: str
    year: int | None = None
    other: Proposal | None = None
    scenario: Scenario | None = None


@transaction.atomic
def ask_condition(
    *, who: Standing, proposal: Proposal, seat: Seat, asked: Asked, form_key: UUID | None = None
) -> Condition:
    """Write down what a seat needs before it supports a proposal. A form sent twice asks once."""
    Workshop.objects.select_for_update().only("pk").get(pk=proposal.workshop_id)
    if who.seat(seat.id) is None:
        raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
    sent_before = Condition.objects.filter(proposal=proposal, form_key=form_key).first() if form_key else None
    if sent_before is not None:
        return sent_before
    insist(rules.can_ask_condition(who, proposal), _("Seats ask conditions until the workshop concludes."))
    last = proposal.conditions.aggregate(last=Max("number"))["last"] or 0
    condition = Condition.objects.create(
        proposal=proposal,
        number=last + 1,
        seat=seat,
        asked_by=who.person,
        asked_at=timezone.now(),
        lang=(translation.get_language() or "nl")[:2],
        form_key=form_key,
        **_checked(asked, proposal),
    )
    _record(Act.CONDITION_ASKED, who, condition, {"kind": str(condition.kind)})
    return condition


@transaction.atomic
def settle_condition(*, who: Standing, condition: Condition, state: ConditionState) -> Condition:
    """Say that a condition is met, is not, or is asked no longer: only the seat that asked it can."""
    Workshop.objects.select_for_update().only("pk").get(pk=condition.proposal.workshop_id)
    condition = Condition.objects.select_related("proposal__workshop", "seat__constituency").get(pk=condition.pk)
    insist(
        rules.can_settle_condition(who, condition),
        _("Only the seat that asked a condition says whether it is met, until the workshop concludes."),
    )
    if condition.state == state:
        return condition
    condition.state, condition.settled_at = state, timezone.now()
    condition.save(update_fields=["state", "settled_at"])
    _record(Act.CONDITION_SETTLED, who, condition, {"state": str(state)})
    return condition


def _checked(asked: Asked, proposal: Proposal) -> dict[str, object]:
    """Return what a condition stores, with only what belongs to its kind."""
    words = asked.words.replace("\r\n", "\n").strip()
    if not words:
        raise WorkshopError(_("Write what you need before you support this proposal."), field="words")
    if len(words) > LONGEST_WORDS:
        message = _("Use at most %(most)d characters; there are %(typed)d now.")
        raise WorkshopError(message % {"most": LONGEST_WORDS, "typed": len(words)}, field="words")
    year = asked.year if asked.kind == ConditionKind.START else None
    other = asked.other if asked.kind == ConditionKind.REFORM else None
    scenario = asked.scenario if asked.kind == ConditionKind.SCENARIO else None
    if asked.kind == ConditionKind.START and (year is None or not FIRST_START <= year <= LAST_START):
        message = _("Fill in a year from %(first)d to %(last)d.")
        raise WorkshopError(message % {"first": FIRST_START, "last": LAST_START}, field="year")
    if asked.kind == ConditionKind.REFORM and (
        other is None or other.pk == proposal.pk or other.workshop_id != proposal.workshop_id
    ):
        raise WorkshopError(_("Choose the other proposal that has to come along."), field="other")
    if asked.kind == ConditionKind.SCENARIO and (
        scenario is None or not proposal.workshop.places.filter(scenario=scenario).exists()
    ):
        raise WorkshopError(_("Choose the scenario in which you would support it."), field="scenario")
    return {"kind": asked.kind, "words": words, "year": year, "other": other, "scenario": scenario}


def _record(act: Act, who: Standing, condition: Condition, facts: dict[str, str]) -> None:
    proposal = condition.proposal
    record(
        workshop=proposal.workshop,
        act=act,
        actor=who.person,
        capacity=who.capacity(condition.seat),
        subject=f"condition {proposal.number}.{condition.number}",
        data=facts,
    )
    announce(proposal.workshop.topic)
    announce(proposal.topic)

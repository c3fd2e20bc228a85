# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amend a proposal, say what should be done with an amendment, decide about it, take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.models import ReformRevision
from scenarios.services.reforms import checked_levers, revise_reform
from workshops import rules
from workshops.enums import Act, AmendmentState, Handling, RoundState
from workshops.errors import NotAllowedError, WorkshopError
from workshops.jobs.contests import ask_contests
from workshops.journal import record
from workshops.models import Amendment, Poll, Proposal, Seat, Workshop
from workshops.rules import Standing
from workshops.selectors.amendments import LEVER, TEXT_PARTS, carried_onto, changed_parts
from workshops.services.drafts import LONGEST
from workshops.services.insist import insist
from workshops.services.proposals import project_proposal
from workshops.services.studies import study_proposal

LONGEST_WORDS = 2_000
STATES = {
    Handling.TAKE_OVER: AmendmentState.TAKEN_OVER,
    Handling.MODIFY: AmendmentState.MODIFIED,
    Handling.DECLINE: AmendmentState.DECLINED,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with an amendment and why; `wanted` is the whole text as it would read, when modified."""

    handling: Handling
    reason: str = ""
    wanted: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def propose_amendment(  # noqa: PLR0913 -- an amendment is all of this
    *,
    who: Standing,
    proposal: Proposal,
    seat: Seat,
    wanted: Mapping[str, Any],
    reason: str,
    form_key: UUID | None = None,
) -> Amendment:
    """Lay an amendment beside a proposal: `wanted` is all of it as it should read. A form sent twice lays one."""
    Workshop.objects.select_for_update().only("pk").get(pk=proposal.workshop_id)
    if who.seat(seat.id) is None:
        raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
    sent_before = Amendment.objects.filter(proposal=proposal, form_key=form_key).first() if form_key else None
    if sent_before is not None:
        return sent_before
    insist(rules.can_amend_proposal(who, proposal), _("Seats amend proposals until the workshop concludes."))
    lang = _language()
    changes = _checked_changes(proposal.reform_revision, wanted, lang)
    last = proposal.amendments.aggregate(last=Max("number"))["last"] or 0
    amendment = Amendment.objects.create(
        proposal=proposal,
        number=last + 1,
        about=proposal.reform_revision,
        seat=seat,
        proposed_by=who.person,
        proposed_at=timezone.now(),
        changes=changes,
        reason=_checked_words(reason, "reason"),
        lang=lang,
        form_key=form_key,
    )
    _record(Act.AMENDMENT_PROPOSED, who, amendment, seat=seat, data={"parts": sorted(changes)})
    return amendment


@transaction.atomic
def handle_amendment(*, who: Standing, amendment: Amendment, verdict: Verdict) -> Amendment:
    """Write down what the secretariat would do with it; until the proposer answers it may say otherwise."""
    amendment = _held(amendment)
    insist(
        rules.can_handle_amendment(who, amendment), _("Only the secretariat does this, before the proposer answers.")
    )
    amendment.handling = verdict.handling
    amendment.handling_reason = _checked_words(verdict.reason, "reason")
    amendment.handling_lang = _language()
    amendment.handling_changes = (
        _checked_changes(amendment.about, verdict.wanted, amendment.lang) if verdict.handling == Handling.MODIFY else {}
    )
    amendment.handled_at = timezone.now()
    amendment.save(update_fields=["handling", "handling_reason", "handling_lang", "handling_changes", "handled_at"])
    _record(Act.AMENDMENT_HANDLED, who, amendment, data={"handling": str(verdict.handling)})
    return amendment


@transaction.atomic
def answer_amendment(*, who: Standing, amendment: Amendment, verdict: Verdict) -> Amendment:
    """Decide: taking it over makes the next edition of the proposal, which the model computes at once."""
    amendment = _held(amendment)
    proposal = amendment.proposal
    insist(
        rules.can_answer_amendment(who, amendment),
        _("Only the seat that tabled the proposal answers, once, until the workshop concludes."),
    )
    needs_reason = verdict.handling != Handling.TAKE_OVER
    amendment.answer = _checked_words(verdict.reason, "reason", is_needed=needs_reason)
    amendment.answer_lang = _language()
    amendment.state = STATES[verdict.handling]
    amendment.answered_capacity, amendment.answered_at = who.capacity(proposal.seat), timezone.now()
    if verdict.handling != Handling.DECLINE:
        _take_over(who, amendment, verdict)
    amendment.save()
    facts = {"reform_revision": str(amendment.became_id)} if amendment.became_id else {}
    _record(Act(f"amendment_{amendment.state}"), who, amendment, seat=proposal.seat, data=facts)
    return amendment


@transaction.atomic
def withdraw_amendment(*, who: Standing, amendment: Amendment) -> Amendment:
    """Take an amendment back; it stays readable."""
    amendment = _held(amendment)
    insist(
        rules.can_withdraw_amendment(who, amendment),
        _("Only the seat that asked for an amendment can withdraw it, while it is open."),
    )
    amendment.state = AmendmentState.WITHDRAWN
    amendment.save(update_fields=["state"])
    _record(Act.AMENDMENT_WITHDRAWN, who, amendment, seat=amendment.seat)
    return amendment


def _take_over(who: Standing, amendment: Amendment, verdict: Verdict) -> None:
    proposal, lang = amendment.proposal, amendment.lang
    if Poll.objects.filter(proposal=proposal, round__state=RoundState.OPEN).exists():
        raise WorkshopError(_("A round about this proposal is open: its text stays as it is until the round closes."))
    if verdict.handling == Handling.MODIFY:
        changes: Mapping[str, Any] = _checked_changes(proposal.reform_revision, verdict.wanted, lang)
        parts, clashes = carried_onto(proposal.reform_revision, proposal.reform_revision, changes, lang)
    else:
        changes = amendment.changes
        parts, clashes = carried_onto(proposal.reform_revision, amendment.about, changes, lang)
    if clashes:
        raise WorkshopError(
            _("The proposal changed at the same place since. Modify the amendment, or decline it."), field="handling"
        )
    revision = _edition(who, proposal.reform_revision, parts, lang)
    amendment.became = revision
    proposal.reform_revision = revision
    proposal.save(update_fields=["reform_revision"])
    # a round that is only prepared asks about the text that will be there when it opens
    Poll.objects.filter(proposal=proposal, round__state=RoundState.DRAFT).update(reform_revision=revision)
    project_proposal(proposal)
    study_proposal(proposal)
    ask_contests(proposal.workshop)


def _edition(who: Standing, known: ReformRevision, parts: Mapping[str, Any], lang: str) -> ReformRevision:
    return revise_reform(
        known=known,
        author=who.person,
        lang=lang,
        texts={name: parts[name] for name in TEXT_PARTS},
        levers=_levers_in(parts),
        start_year=parts["start_year"],
        phase_years=parts["phase_years"],
        budget_bn=parts["budget_bn"],
    )


def _checked_changes(revision: ReformRevision, wanted: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return what changes, within the limits of a proposal; refuse what changes nothing."""
    for name in TEXT_PARTS:
        typed = str(wanted.get(name, "")).strip()
        if len(typed) > LONGEST[name]:
            message = _("Use at most %(most)d characters; there are %(typed)d now.")
            raise WorkshopError(message % {"most": LONGEST[name], "typed": len(typed)}, field=name)
        if name in {"title", "summary"} and name in wanted and not typed:
            raise WorkshopError(_("Fill this in: the others need it to judge the proposal."), field=name)
    checked_levers(_levers_in(wanted))
    changes = changed_parts(revision, wanted, lang)
    if not changes:
        raise WorkshopError(_("Nothing is changed yet. Change a text, a year, an amount or a lever."))
    return changes


def _levers_in(parts: Mapping[str, Any]) -> dict[str, float]:
    return {part.removeprefix(LEVER): float(value) for part, value in parts.items() if part.startswith(LEVER) and value}


def _checked_words(text: str, name: str, *, is_needed: bool = True) -> str:
    text = text.replace("\r\n", "\n").strip()
    if is_needed and not text:
        raise WorkshopError(_("Give the reason: the others need it to follow you."), field=name)
    if len(text) > LONGEST_WORDS:
        message = _("Use at most %(most)d characters; there are %(typed)d now.")
        raise WorkshopError(message % {"most": LONGEST_WORDS, "typed": len(text)}, field=name)
    return text


def _held(amendment: Amendment) -> Amendment:
    """Return the amendment as it is now: who decide at once decide one after the other."""
    Workshop.objects.select_for_update().only("pk").get(pk=amendment.proposal.workshop_id)
    return Amendment.objects.select_related(
        "proposal__workshop", "proposal__seat__constituency", "proposal__reform_revision__reform", "about", "seat"
    ).get(pk=amendment.pk)


def _language() -> str:
    return (translation.get_language() or "nl")[:2]


def _record(
    act: Act, who: Standing, amendment: Amendment, *, seat: Seat | None = None, data: dict[str, Any] | None = None
) -> None:
    proposal = amendment.proposal
    record(
        workshop=proposal.workshop,
        act=act,
        actor=who.person,
        capacity=who.capacity(seat),
        subject=f"amendment {proposal.number}.{amendment.number}",
        data=data,
    )
    announce(proposal.workshop.topic)
    announce(proposal.topic)

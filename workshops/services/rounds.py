# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Prepare, open and close a voting round."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Phase, ProposalState, RoundState, Stance
from workshops.errors import AgreementsError, WorkshopError
from workshops.journal import record
from workshops.models import Poll, Proposal, Round, RoundSeat, Seat, TallyRow, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.proposals import park_proposal, return_proposal

MOST_PROPOSALS = 8


@transaction.atomic
def prepare_round(
    *, who: Standing, workshop: Workshop, chosen: Sequence[Proposal], parked: Mapping[Proposal, str]
) -> Round:
    """Choose at most eight proposals; every other one on the table is parked with a reason."""
    insist(rules.can_prepare_round(who, workshop))
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    _check_choice(workshop, chosen, parked)
    for proposal in chosen:
        if proposal.state == ProposalState.PARKED:
            return_proposal(who=who, proposal=proposal)
    for proposal, because in parked.items():
        if proposal.state != ProposalState.PARKED or proposal.parked_because != because.strip():
            park_proposal(who=who, proposal=proposal, because=because)
    return _draft(who, workshop, chosen)


def _draft(who: Standing, workshop: Workshop, chosen: Sequence[Proposal]) -> Round:
    """Return the prepared round with these proposals: the one that is there, else a new one in its place."""
    places = workshop.places.values_list("revision_id", flat=True)
    asked = {(proposal.pk, proposal.reform_revision_id, revision) for proposal in chosen for revision in places}
    prepared = workshop.rounds.filter(state=RoundState.DRAFT).first()
    if prepared is not None:
        if set(prepared.polls.values_list("proposal", "reform_revision", "scenario_revision")) == asked:
            return prepared
        prepared.delete()
    last = workshop.rounds.aggregate(last=Max("number"))["last"] or 0
    one = Round.objects.create(workshop=workshop, number=last + 1)
    Poll.objects.bulk_create(
        Poll(round=one, proposal_id=proposal, reform_revision_id=reform, scenario_revision_id=scenario)
        for proposal, reform, scenario in asked
    )
    _record(Act.ROUND_PREPARED, who, one, {"proposals": sorted(proposal.number for proposal in chosen)})
    return one


def _check_choice(workshop: Workshop, chosen: Sequence[Proposal], parked: Mapping[Proposal, str]) -> None:
    if workshop.rounds.open().exists():
        raise WorkshopError(_("A round is open. Close it before you prepare the next."))
    if not chosen:
        raise WorkshopError(_("Choose at least one proposal for the round."), field="chosen")
    if len(chosen) > MOST_PROPOSALS:
        raise WorkshopError(
            _("Choose at most %(most)d proposals; you chose %(chosen)d. Park the others with a reason.")
            % {"most": MOST_PROPOSALS, "chosen": len(chosen)},
            field="chosen",
        )
    states = dict(workshop.proposals.values_list("pk", "state"))
    if any(states[proposal.pk] == ProposalState.WITHDRAWN for proposal in (*chosen, *parked)):
        raise WorkshopError(_("A proposal was withdrawn: it cannot be voted on. Choose again."), field="chosen")
    if any(not because.strip() for because in parked.values()):
        raise WorkshopError(_("Give a reason for every proposal that you park."), field="parked")
    on_the_table = {pk for pk, state in states.items() if state == ProposalState.TABLED}
    if on_the_table - {proposal.pk for proposal in (*chosen, *parked)}:
        raise WorkshopError(_("Another proposal was tabled meanwhile. Choose it, or park it with a reason."))


@transaction.atomic
def open_round(*, who: Standing, one: Round) -> Round:
    """Freeze the electorate and open the ballots, under agreements that are locked."""
    one = _locked(one)
    insist(rules.can_open_round(who, one), _("Only the facilitator opens a round, and only one that is prepared."))
    workshop = one.workshop
    agreements = workshop.agreements.first()
    if agreements is None or not agreements.is_locked:
        raise AgreementsError(
            _("Lock the agreements beforehand first: a round opens under rules that no longer change.")
        )
    one.state, one.opened_at, one.agreements = RoundState.OPEN, timezone.now(), agreements
    one.save(update_fields=["state", "opened_at", "agreements"])
    seats = list(Seat.objects.filter(constituency__workshop=workshop))
    RoundSeat.objects.bulk_create(RoundSeat(round=one, seat=seat) for seat in seats)
    sides = {seat.constituency_id for seat in seats}
    TallyRow.objects.bulk_create(
        TallyRow(poll=poll, constituency_id=side, stance=stance)
        for poll in one.polls.all()
        for side in sides
        for stance in Stance
    )
    workshop.phase = Phase.VOTING
    workshop.save(update_fields=["phase"])
    facts = {"seats": len(seats), "agreements": agreements.version, "mode": one.mode}
    _record(Act.ROUND_OPENED, who, one, facts)
    return one


@transaction.atomic
def close_round(*, who: Standing, one: Round) -> Round:
    """Close the ballots; what was cast stays, nothing can be added."""
    one = _locked(one)
    insist(rules.can_close_round(who, one), _("Only the facilitator closes a round, and only one that is open."))
    one.state, one.closed_at = RoundState.CLOSED, timezone.now()
    one.save(update_fields=["state", "closed_at"])
    cast = TallyRow.objects.filter(poll__round=one).aggregate(ballots=Sum("count"))
    _record(Act.ROUND_CLOSED, who, one, {"ballots": cast["ballots"] or 0})
    return one


def _locked(one: Round) -> Round:
    """Return the round as it is now, locked before its workshop: the order in which ballots lock them too."""
    return Round.objects.select_for_update(of=("self", "workshop")).select_related("workshop").get(pk=one.pk)


def _record(act: Act, who: Standing, one: Round, facts: dict[str, object]) -> None:
    record(
        workshop=one.workshop,
        act=act,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"round {one.number}",
        data=facts,
        is_locked=True,
    )
    announce(one.workshop.topic)

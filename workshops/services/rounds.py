# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Prepare, open and close a voting round."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
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
    _check_choice(workshop, chosen)
    number = (workshop.rounds.exclude(state=RoundState.DRAFT).aggregate(last=Max("number"))["last"] or 0) + 1
    workshop.rounds.filter(state=RoundState.DRAFT).delete()
    one = Round.objects.create(workshop=workshop, number=number)
    places = list(workshop.places.select_related("revision"))
    Poll.objects.bulk_create(
        Poll(
            round=one,
            proposal=proposal,
            reform_revision_id=proposal.reform_revision_id,
            scenario_revision=place.revision,
        )
        for proposal in chosen
        for place in places
    )
    for proposal in chosen:
        if proposal.state == ProposalState.PARKED:
            return_proposal(who=who, proposal=proposal)
    for proposal, because in parked.items():
        park_proposal(who=who, proposal=proposal, because=because)
    numbers = sorted(proposal.number for proposal in chosen)
    record(
        workshop=workshop,
        act=Act.ROUND_PREPARED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"round {number}",
        data={"proposals": numbers},
    )
    announce(workshop.topic)
    return one


def _check_choice(workshop: Workshop, chosen: Sequence[Proposal]) -> None:
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
    if any(proposal.state == ProposalState.WITHDRAWN for proposal in chosen):
        raise WorkshopError(_("A withdrawn proposal cannot be voted on."), field="chosen")


@transaction.atomic
def open_round(*, who: Standing, one: Round) -> Round:
    """Freeze the electorate and open the ballots, under agreements that are locked."""
    insist(rules.can_open_round(who, one), _("Only the facilitator opens a round, and only one that is prepared."))
    workshop = Workshop.objects.select_for_update().get(pk=one.workshop_id)
    agreements = workshop.agreements.first()
    if agreements is None or not agreements.is_locked:
        raise AgreementsError(
            _("Lock the agreements beforehand first: a round opens under rules that no longer change.")
        )
    one.state, one.opened_at, one.agreements = RoundState.OPEN, timezone.now(), agreements
    one.save(update_fields=["state", "opened_at", "agreements"])
    seats = list(Seat.objects.filter(constituency__workshop=workshop).select_related("constituency"))
    RoundSeat.objects.bulk_create(RoundSeat(round=one, seat=seat) for seat in seats)
    TallyRow.objects.bulk_create(
        TallyRow(poll=poll, constituency=constituency, stance=stance)
        for poll in one.polls.all()
        for constituency in workshop.constituencies.all()
        for stance in Stance
    )
    workshop.phase = Phase.VOTING
    workshop.save(update_fields=["phase"])
    record(
        workshop=workshop,
        act=Act.ROUND_OPENED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"round {one.number}",
        data={"seats": len(seats), "agreements": agreements.version, "mode": one.mode},
    )
    announce(workshop.topic)
    return one


@transaction.atomic
def close_round(*, who: Standing, one: Round) -> Round:
    """Close the ballots; what was cast stays, nothing can be added."""
    insist(rules.can_close_round(who, one), _("Only the facilitator closes a round, and only one that is open."))
    Workshop.objects.select_for_update().only("pk").get(pk=one.workshop_id)
    one.state, one.closed_at = RoundState.CLOSED, timezone.now()
    one.save(update_fields=["state", "closed_at"])
    cast = TallyRow.objects.filter(poll__round=one).values_list("count", flat=True)
    record(
        workshop=one.workshop,
        act=Act.ROUND_CLOSED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"round {one.number}",
        data={"ballots": sum(cast)},
    )
    announce(one.workshop.topic)
    return one

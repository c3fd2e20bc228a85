# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Prepare, open and close a voting round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules, sealing
from workshops.enums import Act, BallotMode, Phase, ProposalState, RoundState
from workshops.errors import AgreementsError, WorkshopError
from workshops.journal import record
from workshops.models import Ballot, Poll, Proposal, Round, RoundSeat, SealedBallot, Seat, TallyRow, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist
from workshops.services.proposals import park_proposal, return_proposal
from workshops.services.secret import destroy_box, open_box
from workshops.services.tallies import empty_tally, rebuild_tally

MOST_PROPOSALS = 8
LONGEST_ANNULMENT = 500


@dataclass(frozen=True, slots=True)
class BallotRule:
    """How a round is voted on; counts move while it is open only where votes are by name."""

    mode: BallotMode = BallotMode.NAMED
    is_live: bool = True

    def __post_init__(self) -> None:
        if self.mode != BallotMode.NAMED:
            object.__setattr__(self, "is_live", False)


LIVE_BY_NAME = BallotRule()


@transaction.atomic
def prepare_round(
    *,
    who: Standing,
    workshop: Workshop,
    chosen: Sequence[Proposal],
    parked: Mapping[Proposal, str],
    ballots: BallotRule = LIVE_BY_NAME,
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
    return _draft(who, workshop, chosen, ballots)


def _draft(who: Standing, workshop: Workshop, chosen: Sequence[Proposal], ballots: BallotRule) -> Round:
    """Return the prepared round with these proposals: the one that is there, else a new one in its place."""
    places = workshop.places.values_list("revision_id", flat=True)
    asked = {(proposal.pk, proposal.reform_revision_id, revision) for proposal in chosen for revision in places}
    prepared = workshop.rounds.filter(state=RoundState.DRAFT).first()
    if prepared is not None:
        same_rule = (prepared.mode, prepared.is_live) == (ballots.mode, ballots.is_live)
        if same_rule and set(prepared.polls.values_list("proposal", "reform_revision", "scenario_revision")) == asked:
            return prepared
        prepared.delete()
    last = workshop.rounds.aggregate(last=Max("number"))["last"] or 0
    one = Round.objects.create(workshop=workshop, number=last + 1, mode=ballots.mode, is_live=ballots.is_live)
    Poll.objects.bulk_create(
        Poll(round=one, proposal_id=proposal, reform_revision_id=reform, scenario_revision_id=scenario)
        for proposal, reform, scenario in asked
    )
    facts = {"proposals": sorted(proposal.number for proposal in chosen), "mode": str(one.mode), "live": one.is_live}
    _record(Act.ROUND_PREPARED, who, one, facts)
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
    one.public_key = sealing.make_key(one.pk) if one.is_secret else ""
    one.save(update_fields=["state", "opened_at", "agreements", "public_key"])
    seats = list(Seat.objects.filter(constituency__workshop=workshop))
    RoundSeat.objects.bulk_create(RoundSeat(round=one, seat=seat) for seat in seats)
    sides = {seat.constituency_id for seat in seats}
    TallyRow.objects.bulk_create(empty_tally(one, sides))
    workshop.phase = Phase.VOTING
    workshop.save(update_fields=["phase"])
    facts = {"seats": len(seats), "agreements": agreements.version, "mode": one.mode}
    _record(Act.ROUND_OPENED, who, one, facts)
    return one


@transaction.atomic
def close_round(*, who: Standing, one: Round) -> Round:
    """Close the ballots; what was cast stays, nothing can be added. Of a secret round the box is opened."""
    one = _locked(one)
    insist(rules.can_close_round(who, one), _("Only the facilitator closes a round, and only one that is open."))
    one.state, one.closed_at = RoundState.CLOSED, timezone.now()
    voted = _write_down_turnout(one)
    if one.is_secret:
        one.box_hash = open_box(one, at=one.closed_at)
        rebuild_tally(one=one)
    one.save(update_fields=["state", "closed_at", "box_hash"])
    cast = TallyRow.objects.filter(poll__round=one, need="").aggregate(ballots=Sum("count"))
    facts: dict[str, object] = {"ballots": cast["ballots"] or 0, "seats_that_voted": voted}
    _record(Act.ROUND_CLOSED, who, one, facts | ({"box": one.box_hash} if one.is_secret else {}))
    return one


@transaction.atomic
def annul_round(*, who: Standing, one: Round, because: str) -> Round:
    """Take a round that went wrong out of every count, for good and with a reason; a box that is still sealed is destroyed unread."""
    one = _locked(one)
    insist(
        rules.can_annul_round(who, one),
        _("Only the facilitator annuls a round, after it was opened and before the conclusions."),
    )
    reason = because.strip()
    if not reason:
        raise WorkshopError(_("Say why this round is annulled: everybody reads it in the journal."), field="because")
    if len(reason) > LONGEST_ANNULMENT:
        raise WorkshopError(
            _("Use at most %(most)d characters; there are %(typed)d now.")
            % {"most": LONGEST_ANNULMENT, "typed": len(reason)},
            field="because",
        )
    if one.is_secret and one.is_open:
        destroy_box(one)
    one.state, one.closed_at = RoundState.ANNULLED, one.closed_at or timezone.now()
    one.save(update_fields=["state", "closed_at"])
    _record(Act.ROUND_ANNULLED, who, one, {"because": reason})
    return one


def _write_down_turnout(one: Round) -> int:
    """Keep how many questions each seat answered, which a box no longer tells, and return how many seats voted."""
    places = {place.seat_id: place for place in one.electorate.all()}
    for place in places.values():
        place.answered = 0
    counted = (
        SealedBallot.objects.filter(round=one).values_list("seat", "answered")
        if one.is_secret
        else (Ballot.objects.filter(poll__round=one).values_list("seat").annotate(Count("id")).order_by())
    )
    for seat_id, answered in counted:
        places[seat_id].answered = answered
    RoundSeat.objects.bulk_update(places.values(), ["answered"])
    return sum(bool(place.answered) for place in places.values())


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

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Table, park, return and withdraw proposals."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.selectors.impacts import latest_projections
from scenarios.services.projections import retry_projection
from workshops import rules
from workshops.enums import Act, ProposalState, Scope
from workshops.errors import NotAllowedError, WrongPhaseError
from workshops.jobs.contests import ask_contests
from workshops.journal import record
from workshops.models import Proposal, Seat, Workshop
from workshops.rules import Standing
from workshops.services.drafts import Draft, check_draft, reform_in
from workshops.services.insist import insist
from workshops.services.projections import project_reform
from workshops.services.studies import study_proposal


@transaction.atomic
def table_proposal(
    *, who: Standing, workshop: Workshop, seat: Seat, draft: Draft, form_key: UUID | None = None
) -> Proposal:
    """Put a proposal on the table and ask the engine what it does, and why it may fail; a form sent twice tables one."""
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if who.seat(seat.id) is None:
        raise NotAllowedError(_("You do not hold this seat. Choose a seat of your own."), field="seat")
    sent_before = Proposal.objects.filter(workshop=workshop, form_key=form_key).first() if form_key else None
    if sent_before is not None:
        return sent_before
    if not rules.can_table_proposal(who, workshop):
        raise WrongPhaseError(_("Voting has started, so the list of proposals is fixed. Ask the facilitator."))
    check_draft(draft)
    last = workshop.proposals.aggregate(last=Max("number"))["last"] or 0
    proposal = Proposal.objects.create(
        workshop=workshop,
        number=last + 1,
        reform_revision=reform_in(draft, who.person),
        constituency=seat.constituency,
        delegation=seat.delegation,
        seat=seat,
        tabled_by=who.person,
        tabled_at=timezone.now(),
        lang=(translation.get_language() or "nl")[:2],
        reasons=draft.reasons.strip(),
        addresses_kind=draft.addresses_kind,
        addresses=draft.addresses.strip(),
        scope=draft.scope,
        track=draft.track if draft.scope == Scope.SEPARATE_TRACK else "",
        form_key=form_key,
    )
    project_proposal(proposal)
    study_proposal(proposal)
    ask_contests(workshop)
    _record(Act.PROPOSAL_TABLED, who, proposal, seat=seat, data={"reform_revision": str(proposal.reform_revision_id)})
    return proposal


def project_proposal(proposal: Proposal) -> None:
    """Ask the engine what a proposal does in every scenario of its workshop, by everybody's yardstick.

    Whoever has the proposal open is woken, and whoever has the picture of the whole workshop open.
    """
    if proposal.reform_revision.is_computable:
        topics = f"{proposal.workshop.topic} {proposal.topic}"
        project_reform(workshop=proposal.workshop, revision=proposal.reform_revision, topic=topics)


@transaction.atomic
def project_again(*, who: Standing, proposal: Proposal) -> None:
    """Put what failed back in the queue; what was never asked is asked now."""
    insist(rules.can_project_again(who, proposal))
    project_proposal(proposal)
    places = proposal.workshop.places.values_list("revision_id", flat=True)
    rows = latest_projections(reform_revision_ids=[proposal.reform_revision_id], scenario_revision_ids=places)
    for row in {row.run: row for row in rows if row.has_failed}.values():
        retry_projection(projection=row)
    announce(proposal.topic)


@transaction.atomic
def park_proposal(*, who: Standing, proposal: Proposal, because: str) -> Proposal:
    """Set a proposal aside for now, with the reason that everybody can read."""
    insist(rules.can_prepare_round(who, proposal.workshop))
    proposal.state, proposal.parked_because = ProposalState.PARKED, because.strip()
    proposal.save(update_fields=["state", "parked_because"])
    _record(Act.PROPOSAL_PARKED, who, proposal, data={"because": proposal.parked_because})
    return proposal


@transaction.atomic
def return_proposal(*, who: Standing, proposal: Proposal) -> Proposal:
    """Put a parked proposal back on the table."""
    insist(rules.can_prepare_round(who, proposal.workshop))
    proposal.state, proposal.parked_because = ProposalState.TABLED, ""
    proposal.save(update_fields=["state", "parked_because"])
    _record(Act.PROPOSAL_RETURNED, who, proposal)
    return proposal


@transaction.atomic
def withdraw_proposal(*, who: Standing, proposal: Proposal) -> Proposal:
    """Take a proposal back; it stays readable, marked as withdrawn."""
    insist(
        rules.can_withdraw_proposal(who, proposal),
        _("Only the seat that tabled a proposal can withdraw it, until voting starts."),
    )
    if proposal.state == ProposalState.WITHDRAWN:
        return proposal
    proposal.state = ProposalState.WITHDRAWN
    proposal.save(update_fields=["state"])
    _record(Act.PROPOSAL_WITHDRAWN, who, proposal, seat=proposal.seat)
    return proposal


def _record(
    act: Act, who: Standing, proposal: Proposal, *, seat: Seat | None = None, data: dict[str, Any] | None = None
) -> None:
    record(
        workshop=proposal.workshop,
        act=act,
        actor=who.person,
        capacity=who.capacity(seat),
        subject=f"proposal {proposal.number}",
        data=data,
    )
    announce(proposal.workshop.topic)
    announce(proposal.topic)

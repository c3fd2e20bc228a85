# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Table, park, return and withdraw proposals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from scenarios.models import ReformRevision, Yardstick
from scenarios.services.projections import request_projection
from scenarios.services.reforms import write_reform
from workshops import rules
from workshops.enums import Act, ProposalState, Scope
from workshops.journal import record
from workshops.models import Proposal, Seat, Workshop
from workshops.rules import Standing
from workshops.services.insist import insist


@dataclass(frozen=True, slots=True)
class Draft:
    """What a delegation wrote, cleaned."""

    title: str
    summary: str
    reasons: str
    addresses_kind: str
    addresses: str
    level: str
    actors: str
    start_year: int
    scope: Scope = Scope.THIS_ADVICE
    track: str = ""
    levers: Mapping[str, float] = field(default_factory=dict)
    left_out: str = ""
    budget_bn: float = 0.0
    budget_source: str = ""
    catalogue: ReformRevision | None = None


@transaction.atomic
def table_proposal(
    *, who: Standing, workshop: Workshop, seat: Seat, draft: Draft, form_key: UUID | None = None
) -> Proposal:
    """Put a proposal on the table and ask the engine for its effects; a form sent twice tables one."""
    insist(rules.can_table_proposal(who, workshop) and who.seat(seat.id) is not None)
    Workshop.objects.select_for_update().only("pk").get(pk=workshop.pk)
    sent_before = Proposal.objects.filter(workshop=workshop, form_key=form_key).first() if form_key else None
    if sent_before is not None:
        return sent_before
    last = workshop.proposals.aggregate(last=Max("number"))["last"] or 0
    proposal = Proposal.objects.create(
        workshop=workshop,
        number=last + 1,
        reform_revision=_reform_in(draft, who),
        constituency=seat.constituency,
        delegation=seat.delegation,
        seat=seat,
        tabled_by=who.person,
        tabled_at=timezone.now(),
        lang=(translation.get_language() or "nl")[:2],
        reasons=draft.reasons,
        addresses_kind=draft.addresses_kind,
        addresses=draft.addresses,
        scope=draft.scope,
        track=draft.track,
        form_key=form_key,
    )
    project_proposal(proposal)
    _record(Act.PROPOSAL_TABLED, who, proposal, seat=seat, data={"reform_revision": str(proposal.reform_revision_id)})
    return proposal


def project_proposal(proposal: Proposal) -> None:
    """Ask the engine what a proposal does in every scenario of its workshop, by everybody's yardstick."""
    revision = proposal.reform_revision
    if not revision.is_computable:
        return
    workshop = proposal.workshop
    agreements = workshop.agreements.first()
    places = workshop.places.select_related("revision")
    request_projection(
        reform_revision=revision,
        scenario_revisions=[place.revision for place in places],
        yardsticks=Yardstick.objects.filter(constituencies__workshop=workshop).order_by("constituencies__order"),
        year=agreements.report_year if agreements else 2030,
        topic=proposal.topic,
    )


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
    proposal.state = ProposalState.WITHDRAWN
    proposal.save(update_fields=["state"])
    _record(Act.PROPOSAL_WITHDRAWN, who, proposal, seat=proposal.seat)
    return proposal


def _reform_in(draft: Draft, who: Standing) -> ReformRevision:
    """Return the catalogue's own edition when nothing was changed, else write a new reform."""
    known = draft.catalogue
    is_unchanged = known is not None and (
        known.said("title") == draft.title
        and known.said("summary") == draft.summary
        and dict(known.levers) == dict(draft.levers)
        and known.start_year == draft.start_year
    )
    if known is not None and is_unchanged:
        return known
    return write_reform(
        author=who.person,
        based_on=known,
        title=draft.title,
        summary=draft.summary,
        levers=dict(draft.levers),
        left_out=draft.left_out,
        level=draft.level,
        actors=draft.actors,
        start_year=draft.start_year,
        budget_bn=draft.budget_bn,
        budget_source=draft.budget_source or _("Estimate by who tabled it."),
    )


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

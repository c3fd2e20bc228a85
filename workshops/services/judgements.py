# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Write down what the council judges where the model cannot say."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from scenarios.announce import announce
from workshops import rules
from workshops.enums import Act, Direction
from workshops.errors import WorkshopError
from workshops.journal import record
from workshops.models import Judgement, Proposal
from workshops.rules import Standing
from workshops.services.insist import insist


@dataclass(frozen=True, slots=True)
class Judged:
    """A direction for the groups of one side in one scenario; none takes an earlier judgement back."""

    scenario_revision_id: UUID
    constituency_id: UUID
    direction: Direction | None
    reason: str = ""
    evidence: str = ""


@transaction.atomic
def judge_proposal(*, who: Standing, proposal: Proposal, judged: Sequence[Judged]) -> int:
    """Store the judgements of a proposal, each with its reason; return how many stand now."""
    insist(
        rules.can_judge_proposal(who, proposal.workshop), _("The secretariat writes judgements down, until concluding.")
    )
    for one in judged:
        if one.direction is not None and not one.reason.strip():
            raise WorkshopError(
                _("Give the reason for each judgement: without it nobody can weigh it."), field="reason"
            )
    for one in judged:
        _store(proposal, one)
    standing = proposal.judgements.count()
    record(
        workshop=proposal.workshop,
        act=Act.PROPOSAL_JUDGED,
        actor=who.person,
        capacity=who.capacity(),
        subject=f"proposal {proposal.number}",
        data={"judgements": standing},
    )
    announce(proposal.workshop.topic)
    announce(proposal.topic)
    return standing


def _store(proposal: Proposal, one: Judged) -> None:
    cell = Judgement.objects.filter(
        proposal=proposal, scenario_revision=one.scenario_revision_id, constituency=one.constituency_id
    )
    earlier = cell.first()
    told = {"reason": one.reason.strip(), "evidence": one.evidence.strip()}
    if one.direction is None:
        cell.delete()
    elif earlier is None or earlier.direction != one.direction:  # what was said before was said of another direction
        cell.delete()
        Judgement.objects.create(
            proposal=proposal,
            scenario_revision_id=one.scenario_revision_id,
            constituency_id=one.constituency_id,
            direction=one.direction,
            lang=_language(),
            judged_by="secretary",
            judged_at=timezone.now(),
            **told,
        )
    elif any(earlier.said(field) != said for field, said in told.items()):
        _reword(earlier, told)


def _reword(judgement: Judgement, told: dict[str, str]) -> None:
    """Write the reason anew in the language it is typed in; the other language keeps what it had."""
    if _language() == judgement.lang:
        judgement.reason, judgement.evidence = told["reason"], told["evidence"]
    else:
        judgement.translations.setdefault(_language(), {}).update(told)
    judgement.judged_by, judgement.judged_at = "secretary", timezone.now()
    judgement.save(update_fields=["reason", "evidence", "translations", "judged_by", "judged_at"])


def _language() -> str:
    return (translation.get_language() or "nl")[:2]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a next round can be about: every proposal that was not withdrawn, and what was chosen so far."""

from dataclasses import dataclass
from uuid import UUID

from workshops.enums import ProposalState, RoundState
from workshops.models import Poll, Proposal, Workshop


@dataclass(frozen=True, slots=True)
class Item:
    """A proposal, whether it is in the prepared round, and in which earlier rounds it was voted on."""

    proposal: Proposal
    is_chosen: bool
    voted_in: tuple[int, ...]

    @property
    def is_parked(self) -> bool:
        return self.proposal.state == ProposalState.PARKED


def agenda_of(workshop: Workshop) -> list[Item]:
    """Return the proposals by number: two statements."""
    polls = Poll.objects.filter(round__workshop=workshop).values_list("proposal", "round__state", "round__number")
    drafted, voted = set(), dict[UUID, set[int]]()
    for proposal_id, state, number in polls.distinct():
        if state == RoundState.DRAFT:
            drafted.add(proposal_id)
        else:
            voted.setdefault(proposal_id, set()).add(number)
    proposals = (
        workshop.proposals.exclude(state=ProposalState.WITHDRAWN)
        .select_related("reform_revision", "constituency", "delegation")
        .order_by("number")
    )
    return [Item(one, one.id in drafted, tuple(sorted(voted.get(one.id, ())))) for one in proposals]

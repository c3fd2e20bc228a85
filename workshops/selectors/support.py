# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the seats answered: the tallies of each proposal's latest round, per scenario and side."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from django.db.models import Count

from workshops.enums import RoundState, Stance, SupportClass
from workshops.models import Poll, Round, RoundSeat, TallyRow, Workshop
from workshops.tally import Tally, Thresholds, support_class, weakest


@dataclass(frozen=True, slots=True)
class Support:
    """What one poll found, per side; `tallies` is empty while counts are not shown."""

    poll_id: UUID
    round: Round
    tallies: dict[UUID, Tally]
    verdict: SupportClass
    is_earlier_version: bool

    @property
    def weakest(self) -> Fraction | None:
        """The headline: the smallest share over the sides."""
        return weakest(list(self.tallies.values()))


def thresholds_of(one: Round) -> Thresholds:
    """Return the thresholds that the round was opened under."""
    agreed = one.agreements
    if agreed is None:
        return Thresholds()
    return Thresholds(
        broad=Fraction(agreed.broad_share).limit_denominator(1000),
        majority=Fraction(agreed.majority_share).limit_denominator(1000),
        response=Fraction(agreed.response_share).limit_denominator(1000),
    )


def support_in(workshop: Workshop, *, proposal_ids: Iterable[UUID] | None = None) -> dict[tuple[UUID, UUID], Support]:
    """Return support by (proposal, scenario revision), from the latest round that asked: three statements."""
    polls = Poll.objects.filter(round__workshop=workshop).exclude(round__state=RoundState.DRAFT)
    if proposal_ids is not None:
        polls = polls.filter(proposal__in=list(proposal_ids))
    polls = polls.select_related("round__agreements", "proposal").order_by("round__number")
    latest = {(poll.proposal_id, poll.scenario_revision_id): poll for poll in polls}
    seats = _seats_by_round({poll.round_id for poll in latest.values()})
    counts = _counts_by_poll(latest.values())
    return {
        cell: _support(poll, seats.get(poll.round_id, {}), counts.get(poll.id, {})) for cell, poll in latest.items()
    }


def _seats_by_round(round_ids: set[UUID]) -> dict[UUID, dict[UUID, int]]:
    rows = (
        RoundSeat.objects.filter(round__in=round_ids)
        .values_list("round", "seat__constituency")
        .annotate(count=Count("id"))
    )
    found: dict[UUID, dict[UUID, int]] = {}
    for round_id, constituency_id, count in rows:
        found.setdefault(round_id, {})[constituency_id] = count
    return found


def _counts_by_poll(polls: Iterable[Poll]) -> dict[UUID, dict[UUID, dict[Stance, int]]]:
    shown = [poll.id for poll in polls if poll.round.shows_counts]
    found: dict[UUID, dict[UUID, dict[Stance, int]]] = {}
    for row in TallyRow.objects.filter(poll__in=shown, count__gt=0).values_list(
        "poll", "constituency", "stance", "count"
    ):
        poll_id, constituency_id, stance, count = row
        found.setdefault(poll_id, {}).setdefault(constituency_id, {})[Stance(stance)] = count
    return found


def _support(poll: Poll, seats: dict[UUID, int], counts: dict[UUID, dict[Stance, int]]) -> Support:
    tallies = {one: Tally(seats=number, counts=counts.get(one, {})) for one, number in seats.items()}
    is_shown = poll.round.shows_counts
    verdict = support_class(list(tallies.values()), thresholds_of(poll.round)) if is_shown else SupportClass.NOT_VOTED
    return Support(
        poll_id=poll.id,
        round=poll.round,
        tallies=tallies if is_shown else {},
        verdict=verdict,
        is_earlier_version=poll.reform_revision_id != poll.proposal.reform_revision_id,
    )

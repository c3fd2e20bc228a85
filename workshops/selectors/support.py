# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the seats answered: the tallies of each proposal's latest round, per scenario and side."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, F, Q

from workshops.enums import RoundState, Stance, SupportClass
from workshops.models import Poll, Round, RoundSeat, TallyRow, Workshop
from workshops.tally import Tally, Thresholds, support_class, weakest

Electorate = tuple[int, int]  # seats, quorum


@dataclass(frozen=True, slots=True)
class Support:
    """What one poll found, per side; `tallies` is empty while counts are not shown."""

    poll_id: UUID
    round: Round
    tallies: dict[UUID, Tally]
    verdict: SupportClass
    is_earlier_version: bool

    @property
    def is_shown(self) -> bool:
        """Whether the round tells its counts yet."""
        return self.round.shows_counts

    @property
    def carriers(self) -> frozenset[UUID]:
        """The sides of which a majority supports it."""
        majority = thresholds_of(self.round).majority
        return frozenset(side for side, one in self.tallies.items() if one.carries(majority))

    @property
    def silent(self) -> frozenset[UUID]:
        """The sides of which too few took a position."""
        response = thresholds_of(self.round).response
        return frozenset(side for side, one in self.tallies.items() if not one.responds(response))

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
        broad=_exactly(agreed.broad_share),
        majority=_exactly(agreed.majority_share),
        response=_exactly(agreed.response_share),
    )


@lru_cache(maxsize=64)
def _exactly(share: float) -> Fraction:
    """Return two thirds for 0.6666...: what was agreed, not how it is stored."""
    return Fraction(share).limit_denominator(1000)


def support_in(workshop: Workshop, *, proposal_ids: Iterable[UUID] | None = None) -> dict[tuple[UUID, UUID], Support]:
    """Return support by (proposal, scenario revision), from the latest round that asked: three statements."""
    polls = Poll.objects.filter(round__workshop=workshop).exclude(round__state=RoundState.DRAFT)
    if proposal_ids is not None:
        polls = polls.filter(proposal__in=list(proposal_ids))
    polls = polls.select_related("round__agreements").order_by("round__number")
    latest = {
        (poll.proposal_id, poll.scenario_revision_id): poll
        for poll in polls.annotate(is_earlier=~Q(reform_revision=F("proposal__reform_revision")))
    }
    rounds = {poll.round_id: poll.round for poll in latest.values()}
    electorates = _electorates(set(rounds))
    counts = _counts_by_poll(latest.values())
    return {
        cell: _support(
            poll,
            rounds[poll.round_id],
            electorates.get(poll.round_id, {}),
            counts.get(poll.id, {}),
            is_earlier=poll.is_earlier,
        )
        for cell, poll in latest.items()
    }


def _electorates(round_ids: set[UUID]) -> dict[UUID, dict[UUID, Electorate]]:
    rows = (
        RoundSeat.objects.filter(round__in=round_ids)
        .values_list("round", "seat__constituency", "seat__constituency__quorum")
        .annotate(count=Count("id"))
        .order_by("seat__constituency__order")
    )
    found: dict[UUID, dict[UUID, Electorate]] = {}
    for round_id, constituency_id, quorum, count in rows:
        found.setdefault(round_id, {})[constituency_id] = (count, quorum)
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


def _support(
    poll: Poll,
    one: Round,
    electorate: dict[UUID, Electorate],
    counts: dict[UUID, dict[Stance, int]],
    *,
    is_earlier: bool,
) -> Support:
    tallies = {side: Tally(seats, counts.get(side, {}), quorum) for side, (seats, quorum) in electorate.items()}
    is_shown = one.shows_counts
    return Support(
        poll_id=poll.id,
        round=one,
        tallies=tallies if is_shown else {},
        verdict=support_class(list(tallies.values()), thresholds_of(one)) if is_shown else SupportClass.NOT_VOTED,
        is_earlier_version=is_earlier,
    )

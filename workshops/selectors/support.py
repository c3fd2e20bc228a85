# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the seats answered: the tallies of each proposal's latest round, per scenario and side."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, UUIDField
from django.db.models.functions import Coalesce

from workshops.disclosure import disclosed
from workshops.enums import Band, Need, NeedClass, RoundState, Stance, SupportClass
from workshops.models import Poll, Round, RoundSeat, TallyRow, Workshop, WorkshopScenario
from workshops.tally import NeedTally, Tally, Thresholds, need_class, support_class, weakest

Electorate = tuple[int, int]  # seats, quorum
Electorates = Mapping[UUID, Mapping[UUID, Electorate]]  # by round and side


@dataclass(frozen=True, slots=True)
class SideCounts:
    """How the ballots of one side answered the two questions of a poll."""

    stances: dict[Stance, int] = field(default_factory=dict)
    needs: dict[Need, int] = field(default_factory=dict)


NOBODY = SideCounts()


@dataclass(frozen=True, slots=True)
class Needed:
    """Whether new policy is needed on this point, per side as far as it may be told, and the verdict over the sides."""

    tallies: Mapping[UUID, NeedTally] = field(default_factory=dict)
    bands: Mapping[UUID, Band] = field(default_factory=dict)
    verdict: NeedClass = NeedClass.NOT_ANSWERED

    @property
    def is_answered(self) -> bool:
        return self.verdict != NeedClass.NOT_ANSWERED


@dataclass(frozen=True, slots=True)
class Support:
    """What one poll found, per side, as far as it may be told: in counts, or in a band; nothing while counts are not shown.

    `carriers` are the sides of which a majority supports it, `silent` those of which too few took a position.
    `weakest` is the headline, the smallest share over the sides; none unless every side is told in counts.
    """

    poll_id: UUID
    round: Round
    tallies: Mapping[UUID, Tally]
    verdict: SupportClass
    is_earlier_version: bool
    bands: Mapping[UUID, Band] = field(default_factory=dict)
    carriers: frozenset[UUID] = frozenset()
    silent: frozenset[UUID] = frozenset()
    weakest: Fraction | None = None
    need: Needed = Needed()

    @property
    def is_shown(self) -> bool:
        """Whether the round tells its counts yet."""
        return self.round.shows_counts


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


def electorates_of(round_ids: set[UUID]) -> Electorates:
    """Return the size and the quorum of each side in some rounds: one statement."""
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


def support_in(
    workshop: Workshop,
    *,
    proposal_ids: Iterable[UUID] | None = None,
    electorates_by: Callable[[set[UUID]], Electorates] = electorates_of,
) -> dict[tuple[UUID, UUID], Support]:
    """Return support by proposal and the edition of a scenario that is on the table now: three statements.

    It comes from the latest round that asked. Ballots stay with the texts they were about: where the proposal or the
    scenario has another edition since, the support says that it is about an earlier one.
    """
    polls = Poll.objects.filter(round__in=workshop.rounds.counted())
    if proposal_ids is not None:
        polls = polls.filter(proposal__in=list(proposal_ids))
    polls = polls.select_related("round__agreements").order_by("round__number")
    on_the_table = WorkshopScenario.objects.filter(
        workshop=workshop, scenario=OuterRef("scenario_revision__scenario")
    ).values("revision")
    polls = polls.annotate(
        edition=Coalesce(Subquery(on_the_table), "scenario_revision", output_field=UUIDField()),
        is_earlier=~Q(reform_revision=F("proposal__reform_revision")) | ~Q(scenario_revision=F("edition")),
    )
    latest = {(poll.proposal_id, poll.edition): poll for poll in polls}
    rounds = {poll.round_id: poll.round for poll in latest.values()}
    electorates = electorates_by(set(rounds))
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


def support_in_round(one: Round) -> dict[UUID, Support]:
    """Return what every poll of a round found, by poll: three statements."""
    polls = list(one.polls.select_related("round__agreements"))
    return {poll_id: support for poll_id, (_poll, support) in _found_by(polls).items()}


def support_before(one: Round) -> dict[tuple[UUID, UUID, UUID], Support]:
    """Return what earlier rounds that closed found about the same texts, the latest of them: three statements.

    By proposal, edition of the reform and edition of the scenario: another text is another question.
    """
    asked = Poll.objects.filter(
        round=one,
        proposal=OuterRef("proposal"),
        reform_revision=OuterRef("reform_revision"),
        scenario_revision=OuterRef("scenario_revision"),
    )
    earlier = Poll.objects.filter(Exists(asked), round__state=RoundState.CLOSED, round__number__lt=one.number)
    polls = list(earlier.select_related("round__agreements").order_by("round__number"))
    latest = {(poll.proposal_id, poll.reform_revision_id, poll.scenario_revision_id): poll for poll in polls}
    found = _found_by(list(latest.values()))
    return {key: found[poll.id][1] for key, poll in latest.items()}


def _found_by(polls: list[Poll]) -> dict[UUID, tuple[Poll, Support]]:
    rounds = {poll.round_id: poll.round for poll in polls}
    electorates, counts = electorates_of(set(rounds)), _counts_by_poll(polls)
    return {
        poll.id: (
            poll,
            _support(
                poll,
                rounds[poll.round_id],
                electorates.get(poll.round_id, {}),
                counts.get(poll.id, {}),
                is_earlier=False,
            ),
        )
        for poll in polls
    }


def _counts_by_poll(polls: Iterable[Poll]) -> dict[UUID, dict[UUID, SideCounts]]:
    shown = [poll.id for poll in polls if poll.round.shows_counts]
    found: dict[UUID, dict[UUID, SideCounts]] = {}
    for poll_id, constituency_id, stance, need, count in TallyRow.objects.filter(
        poll__in=shown, count__gt=0
    ).values_list("poll", "constituency", "stance", "need", "count"):
        counts = found.setdefault(poll_id, {}).setdefault(constituency_id, SideCounts())
        if need:
            counts.needs[Need(need)] = count
        else:
            counts.stances[Stance(stance)] = count
    return found


def _support(
    poll: Poll,
    one: Round,
    electorate: Mapping[UUID, Electorate],
    counts: dict[UUID, SideCounts],
    *,
    is_earlier: bool,
) -> Support:
    if not one.shows_counts:
        return Support(poll.id, one, {}, SupportClass.NOT_VOTED, is_earlier)
    tallies = {
        side: Tally(seats, counts.get(side, NOBODY).stances, quorum) for side, (seats, quorum) in electorate.items()
    }
    agreed = thresholds_of(one)
    told = disclosed(tallies, is_by_name=one.is_by_name)
    return Support(
        poll_id=poll.id,
        round=one,
        tallies=told.tallies,
        verdict=support_class(list(tallies.values()), agreed),
        is_earlier_version=is_earlier,
        bands=told.bands,
        carriers=frozenset(side for side, tally in tallies.items() if tally.carries(agreed.majority)),
        silent=frozenset(side for side, tally in tallies.items() if not tally.responds(agreed.response)),
        weakest=weakest(list(tallies.values())) if told.is_whole else None,
        need=_needed(one, electorate, counts),
    )


def _needed(one: Round, electorate: Mapping[UUID, Electorate], counts: dict[UUID, SideCounts]) -> Needed:
    tallies = {side: NeedTally(seats, counts.get(side, NOBODY).needs) for side, (seats, _quorum) in electorate.items()}
    verdict = need_class(list(tallies.values()), thresholds_of(one))
    if verdict == NeedClass.NOT_ANSWERED:
        return Needed()
    told = disclosed(tallies, is_by_name=one.is_by_name)
    return Needed(told.tallies, told.bands, verdict)

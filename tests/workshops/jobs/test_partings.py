# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cutting the tie of pseudonymous ballots."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import cast, council, open_round
from workshops.enums import Act, BallotMode, RoundState, Stance
from workshops.jobs.partings import part_ballots
from workshops.journal import breaks
from workshops.models import Ballot, Round, TallyRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council(seats=3)


def closed_round(table, *, days_ago, mode=BallotMode.PSEUDONYMOUS):
    one = open_round(table, scenarios=1, mode=mode)
    for number, stance in enumerate((Stance.FULL, Stance.LIVE_WITH, Stance.OBJECTION), start=1):
        cast(one.polls.first(), table.seat("workers", number), stance, reason=f"reden {number}")
    Round.objects.filter(pk=one.pk).update(state=RoundState.CLOSED, closed_at=timezone.now() - timedelta(days=days_ago))
    return one


def test_ties_are_cut_when_their_time_has_come(table):
    one = closed_round(table, days_ago=31)
    counts = list(TallyRow.objects.filter(count__gt=0).values_list("stance", "count"))
    before = set(Ballot.objects.values_list("id", flat=True))

    assert part_ballots() == 1

    ballots = list(Ballot.objects.filter(poll__round=one))
    assert {ballot.reason for ballot in ballots} == {"reden 1", "reden 2", "reden 3"}
    assert {(ballot.seat_id, ballot.cast_by_id, ballot.side.key) for ballot in ballots} == {(None, None, "workers")}
    assert len({ballot.cast_at for ballot in ballots}) == 1
    assert not before & {ballot.id for ballot in ballots}
    assert list(TallyRow.objects.filter(count__gt=0).values_list("stance", "count")) == counts
    assert table.workshop.journal.get(act=Act.BALLOTS_PARTED).data == {"ballots": 3, "after_days": 30}
    assert not breaks(table.workshop.journal.order_by("sequence"))


def test_before_that_and_a_second_time_nothing_happens(table):
    closed_round(table, days_ago=29)
    assert part_ballots() == 0
    Round.objects.update(closed_at=timezone.now() - timedelta(days=31))
    assert (part_ballots(), part_ballots()) == (1, 0)


def test_an_annulled_round_loses_its_ties_too(table):
    one = closed_round(table, days_ago=31)
    Round.objects.filter(pk=one.pk).update(state=RoundState.ANNULLED)

    assert part_ballots() == 1
    assert not Ballot.objects.filter(seat__isnull=False).exists()


def test_rounds_by_name_keep_their_ties(table):
    closed_round(table, days_ago=400, mode=BallotMode.NAMED)
    assert part_ballots() == 0
    assert not Ballot.objects.filter(seat__isnull=True).exists()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the council divides on a proposal: from the ballots of a round by name that closed, every seat accounted for."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import council, open_round
from tests.factories.composition import MandateFactory
from tests.factories.weighing import answer, tabled
from workshops.enums import BallotMode, Holding, RoundState, Stance, Stand
from workshops.models import Ballot, Mandate, Round
from workshops.selectors.positions import positions_in

pytestmark = pytest.mark.django_db

ANSWERS = {
    "employers": [Stance.OBJECTION, Stance.OBJECTION, Stance.ABSTAIN],
    "workers": [Stance.FULL, Stance.LIVE_WITH, Stance.FULL],
    "crown": [Stance.RESERVATIONS, Stance.UNACCEPTABLE],
}


@pytest.fixture
def table():
    return council()


def voted(table, *, mode=BallotMode.NAMED, state=RoundState.CLOSED, proposals=()):
    one = open_round(table, scenarios=1, mode=mode, proposals=proposals)
    for poll in one.polls.all():
        answer(table, poll, ANSWERS)
    Round.objects.filter(pk=one.pk).update(state=state, closed_at=timezone.now())
    return one


def test_every_seat_that_voted_is_in_one_position_and_who_did_not_is_named(table):
    voted(table)
    (one,) = positions_in(table.workshop, language="nl")
    assert {passage.key: len(passage.seats) for passage in one.passages} == {
        Stand.SUPPORTS: 4,
        Stand.OPPOSES: 3,
        Stand.UNDECIDED: 1,
    }
    assert (one.supporting, one.present) == (4, 8)
    assert one.wording == one.passages[0].wording
    assert one.absent == f"het {table.constituencies['crown'].singular} {table.member('crown', 3).name}"


def test_a_member_and_a_substitute_are_not_told_apart(table):
    voted(table)
    before = positions_in(table.workshop, language="nl")
    stand_in = MandateFactory(seat=table.seat("employers"), holding=Holding.SUBSTITUTE).person
    Ballot.objects.filter(seat=table.seat("employers")).update(holding=Holding.SUBSTITUTE, cast_by=stand_in)
    after = positions_in(table.workshop, language="nl")
    assert [one.passages for one in after] == [one.passages for one in before]


def test_a_footnote_names_who_held_the_seat_when_the_round_closed_whoever_came_after(table):
    voted(table)
    before = positions_in(table.workshop, language="nl")
    seat = table.seat("employers")
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    Mandate.objects.filter(seat=seat).update(ends_on=timezone.localdate())
    MandateFactory(seat=seat, starts_on=tomorrow)
    after = positions_in(table.workshop, language="nl")
    assert [one.passages for one in after] == [one.passages for one in before]


@pytest.mark.parametrize(
    ("mode", "state"),
    [
        (BallotMode.NAMED, RoundState.OPEN),
        (BallotMode.PSEUDONYMOUS, RoundState.CLOSED),
        (BallotMode.SECRET, RoundState.CLOSED),
    ],
)
def test_nobody_is_told_apart_while_the_round_is_open_or_when_it_was_not_by_name(table, mode, state):
    voted(table, mode=mode, state=state)
    assert positions_in(table.workshop, language="nl") == []


@pytest.mark.parametrize("count", [1, 6])
def test_it_takes_seven_statements_at_any_size(table, count):
    voted(table, proposals=[tabled(table) for _ in range(count)])
    with CaptureQueriesContext(connection) as asked:
        assert len(positions_in(table.workshop, language="nl")) == count
    assert len(asked) == 7

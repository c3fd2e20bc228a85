# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which round counts, who has answered, and a seat's paper."""

import datetime as dt

import pytest

from tests.factories import MandateFactory, ProposalFactory, UserFactory, cast, council, open_round
from tests.factories.acts import RoundFactory
from workshops.enums import Holding, RoundState, Stance
from workshops.selectors.agenda import agenda_of
from workshops.selectors.ballots import paper_of
from workshops.selectors.rounds import current_of, holders_of, rounds_of, turnout_of
from workshops.selectors.table import places_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


def proposals(table, count):
    return ProposalFactory.create_batch(count, workshop=table.workshop, constituency=table.constituencies["crown"])


@pytest.mark.parametrize(
    ("states", "current"),
    [
        ([], None),
        (["closed"], 1),
        (["closed", "closed"], 2),
        (["closed", "draft"], 2),
        (["closed", "open"], 2),
        (["open", "draft"], 1),
    ],
)
def test_the_open_round_counts_else_the_prepared_one_else_the_last(table, states, current):
    for state in states:
        RoundFactory(workshop=table.workshop, state=RoundState(state))
    one = current_of(rounds_of(table.workshop))

    assert (one.number if one else None) == current


def test_turnout_counts_seats_that_answered_all_some_and_nothing(table):
    one = open_round(table, proposals=proposals(table, 2))
    polls = list(one.polls.all())
    for poll in polls:
        cast(poll, table.seat("workers", 1), Stance.FULL)
    cast(polls[0], table.seat("workers", 2), Stance.ABSTAIN)
    turnout = turnout_of(one)

    sides = {side.side.key: (side.complete, side.begun, side.silent) for side in turnout.sides}
    assert sides == {"employers": (0, 0, 3), "workers": (1, 1, 1), "crown": (0, 0, 3)}
    assert (turnout.complete, turnout.seats, turnout.ballots) == (1, 9, 5)
    workers = next(side for side in turnout.sides if side.side.key == "workers")
    assert [seat.seat.number for seat in workers.waiting_for] == [2, 3]
    assert not turnout.is_complete


def test_turnout_is_of_the_frozen_electorate_and_of_this_round_only(table):
    earlier = open_round(table)
    for poll in earlier.polls.all():
        cast(poll, table.seat("workers"), Stance.FULL)
    earlier.state = RoundState.CLOSED
    earlier.save()
    one = open_round(table, proposals=proposals(table, 1))
    one.electorate.filter(seat=table.seat("crown", 3)).delete()

    assert (turnout_of(one).complete, turnout_of(one).seats) == (0, 8)


def test_turnout_costs_one_statement(table, django_assert_num_queries):
    one = open_round(table)
    with django_assert_num_queries(1):
        turnout_of(one)


def test_holders_of_a_seat_are_named_the_member_first_and_former_ones_not(table):
    seat = table.seat("workers")
    MandateFactory(seat=seat, person=UserFactory(name="Een vervanger"), holding=Holding.SUBSTITUTE)
    MandateFactory(seat=seat, person=UserFactory(name="Vertrokken"), ends_on=dt.date(2015, 2, 1))

    assert holders_of([seat.id], day=dt.date(2016, 1, 1)) == {seat.id: [table.member("workers").name, "Een vervanger"]}


def paper(table, one, seat=None):
    return paper_of(one, seat, places_of(table.workshop))


def test_a_paper_has_a_sheet_a_proposal_and_a_question_a_scenario_in_order(table):
    one = open_round(table, proposals=proposals(table, 3)[::-1], scenarios=4)
    found = paper(table, one)

    assert [sheet.number for sheet in found.sheets] == [1, 2, 3]
    assert [[question.place.letter for question in sheet.questions] for sheet in found.sheets] == [list("ABCD")] * 3


def test_a_paper_knows_what_the_seat_answered_and_what_is_next(table):
    one = open_round(table, proposals=proposals(table, 3))
    seat = table.seat("workers")
    for poll in one.polls.filter(proposal__number=2):
        cast(poll, seat, Stance.FULL)
    cast(one.polls.filter(proposal__number=3).first(), seat, Stance.FULL)
    cast(one.polls.filter(proposal__number=1).first(), table.seat("crown"), Stance.FULL)
    found = paper(table, one, seat)
    first, second, third = found.sheets

    assert (first.answered, second.answered, third.answered) == (0, 2, 1)
    assert (found.complete, found.is_complete) == (1, False)
    assert found.next_open() == first
    assert found.next_open(first) == third
    assert found.next_open(third) == first
    assert (found.before(first), found.after(first), found.after(third)) == (None, second, None)
    assert first.last_cast_at is None
    assert third.last_cast_at is not None


def test_a_complete_paper_has_nothing_next(table):
    one = open_round(table)
    for poll in one.polls.all():
        cast(poll, table.seat("workers"), Stance.FULL)
    found = paper(table, one, table.seat("workers"))

    assert found.is_complete
    assert found.next_open() is None
    assert found.sheet(99) is None


def test_the_agenda_tells_what_is_chosen_parked_and_was_voted_on(table):
    first, second, third, gone = proposals(table, 4)
    open_round(table, proposals=[first])
    table.workshop.rounds.update(state=RoundState.CLOSED)
    draft = RoundFactory(workshop=table.workshop)
    draft.polls.create(
        proposal=second,
        reform_revision=second.reform_revision,
        scenario_revision=table.workshop.places.first().revision,
    )
    third.state, gone.state = "parked", "withdrawn"
    third.save()
    gone.save()

    found = [(item.proposal, item.is_chosen, item.is_parked, item.voted_in) for item in agenda_of(table.workshop)]
    assert found == [(first, False, False, (1,)), (second, True, False, ()), (third, False, True, ())]

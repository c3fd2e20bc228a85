# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Casting, changing and withdrawing ballots."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone, translation

from tests.factories import MandateFactory, ProposalFactory, UserFactory, council, open_round
from workshops.enums import Act, Holding, Need, RoundState, Stance
from workshops.errors import NotAllowedError, RoundClosedError, WorkshopError
from workshops.journal import breaks
from workshops.models import Ballot, TallyRow
from workshops.services.ballots import (
    LONGEST_REASON,
    Answer,
    cast_ballot,
    cast_ballots,
    restore_ballots,
    withdraw_ballot,
)
from workshops.services.rounds import close_round

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    return council()


@pytest.fixture
def one(table):
    return open_round(table, scenarios=4)


@pytest.fixture
def polls(one):
    return list(one.polls.order_by("scenario_revision__title"))


def counted(poll, side):
    rows = TallyRow.objects.filter(poll=poll, constituency__key=side, count__gt=0, need="")
    return {Stance(row.stance): row.count for row in rows}


def counted_needs(poll):
    rows = TallyRow.objects.filter(poll=poll, count__gt=0, stance="")
    found = {}
    for row in rows:
        found[Need(row.need)] = found.get(Need(row.need), 0) + row.count
    return found


def put(table, poll, stance=Stance.FULL, side="workers", number=1, **words):
    return cast_ballot(
        person=table.member(side, number),
        poll_id=poll.id,
        seat_id=table.seat(side, number).id,
        answer=Answer(stance, **words),
    )


def test_a_ballot_is_stored_and_counted(table, polls):
    stored = put(table, polls[0], Stance.LIVE_WITH, need=Need.YES, reason="  Met scholing.  ")

    assert stored.is_first
    ballot = Ballot.objects.get()
    assert (ballot.stance, ballot.need, ballot.reason) == (Stance.LIVE_WITH, Need.YES, "Met scholing.")
    assert counted(polls[0], "workers") == {Stance.LIVE_WITH: 1}
    assert counted(polls[0], "employers") == {}
    assert counted_needs(polls[0]) == {Need.YES: 1}


def test_whether_policy_is_needed_is_counted_anew_with_every_change_of_a_ballot(table, polls):
    put(table, polls[0], need=Need.YES)
    put(table, polls[0], need=Need.NO)
    put(table, polls[0], side="crown", need=Need.NO)
    assert counted_needs(polls[0]) == {Need.NO: 2}

    withdraw_ballot(person=table.member("crown"), poll_id=polls[0].id, seat_id=table.seat("crown").id)
    put(table, polls[0], need=None)
    assert counted_needs(polls[0]) == {}


def test_the_same_ballot_sent_twice_is_stored_recorded_and_counted_once(table, polls):
    put(table, polls[0])
    again = put(table, polls[0])

    assert not again.is_first
    assert Ballot.objects.count() == 1
    assert counted(polls[0], "workers") == {Stance.FULL: 1}
    assert table.workshop.journal.filter(act=Act.BALLOT_CAST).count() == 1


def test_another_answer_replaces_the_earlier_one(table, polls):
    first = put(table, polls[0])
    second = put(table, polls[0], Stance.UNACCEPTABLE, reason="Te duur.")

    assert second.ballot.id == first.ballot.id
    assert Ballot.objects.get().reason == "Te duur."
    assert counted(polls[0], "workers") == {Stance.UNACCEPTABLE: 1}
    assert table.workshop.journal.filter(act=Act.BALLOT_CAST).count() == 2


def test_only_the_reason_changed_leaves_the_count_alone(table, polls):
    put(table, polls[0], Stance.OBJECTION, reason="Te duur.")
    put(table, polls[0], Stance.OBJECTION, reason="Te laat.")

    assert counted(polls[0], "workers") == {Stance.OBJECTION: 1}
    assert Ballot.objects.get().reason == "Te laat."


def test_a_whole_screen_is_stored_at_once(table, polls):
    answers = {poll.id: Answer(Stance.RESERVATIONS) for poll in polls}
    cast_ballots(person=table.member("crown"), seat_id=table.seat("crown").id, answers=answers)

    assert Ballot.objects.count() == 4
    assert all(counted(poll, "crown") == {Stance.RESERVATIONS: 1} for poll in polls)
    assert table.workshop.journal.filter(act=Act.BALLOT_CAST).count() == 4
    assert breaks(table.workshop.journal.order_by("sequence")) == []


def test_one_wrong_answer_stores_nothing_of_the_screen(table, polls):
    answers = {polls[0].id: Answer(Stance.FULL), polls[1].id: Answer(Stance.OBJECTION)}

    with pytest.raises(WorkshopError, match="reason"):
        cast_ballots(person=table.member("crown"), seat_id=table.seat("crown").id, answers=answers)
    assert Ballot.objects.count() == 0


@pytest.mark.parametrize("answered", [1, 4])
def test_a_ballot_costs_six_statements_whatever_the_number_of_answers(
    table, polls, answered, django_assert_num_queries
):
    person, seat = table.member("workers"), table.seat("workers")
    answers = {poll.id: Answer(Stance.FULL, Need.YES) for poll in polls[:answered]}

    with django_assert_num_queries(6 + 2):  # the last two are SAVEPOINT and RELEASE, not counted in production
        cast_ballots(person=person, seat_id=seat.id, answers=answers)
    changed = dict.fromkeys(answers, Answer(Stance.LIVE_WITH))
    with django_assert_num_queries(6 + 2):
        cast_ballots(person=person, seat_id=seat.id, answers=changed)


@pytest.mark.parametrize("stance", [Stance.OBJECTION, Stance.UNACCEPTABLE])
def test_an_objection_needs_a_reason(table, polls, stance):
    with pytest.raises(WorkshopError, match="reason") as refused:
        put(table, polls[0], stance, reason="   ")
    assert refused.value.field == "reason"


@pytest.mark.parametrize("stance", [Stance.FULL, Stance.LIVE_WITH, Stance.ABSTAIN, Stance.NO_MANDATE])
def test_other_answers_need_none(table, polls, stance):
    assert put(table, polls[0], stance).is_first


@pytest.mark.parametrize("field", ["reason", "would_change"])
def test_a_text_that_is_too_long_is_refused_with_the_limit(table, polls, field):
    with pytest.raises(WorkshopError, match=str(LONGEST_REASON)) as refused:
        put(table, polls[0], **{field: "x" * (LONGEST_REASON + 1)})
    assert refused.value.field == field


def test_a_ballot_after_closing_is_refused_and_the_earlier_one_stays(table, one, polls):
    put(table, polls[0])
    close_round(who=table.as_facilitator, one=one)

    with pytest.raises(RoundClosedError):
        put(table, polls[0], Stance.ABSTAIN)
    with pytest.raises(RoundClosedError):
        withdraw_ballot(person=table.member("workers"), poll_id=polls[0].id, seat_id=table.seat("workers").id)
    assert Ballot.objects.get().stance == Stance.FULL


def test_a_ballot_before_opening_is_refused(table, one, polls):
    one.state = RoundState.DRAFT
    one.save()

    with pytest.raises(RoundClosedError):
        put(table, polls[0])


def test_nobody_votes_for_a_seat_of_somebody_else(table, polls):
    with pytest.raises(NotAllowedError):
        cast_ballot(
            person=table.member("workers", 2),
            poll_id=polls[0].id,
            seat_id=table.seat("workers", 1).id,
            answer=Answer(Stance.FULL),
        )
    assert Ballot.objects.count() == 0


@pytest.mark.parametrize("person", ["facilitator", "secretary"])
def test_a_role_gives_no_vote(table, polls, person):
    with pytest.raises(NotAllowedError):
        cast_ballot(
            person=getattr(table, person),
            poll_id=polls[0].id,
            seat_id=table.seat("workers").id,
            answer=Answer(Stance.FULL),
        )


def test_a_mandate_that_ended_gives_no_vote_though_another_holds_the_seat_now(table, polls):
    seat, former = table.seat("workers"), UserFactory()
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    MandateFactory(seat=seat, person=former, ends_on=yesterday)

    with pytest.raises(NotAllowedError):
        cast_ballot(person=former, poll_id=polls[0].id, seat_id=seat.id, answer=Answer(Stance.FULL))


def test_a_mandate_that_begins_tomorrow_gives_no_vote_yet(table, polls):
    seat, next_one = table.seat("workers"), UserFactory()
    MandateFactory(seat=seat, person=next_one, starts_on=timezone.localdate() + dt.timedelta(days=1))

    with pytest.raises(NotAllowedError):
        cast_ballot(person=next_one, poll_id=polls[0].id, seat_id=seat.id, answer=Answer(Stance.FULL))


def test_a_substitute_votes_for_the_seat_and_it_is_kept_who_did(table, polls):
    seat, substitute = table.seat("workers"), UserFactory()
    MandateFactory(seat=seat, person=substitute, holding=Holding.SUBSTITUTE)

    stored = cast_ballot(person=substitute, poll_id=polls[0].id, seat_id=seat.id, answer=Answer(Stance.FULL))

    assert stored.ballot.holding == Holding.SUBSTITUTE
    assert put(table, polls[0]).ballot.holding == Holding.MEMBER
    assert counted(polls[0], "workers") == {Stance.FULL: 1}


def test_a_seat_that_came_after_opening_is_not_entitled(table, one, polls):
    one.electorate.filter(seat=table.seat("workers")).delete()

    with pytest.raises(NotAllowedError):
        put(table, polls[0])


def test_polls_of_two_rounds_are_not_answered_together(table, one, polls):
    other = open_round(table, proposals=[ProposalFactory(workshop=table.workshop)])
    answers = {polls[0].id: Answer(Stance.FULL), other.polls.first().id: Answer(Stance.FULL)}

    with pytest.raises(NotAllowedError):
        cast_ballots(person=table.member("crown"), seat_id=table.seat("crown").id, answers=answers)


def test_nothing_answered_stores_nothing(table, polls):
    assert cast_ballots(person=table.member("crown"), seat_id=table.seat("crown").id, answers={}) == {}


def test_a_withdrawn_ballot_is_gone_and_no_longer_counted(table, polls):
    put(table, polls[0])
    for _time in range(2):
        withdraw_ballot(person=table.member("workers"), poll_id=polls[0].id, seat_id=table.seat("workers").id)

    assert Ballot.objects.count() == 0
    assert counted(polls[0], "workers") == {}
    assert table.workshop.journal.filter(act=Act.BALLOT_WITHDRAWN).count() == 1


def test_undoing_puts_back_what_was_there_and_takes_back_what_was_not(table, polls):
    put(table, polls[0], Stance.RESERVATIONS, reason="Eerst scholing.")
    before = {polls[0].id: Answer(Stance.RESERVATIONS, reason="Eerst scholing."), polls[1].id: None}
    answers = {polls[0].id: Answer(Stance.ABSTAIN), polls[1].id: Answer(Stance.FULL)}
    who = {"person": table.member("workers"), "seat_id": table.seat("workers").id}
    cast_ballots(**who, answers=answers)

    restore_ballots(**who, before=before)

    assert Ballot.objects.get().reason == "Eerst scholing."
    assert counted(polls[0], "workers") == {Stance.RESERVATIONS: 1}
    assert counted(polls[1], "workers") == {}


def test_a_reason_keeps_its_language_when_only_the_answer_changes(table, polls):
    with translation.override("nl"):
        put(table, polls[0], Stance.FULL, reason="Goed plan.")
    put(table, polls[0], Stance.RESERVATIONS, reason="Goed plan.")
    assert Ballot.objects.get().lang == "nl"
    put(table, polls[0], Stance.RESERVATIONS, reason="Good plan.")
    assert Ballot.objects.get().lang == "en"


def test_casting_wakes_the_open_pages_once(table, polls, django_capture_on_commit_callbacks, monkeypatch):
    woken = []
    monkeypatch.setattr("scenarios.announce._publish", woken.append)
    with django_capture_on_commit_callbacks(execute=True):
        answers = {poll.id: Answer(Stance.FULL) for poll in polls}
        cast_ballots(person=table.member("crown"), seat_id=table.seat("crown").id, answers=answers)

    assert woken == [table.workshop.topic]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_round_that_closes_while_votes_come_in_counts_what_it_acknowledged(table, one, polls):
    """Every acknowledged ballot is stored before the round closed; every other is refused; nothing waits for ever."""
    start, acknowledged, refused, broken = threading.Barrier(len(table.seats) + 1), [], [], []

    def vote(seat):
        answers = {poll.id: Answer(Stance.FULL) for poll in polls}
        start.wait()
        try:
            for _time in range(5):
                cast_ballots(person=table.members[seat], seat_id=seat.id, answers=answers)
                acknowledged.append(seat)
                answers = {
                    poll.id: Answer(Stance.LIVE_WITH if one.stance == Stance.FULL else Stance.FULL)
                    for poll, one in zip(polls, answers.values(), strict=True)
                }
        except RoundClosedError:
            refused.append(seat)
        except Exception as error:  # noqa: BLE001 -- a deadlock would land here
            broken.append(error)
        finally:
            connection.close()

    voters = [threading.Thread(target=vote, args=[seat]) for seat in table.seats]
    for voter in voters:
        voter.start()
    start.wait()
    close_round(who=table.as_facilitator, one=one)
    for voter in voters:
        voter.join(timeout=30)

    assert broken == []
    one.refresh_from_db()
    assert set(Ballot.objects.values_list("seat", flat=True)) == {seat.id for seat in acknowledged}
    assert all(ballot.cast_at <= one.closed_at for ballot in Ballot.objects.all())
    assert sum(TallyRow.objects.filter(need="").values_list("count", flat=True)) == Ballot.objects.count()
    assert breaks(table.workshop.journal.order_by("sequence")) == []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Secret rounds: sealed until closing, then a box that tells on nobody."""

import io
import json

import pytest
from django.core.management import call_command
from django.db import connection

from tests.factories import council, open_round
from workshops.enums import Act, BallotMode, Stance
from workshops.errors import NotAllowedError, RoundClosedError, WorkshopError
from workshops.models import Ballot, RoundSeat, SealedBallot, TallyRow
from workshops.selectors.ballots import paper_of
from workshops.selectors.cast import ballots_in
from workshops.selectors.rounds import turnout_of
from workshops.selectors.support import support_in
from workshops.selectors.table import places_of
from workshops.services.ballots import Answer, cast_ballot, cast_ballots, restore_ballots, withdraw_ballot
from workshops.services.rounds import annul_round, close_round
from workshops.services.secret import digest_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

MARK = "zeldzaam-kenmerk"


@pytest.fixture
def keys(tmp_path, settings):
    settings.BALLOT_KEYS = tmp_path / "keys"
    return settings.BALLOT_KEYS


@pytest.fixture
def table(keys):
    return council(seats=4)


@pytest.fixture
def one(table):
    return open_round(table, scenarios=2, mode=BallotMode.SECRET)


@pytest.fixture
def polls(one):
    return list(one.polls.order_by("scenario_revision__title"))


def put(table, poll, stance=Stance.FULL, side="workers", number=1, **words):
    return cast_ballot(
        person=table.member(side, number),
        poll_id=poll.id,
        seat_id=table.seat(side, number).id,
        answer=Answer(stance, **words),
    )


def close(table, one, run):
    with run(execute=True):
        return close_round(who=table.as_facilitator, one=one)


def own(table, one, side="workers", number=1):
    paper = paper_of(one, table.seat(side, number), places_of(table.workshop))
    return [question.ballot for sheet in paper.sheets for question in sheet.questions if question.ballot]


def test_an_answer_is_sealed_and_only_its_seat_reads_it_back(table, one, polls):
    assert put(table, polls[0], Stance.OBJECTION, reason=MARK).is_first
    assert Ballot.objects.count() == 0
    assert MARK.encode() not in bytes(SealedBallot.objects.get().content)
    assert [(ballot.stance, ballot.reason) for ballot in own(table, one)] == [(Stance.OBJECTION, MARK)]
    assert own(table, one, number=2) == []


def test_the_last_answer_counts_and_the_others_stay(table, one, polls):
    put(table, polls[0], Stance.FULL)
    put(table, polls[1], Stance.LIVE_WITH)
    assert not put(table, polls[0], Stance.ABSTAIN).is_first
    assert sorted(ballot.stance for ballot in own(table, one)) == [Stance.LIVE_WITH, Stance.ABSTAIN]
    assert SealedBallot.objects.get().answered == 2


def test_an_answer_can_be_taken_back_and_put_back(table, one, polls):
    put(table, polls[0], Stance.FULL)
    put(table, polls[1], Stance.FULL)
    person, seat = table.member("workers"), table.seat("workers")
    withdraw_ballot(person=person, poll_id=polls[0].id, seat_id=seat.id)
    assert [ballot.poll_id for ballot in own(table, one)] == [polls[1].id]
    restore_ballots(person=person, seat_id=seat.id, before={polls[0].id: Answer(Stance.LIVE_WITH), polls[1].id: None})
    assert [(ballot.poll_id, ballot.stance) for ballot in own(table, one)] == [(polls[0].id, Stance.LIVE_WITH)]


def test_somebody_elses_seat_is_refused(table, polls):
    with pytest.raises(NotAllowedError):
        cast_ballot(
            person=table.member("workers", 1),
            poll_id=polls[0].id,
            seat_id=table.seat("workers", 2).id,
            answer=Answer(Stance.FULL),
        )
    assert not SealedBallot.objects.exists()


def test_every_sealed_ballot_is_as_long_whatever_it_says(table, polls):
    put(table, polls[0], Stance.FULL, number=1)
    put(table, polls[0], Stance.UNACCEPTABLE, number=2, reason="x" * 1500)
    assert len({len(bytes(row.content)) for row in SealedBallot.objects.all()}) == 1


def test_nothing_but_turnout_shows_while_the_round_is_open(table, one, polls):
    put(table, polls[0], Stance.FULL)
    turnout = turnout_of(one)
    assert (turnout.ballots, turnout.complete) == (1, 0)
    assert not TallyRow.objects.filter(count__gt=0).exists()
    assert not any(support.tallies or support.bands for support in support_in(table.workshop).values())
    assert not table.workshop.journal.filter(act=Act.BALLOT_CAST).exists()


def test_closing_opens_the_box_counts_it_and_destroys_the_key(
    table, one, polls, keys, django_capture_on_commit_callbacks
):
    for number in range(1, 5):
        put(table, polls[0], Stance.FULL if number < 4 else Stance.OBJECTION, number=number, reason="Omdat.")
    assert [path.name for path in keys.iterdir()] == [f"{one.id}.key"]
    closed = close(table, one, django_capture_on_commit_callbacks)

    assert not list(keys.iterdir())
    assert not SealedBallot.objects.exists()
    box = list(Ballot.objects.all())
    expected = [(None, None, closed.closed_at)] * 4
    assert [(ballot.seat_id, ballot.cast_by_id, ballot.cast_at) for ballot in box] == expected
    assert closed.box_hash == digest_of(box) != digest_of(box[1:])
    counted = TallyRow.objects.filter(poll=polls[0], constituency__key="workers", count__gt=0)
    assert {row.stance: row.count for row in counted} == {Stance.FULL: 3, Stance.OBJECTION: 1}
    assert list(RoundSeat.objects.filter(answered=1).values_list("seat__constituency__key").distinct()) == [
        ("workers",)
    ]
    line = table.workshop.journal.get(act=Act.ROUND_CLOSED)
    assert line.data == {"ballots": 4, "seats_that_voted": 4, "box": closed.box_hash}
    assert own(table, closed) == []
    assert not ballots_in(polls[0], table.as_member("workers")).exists()


def test_nothing_is_stored_after_closing(table, one, polls, django_capture_on_commit_callbacks):
    close(table, one, django_capture_on_commit_callbacks)
    with pytest.raises(RoundClosedError):
        put(table, polls[0])
    assert not SealedBallot.objects.exists()


def test_without_its_key_a_round_does_not_close_and_loses_nothing(table, one, polls, keys):
    put(table, polls[0], Stance.FULL)
    key = keys / f"{one.id}.key"
    kept = key.read_bytes()
    key.unlink()
    with pytest.raises(WorkshopError, match="key of this round"):
        close_round(who=table.as_facilitator, one=one)
    one.refresh_from_db()
    assert one.is_open
    key.write_bytes(kept)
    assert len(own(table, one)) == 1


def test_the_key_can_be_read_by_its_owner_alone(one, keys):
    assert (keys / f"{one.id}.key").stat().st_mode & 0o077 == 0
    assert keys.stat().st_mode & 0o077 == 0


def test_a_dump_after_closing_ties_no_words_to_a_seat(table, one, polls, django_capture_on_commit_callbacks):
    for number in range(1, 5):
        cast_ballots(
            person=table.member("workers", number),
            seat_id=table.seat("workers", number).id,
            answers={poll.id: Answer(Stance.OBJECTION, reason=f"{MARK}-{number}") for poll in polls},
        )
    close(table, one, django_capture_on_commit_callbacks)

    dumped = io.StringIO()
    call_command("dumpdata", "workshops", stdout=dumped)
    rows = [row for row in json.loads(dumped.getvalue()) if MARK in json.dumps(row)]
    assert len(rows) == 8
    seats = {str(seat.id) for seat in table.seats}
    for row in rows:
        assert row["model"] == "workshops.ballot"
        assert (row["fields"]["seat"], row["fields"]["cast_by"]) == (None, None)
        assert not seats & {str(value) for value in row["fields"].values()}
        assert row["fields"]["cast_at"] == rows[0]["fields"]["cast_at"]


def test_the_order_in_which_rows_lie_is_not_the_order_of_voting(table, one, polls, django_capture_on_commit_callbacks):
    proposal, orders = polls[0].proposal, set()
    physical = "rowid" if connection.vendor == "sqlite" else "ctid"
    close(table, one, django_capture_on_commit_callbacks)
    for _try in range(4):
        again = open_round(table, proposals=[proposal], mode=BallotMode.SECRET)
        poll = again.polls.first()
        for number in range(1, 5):
            put(table, poll, Stance.OBJECTION, number=number, reason=f"{MARK}-{number}")
        close(table, again, django_capture_on_commit_callbacks)
        with connection.cursor() as cursor:
            condition = "poll_id = %s"
            value = poll.id.hex if connection.vendor == "sqlite" else poll.id
            cursor.execute(f"SELECT reason FROM workshops_ballot WHERE {condition} ORDER BY {physical}", [value])  # noqa: S608
            orders.add(tuple(reason for (reason,) in cursor.fetchall()))
    assert all(len(order) == 4 for order in orders)
    assert len(orders) > 1  # the same four times over: one in 13,824 by chance


def test_the_database_holds_no_word_of_an_open_secret_round(table, polls):
    put(table, polls[0], Stance.OBJECTION, reason=MARK)
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608 -- names of tables, from the database
            assert MARK not in repr([[bytes(v) if isinstance(v, memoryview) else v for v in row] for row in cursor])


def test_annulling_destroys_the_sealed_box_and_its_key_unread(
    table, one, polls, keys, django_capture_on_commit_callbacks
):
    put(table, polls[0], reason=MARK)
    assert list(keys.iterdir())

    with django_capture_on_commit_callbacks(execute=True):
        annul_round(who=table.as_facilitator, one=one, because="The wrong text was voted on.")

    assert not SealedBallot.objects.exists()
    assert not Ballot.objects.exists()
    assert not list(keys.iterdir())

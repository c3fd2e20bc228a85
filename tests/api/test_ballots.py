# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ballots through the API: put, changed, read and taken back."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.api.caller import Caller
from tests.api.world import laid_out
from tests.factories import UserFactory
from workshops.enums import BallotMode, RoundState, Stance
from workshops.models import Ballot, TallyRow
from workshops.services.rounds import close_round

MOST_STATEMENTS = 8
NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "COMMIT")


@pytest.fixture
def place(world):
    """The address of the delegate's own ballot in a poll that is open."""
    return f"polls/{world.poll.id}/ballots/{world.table.seat('workers').id}"


def counted(poll):
    return sum(TallyRow.objects.filter(poll=poll, need="").values_list("count", flat=True))


def test_a_first_ballot_is_made_and_can_be_read_where_it_was_put(delegate, place, world):
    answer = delegate.put(place, {"stance": "4", "need": "yes", "reason": "Eerst scholing.", "lang": "nl"})

    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/api/v1/{place}"
    told = answer.json()
    assert (told["stance"], told["need"], told["reason"], told["lang"]) == ("4", "yes", "Eerst scholing.", "nl")
    assert delegate.get(place).json() == told
    assert told in delegate.get("ballots", workshop=world.slug, pageSize=100).json()["results"]
    assert counted(world.poll) == 1


def test_the_same_ballot_put_twice_is_stored_and_counted_once(delegate, place, world):
    first = delegate.put(place, {"stance": "5"})
    again = delegate.put(place, {"stance": "5"})

    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Ballot.objects.filter(poll=world.poll).count() == counted(world.poll) == 1


def test_another_answer_replaces_the_earlier_one(delegate, place, world):
    delegate.put(place, {"stance": "5"})
    answer = delegate.put(place, {"stance": "1", "reason": "Te duur.", "wouldChange": "Een lagere prijs."})

    assert answer.status_code == 200
    assert Ballot.objects.get(poll=world.poll).would_change == "Een lagere prijs."
    assert counted(world.poll) == 1


def test_a_ballot_that_is_taken_back_is_gone_and_taking_it_back_again_does_nothing(delegate, place, world):
    delegate.put(place, {"stance": "5"})
    assert [delegate.delete(place).status_code for _time in range(2)] == [204, 204]
    assert delegate.get(place).status_code == 404
    assert counted(world.poll) == 0


@pytest.mark.parametrize("sent", [{"stance": "2"}, {"stance": "1", "reason": "  "}])
def test_an_objection_without_a_reason_is_refused_with_the_field(delegate, place, sent):
    answer = delegate.put(place, sent)
    assert answer.status_code == 400
    assert [one["field"] for one in answer.json()["errors"]] == ["reason"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"stance": 5},
        {"stance": "6"},
        {"stance": "5", "need": "maybe"},
        {"stance": "5", "reason": 7},
        {"stance": "5", "reason": "x" * 2001},
        {"stance": "5", "reason": "\x00"},
        {"stance": "5", "votes": 33},
        {"stance": "5", "lang": "fr"},
    ],
)
def test_an_answer_that_is_none_is_refused(delegate, place, world, sent):
    answer = delegate.put(place, sent)
    assert answer.status_code == 400
    assert answer.json()["errors"]
    assert counted(world.poll) == 0


def test_nobody_votes_for_a_seat_of_somebody_else(world, delegate):
    other = f"polls/{world.poll.id}/ballots/{world.table.seat('employers').id}"
    for answer in (delegate.put(other, {"stance": "5"}), delegate.delete(other)):
        assert answer.status_code == 403
        assert answer.json()["errors"][0]["field"] == "seat"


def test_a_role_gives_no_vote(world, secretary, place):
    assert secretary.put(place, {"stance": "5"}).status_code == 403


def test_a_poll_that_is_not_there_is_not_found(world, delegate):
    nowhere = f"polls/{uuid4()}/ballots/{world.table.seat('workers').id}"
    assert delegate.put(nowhere, {"stance": "5"}).status_code == 404
    assert delegate.get(nowhere).status_code == 404


def test_a_closed_workshop_is_not_there_for_a_stranger_who_votes(db):
    closed = laid_out(is_public=False)
    outsider = Caller(UserFactory())
    place = f"polls/{closed.poll.id}/ballots/{closed.table.seat('workers').id}"
    assert outsider.put(place, {"stance": "5"}).status_code == 404
    assert outsider.get(place).status_code == 404
    assert outsider.get("ballots", workshop=closed.slug).status_code == 404


def test_a_ballot_after_closing_is_refused_and_the_earlier_one_stays(delegate, place, world):
    delegate.put(place, {"stance": "5"})
    close_round(who=world.table.as_facilitator, one=world.open)

    assert delegate.put(place, {"stance": "3"}).status_code == 409
    assert delegate.delete(place).status_code == 409
    assert delegate.get(place).json()["stance"] == "5"


def test_in_a_round_by_name_everybody_who_takes_part_reads_who_answered_what(world, secretary):
    told = secretary.get(f"polls/{world.closed.polls.first().id}/ballots", pageSize=100).json()
    assert told["count"] == len(world.table.seats)
    assert {one["seat"] for one in told["results"]} == {str(seat.id) for seat in world.table.seats}


def test_while_counts_are_hidden_only_ones_own_ballot_is_read(world, delegate, secretary, place):
    world.open.is_live = False
    world.open.save()
    delegate.put(place, {"stance": "5"})

    assert [one["stance"] for one in delegate.get(f"polls/{world.poll.id}/ballots").json()["results"]] == ["5"]
    assert secretary.get(f"polls/{world.poll.id}/ballots").json()["results"] == []
    assert secretary.get(place).status_code == 404


def test_a_round_that_is_not_by_name_tells_no_ballots_of_others(world, secretary):
    world.closed.mode = "secret"
    assert world.closed.mode != BallotMode.NAMED
    type(world.closed).objects.filter(pk=world.closed.pk).update(mode="secret")
    assert secretary.get(f"polls/{world.closed.polls.first().id}/ballots").json()["count"] == 0


@pytest.mark.parametrize("how", ["token", "session"])
def test_a_ballot_costs_at_most_eight_statements(world, place, how):
    person = world.table.member("workers")
    if how == "token":
        client = Caller(person).client
    else:
        client = Client(headers={"accept-language": "en"})
        client.force_login(person)
    for stance in (Stance.FULL, Stance.LIVE_WITH):
        with CaptureQueriesContext(connection) as asked:
            answer = client.put(f"/api/v1/{place}", {"stance": stance}, content_type="application/json")
        assert answer.status_code < 300
        told = [one["sql"] for one in asked if not one["sql"].startswith(NOT_COUNTED)]
        assert len(told) <= MOST_STATEMENTS, told


def test_a_ballot_before_the_round_is_refused_and_its_poll_is_the_facilitators(world, delegate, place):
    type(world.open).objects.filter(pk=world.open.pk).update(state=RoundState.DRAFT)
    facilitator = Caller(world.table.facilitator)

    assert delegate.get(f"polls/{world.poll.id}").status_code == 404
    assert facilitator.get(f"polls/{world.poll.id}").status_code == 200
    assert delegate.put(place, {"stance": "5"}).status_code == 409

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Voting without names, as a member sees it; and what others see of it."""

import json

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from tests.factories import council, open_round
from workshops.enums import BallotMode, Stance
from workshops.models import Ballot, SealedBallot
from workshops.services.ballots import Answer, cast_ballot
from workshops.services.rounds import close_round

pytestmark = pytest.mark.django_db

MARK = "zeldzaam-kenmerk"


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    settings.BALLOT_KEYS = tmp_path / "keys"


@pytest.fixture
def table():
    return council(seats=6)


def url(table, name, *args):
    return reverse(f"workshops:{name}", args=[table.workshop.slug, *args])


def everybody_votes(table, one, against=()):
    for poll in one.polls.all():
        for seat in table.seats:
            stance = Stance.OBJECTION if (seat.constituency.key, seat.number) in against else Stance.FULL
            cast_ballot(
                person=table.members[seat],
                poll_id=poll.id,
                seat_id=seat.id,
                answer=Answer(stance, reason=f"{MARK} {seat.constituency.key} {seat.number}"),
            )


def filled_in(one, seat):
    number = one.polls.first().proposal.number
    keys = list(one.polls.values_list("scenario_revision__scenario__key", flat=True))
    typed = {"seat": str(seat.id), "round": str(one.number), "seen": ""}
    for key in keys:
        typed |= {f"{key}-stance": "2", f"{key}-need": "yes", f"{key}-reason": MARK}
    return number, typed


def test_a_secret_ballot_is_stored_shown_to_its_seat_and_in_no_session(table, opened_by):
    one = open_round(table, mode=BallotMode.SECRET)
    seat = table.seat("workers")
    client = opened_by(table.members[seat])
    number, typed = filled_in(one, seat)
    page = client.get(url(table, "ballot", number)).content.decode()
    assert "opened at closing without your name or seat" in page

    client.post(url(table, "ballot", number), typed)

    assert SealedBallot.objects.get().answered == 2
    assert MARK in client.get(url(table, "ballot", number)).content.decode()
    assert MARK not in json.dumps([session.get_decoded() for session in Session.objects.all()])


def test_signed_out_nothing_of_a_secret_ballot_is_kept_on_the_server(table, opened_by):
    one = open_round(table, mode=BallotMode.SECRET)
    number, typed = filled_in(one, table.seat("workers"))
    opened_by().post(url(table, "ballot", number), typed)
    assert MARK not in json.dumps([session.get_decoded() for session in Session.objects.all()])


@pytest.mark.parametrize("mode", [BallotMode.PSEUDONYMOUS, BallotMode.SECRET])
def test_small_sides_are_told_in_words_and_reasons_without_names(table, opened_by, mode):
    one = open_round(table, mode=mode)
    everybody_votes(table, one, against={("workers", 1), ("workers", 2), ("workers", 3)})
    close_round(who=table.as_facilitator, one=one)
    number = one.polls.first().proposal.number
    page = opened_by(table.member("crown")).get(url(table, "proposal", number)).content.decode()

    assert "nearly all in favour" in page
    assert "divided" in page
    assert "3 of 6 support it" not in page
    assert MARK in page
    assert not any(person.name in page for person in table.members.values() if person != table.member("crown"))

    matrix = opened_by(table.facilitator).get(url(table, "matrix")).content.decode()
    assert "nearly all in favour" in matrix
    assert "of 6 support it" not in matrix


@pytest.mark.parametrize("mode", [BallotMode.PSEUDONYMOUS, BallotMode.SECRET])
def test_the_api_and_the_table_tell_no_counts_either(table, opened_by, mode):
    one = open_round(table, mode=mode)
    everybody_votes(table, one, against={("workers", 1)})
    close_round(who=table.as_facilitator, one=one)
    client = opened_by(table.member("crown"))

    told = client.get(f"/api/v1/support?workshop={table.workshop.slug}").json()
    sides = [side for cell in told["items"] for side in cell["constituencies"]] if "items" in told else None
    text = json.dumps(told)
    assert sides is None or all(side["tally"] is None and side["band"] == "nearly_all" for side in sides)
    assert '"counts"' not in text
    assert '"band": "nearly_all"' in text

    table_csv = client.get(url(table, "matrix_csv")).content.decode()
    assert "nearly_all" in table_csv


def test_while_such_a_round_is_open_nobody_sees_a_count(table, opened_by):
    one = open_round(table, mode=BallotMode.PSEUDONYMOUS)
    everybody_votes(table, one)
    number = one.polls.first().proposal.number
    page = opened_by(table.facilitator).get(url(table, "proposal", number)).content.decode()
    assert "Counts and reasons appear when the round closes." in page
    assert MARK not in page
    assert Ballot.objects.count() == 36

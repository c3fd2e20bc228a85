# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The workshop's front page and its journal."""

import datetime as dt
from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    AgreementsFactory,
    MandateFactory,
    MilestoneFactory,
    ParticipationFactory,
    ProposalFactory,
    QuestionFactory,
    UserFactory,
    cast,
    council,
    open_round,
)
from workshops.enums import Act, Phase, Role, Stance
from workshops.journal import record
from workshops.models import JournalEntry, Round, Workshop
from workshops.services.ballots import Answer, cast_ballot
from workshops.services.rounds import close_round

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15


@pytest.fixture
def table():
    table = council()
    soon = timezone.localdate() + dt.timedelta(days=100)
    Workshop.objects.update(is_public=True, due_on=soon)
    table.workshop.refresh_from_db()
    return table


def url(table, name="workshop_home"):
    return reverse(f"workshops:{name}", args=[table.workshop.slug])


def statements(client, address):
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == HTTPStatus.OK
    return len(asked)


def test_a_stranger_sees_where_it_stands_and_every_room_of_it(table, opened_by):
    page = opened_by().get(url(table)).content.decode()

    assert table.workshop.title in page
    assert 'aria-current="step">Drafting' in page
    for name in (
        "request",
        "scenarios",
        "proposals",
        "matrix",
        "ballots",
        "agreements",
        "practice",
        "report",
        "journal",
    ):
        assert f'href="{url(table, name)}"' in page
    assert "What is asked of you" not in page
    assert "What happens now" in page


def test_dates_are_counted_back_from_the_day_it_is_due(table, opened_by):
    MilestoneFactory(workshop=table.workshop, title="Groene versie", days_before=30)
    day = table.workshop.due_on - dt.timedelta(days=30)
    page = opened_by().get(url(table)).content.decode()

    assert f'datetime="{day.isoformat()}"' in page
    assert "Groene versie" in page


def test_a_member_sees_what_is_asked_and_by_when(table, opened_by):
    MilestoneFactory(workshop=table.workshop, title="Stemronde", days_before=40)
    open_round(table)
    page = opened_by(table.member("workers")).get(url(table)).content.decode()

    assert "Vote on 1 proposal" in page
    assert f'href="{url(table, "ballots")}"' in page
    day = table.workshop.due_on - dt.timedelta(days=40)
    assert f"by {day.day} {day:%B %Y}" in page


def test_the_facilitator_finds_every_act_of_the_desk(table, opened_by):
    open_round(table)
    page = opened_by(table.facilitator).get(url(table)).content.decode()

    for name in ("agreements", "agenda", "round_close", "phase", "turnout"):
        assert f'href="{url(table, name)}"' in page


def test_the_piece_changes_when_a_ballot_comes_in(table, opened_by):
    one = open_round(table)
    client = opened_by(table.member("workers"))
    first = client.get(url(table, "workshop_now"))
    assert "0 of 9 seats" in first.content.decode()
    again = client.get(url(table, "workshop_now"), headers={"if-none-match": first["ETag"]})
    assert again.status_code == HTTPStatus.NOT_MODIFIED

    for poll in one.polls.all():
        cast(poll, table.seat("crown"), Stance.FULL)
    changed = client.get(url(table, "workshop_now"), headers={"if-none-match": first["ETag"]})
    assert "1 of 9 seats have answered everything" in changed.content.decode()


def test_strangers_are_not_told_the_turnout(table, opened_by):
    open_round(table)
    assert "seats have answered" not in opened_by().get(url(table)).content.decode()


@pytest.mark.parametrize("size", [1, 8])
def test_the_front_page_costs_as_many_statements_for_who_is_everything_at_any_size(table, opened_by, size):
    everything = UserFactory()
    for role in Role:
        ParticipationFactory(workshop=table.workshop, person=everything, role=role)
    MandateFactory(seat=table.seat("workers"), person=everything)
    side = table.constituencies["workers"]
    MilestoneFactory.create_batch(size, workshop=table.workshop)
    QuestionFactory(request__workshop=table.workshop)
    AgreementsFactory.create_batch(size, workshop=table.workshop, locked=True)
    open_round(table, proposals=ProposalFactory.create_batch(size, workshop=table.workshop, constituency=side))

    assert statements(opened_by(everything), url(table)) == 15 <= MOST_STATEMENTS


# --- the journal -------------------------------------------------------------------------------------


def test_the_journal_tells_in_words_who_did_what_as_what(table, opened_by):
    one = open_round(table)
    poll = one.polls.order_by("scenario_revision__workshopscenario__letter").first()
    cast_ballot(
        person=table.member("workers"),
        poll_id=poll.id,
        seat_id=table.seat("workers").id,
        answer=Answer(Stance.LIVE_WITH),
    )
    close_round(who=table.as_facilitator, one=one)
    page = opened_by(table.member("workers")).get(url(table, "journal")).content.decode()

    assert "2 acts, and the record is unbroken" in page
    assert "Round 1, proposal 1 in scenario A" in page
    assert "can live with it" in page
    assert f"{table.constituencies['workers'].singular} 1" in page
    assert "(you)" in page
    assert "Round 1 closed with 1 answers" in page
    assert table.member("workers").name not in opened_by().get(url(table, "journal")).content.decode()


def test_single_votes_can_be_left_out(table, opened_by):
    one = open_round(table)
    record(workshop=table.workshop, act=Act.PHASE_MOVED, actor=None, data={"from": "drafting", "to": "voting"})
    record(workshop=table.workshop, act=Act.BALLOT_CAST, actor=None, subject=f"poll {one.polls.first().id}")
    page = opened_by().get(url(table, "journal") + "?ballots=hidden").content.decode()

    assert "The workshop moved from Drafting to Voting" in page
    assert "Round 1, proposal" not in page


def test_how_a_seat_voted_stays_hidden_until_the_counts_are_shown(table, opened_by):
    one = open_round(table)
    Round.objects.update(is_live=False)
    cast_ballot(
        person=table.member("workers"),
        poll_id=one.polls.first().id,
        seat_id=table.seat("workers").id,
        answer=Answer(Stance.UNACCEPTABLE, reason="Nooit."),
    )
    client = opened_by(table.member("crown"))
    assert "unacceptable" not in client.get(url(table, "journal")).content.decode()

    close_round(who=table.as_facilitator, one=one)
    assert "unacceptable" in client.get(url(table, "journal")).content.decode()


@pytest.mark.parametrize("act", Act)
def test_every_act_has_words(table, opened_by, act):
    facts = {"from": "drafting", "to": "voting", "proposals": [1], "seats": 9, "agreements": 1, "ballots": 3}
    record(workshop=table.workshop, act=act, actor=None, capacity="facilitator", subject="thing 1", data=facts)
    page = opened_by().get(url(table, "journal")).content.decode()

    assert page.count('class="journal__what"') == 1
    assert f'class="journal__what">{act.value}' not in page.replace("\n", "")


def test_a_broken_record_is_said_with_what_was_found(table, opened_by, monkeypatch):
    for _line in range(3):
        record(workshop=table.workshop, act=Act.PHASE_MOVED, actor=None, data={"from": "voting", "to": "voting"})
    whole = JournalEntry.from_db.__func__

    def altered(cls, *arguments):
        entry = whole(cls, *arguments)
        if entry.sequence == 2:
            entry.subject = "something else"
        return entry

    monkeypatch.setattr(JournalEntry, "from_db", classmethod(altered))
    page = opened_by().get(url(table, "journal")).content.decode()

    assert "The record of acts is broken" in page
    assert "line 2 was altered" in page


def test_an_empty_journal_says_so(table, opened_by):
    assert "Nothing has been recorded yet" in opened_by().get(url(table, "journal")).content.decode()


@pytest.mark.parametrize("size", [1, 8])
def test_the_journal_costs_as_many_statements_for_few_lines_as_for_many(table, opened_by, size):
    side = table.constituencies["workers"]
    one = open_round(table, proposals=ProposalFactory.create_batch(size, workshop=table.workshop, constituency=side))
    for poll in one.polls.all():
        cast_ballot(
            person=table.member("workers"),
            poll_id=poll.id,
            seat_id=table.seat("workers").id,
            answer=Answer(Stance.FULL),
        )

    assert statements(opened_by(table.member("crown")), url(table, "journal")) == 11 <= MOST_STATEMENTS


def test_a_closed_workshop_is_not_there_for_strangers(table, opened_by):
    Workshop.objects.update(is_public=False, phase=Phase.VOTING)

    for name in ("workshop_home", "workshop_now", "journal", "agreements"):
        assert opened_by().get(url(table, name)).status_code == HTTPStatus.NOT_FOUND
        assert opened_by(table.member("crown")).get(url(table, name)).status_code == HTTPStatus.OK

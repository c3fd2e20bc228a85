# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Being erased: no tie is left, and no count, line or position changes."""

import json
import zipfile
from io import BytesIO

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.utils import timezone

from tests.factories import ReformRevisionFactory, council, open_round
from tests.factories.acts import AnnotationFactory, ProposalFactory
from tests.factories.composition import ParticipationFactory
from workshops.enums import Act, Mandated, Role, RoundState, Stance
from workshops.errors import WorkshopError
from workshops.journal import breaks
from workshops.models import Ballot, JournalEntry, Round, Seat, TallyRow, User
from workshops.reports.own_archive import own_archive
from workshops.selectors.own_data import named_is, own_data, tables_about_people
from workshops.selectors.positions import positions_in
from workshops.services.ballots import Answer, cast_ballots
from workshops.services.erasure import erase_person
from workshops.services.minorities import Said, state_position
from workshops.services.tokens import create_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    return council()


@pytest.fixture
def person(table, client):
    """A member with something of hers in many tables."""
    person, seat = table.member("workers"), table.seat("workers")
    proposal = ProposalFactory(
        workshop=table.workshop,
        seat=seat,
        constituency=seat.constituency,
        tabled_by=person,
        reform_revision=ReformRevisionFactory(created_by=person),
    )
    one = open_round(table, proposals=[proposal])
    for side, stance in (("employers", Stance.FULL), ("workers", Stance.OBJECTION), ("crown", Stance.OBJECTION)):
        answers = {poll.id: Answer(stance, reason="Mijn reden") for poll in one.polls.all()}
        cast_ballots(person=table.member(side), seat_id=table.seat(side).id, answers=answers)
    Round.objects.update(state=RoundState.CLOSED, closed_at=timezone.now())
    state_position(who=table.as_member("workers"), proposal=proposal, seat=seat, said=Said("Anders.", Mandated.FINAL))
    AnnotationFactory(workshop=table.workshop, author=person)
    create_token(person=person)
    client.force_login(person)
    return person


def counts():
    return sorted(TallyRow.objects.values_list("poll", "constituency", "stance", "count"))


def test_nothing_points_at_the_person_any_more_and_no_count_changes(table, person):
    key, journal_id, before = person.pk, person.journal_id, counts()
    ballots = sorted(Ballot.objects.values_list("id", "seat", "stance", "reason"))
    lines = list(JournalEntry.objects.values_list("hash", flat=True))
    name = person.name
    erase_person(person=person)
    assert not User.objects.filter(pk=key).exists()
    assert counts() == before
    assert sorted(Ballot.objects.values_list("id", "seat", "stance", "reason")) == ballots
    assert list(JournalEntry.objects.values_list("hash", flat=True))[: len(lines)] == lines
    entries = list(JournalEntry.objects.filter(workshop=table.workshop).order_by("sequence"))
    assert breaks(entries) == []
    assert (entries[-1].act, entries[-1].actor, entries[-1].capacity) == (Act.PERSON_ERASED, None, "workers:1")
    assert not Session.objects.exists()
    gone = User(pk=key, journal_id=journal_id)
    assert not [model for model, named in tables_about_people() if model.objects.filter(named_is(gone, named)).exists()]
    told = " ".join(str(row) for model in apps.get_models() for row in model._default_manager.all().values())
    assert name not in told


def test_positions_keep_their_seats_and_name_a_seat_without_a_person_by_its_number(table, person):
    before = positions_in(table.workshop, language="nl")
    erase_person(person=person)
    after = positions_in(table.workshop, language="nl")
    assert [[one.seats for one in position.passages] for position in after] == [
        [one.seats for one in position.passages] for position in before
    ]
    assert "(zetel 1)" in str(after[0].passages) or "(seat 1)" in str(after[0].passages)


def test_who_alone_leads_a_workshop_gives_that_away_first(table):
    with pytest.raises(WorkshopError, match=table.workshop.title):
        erase_person(person=table.facilitator)
    ParticipationFactory(workshop=table.workshop, role=Role.FACILITATOR)
    erase_person(person=table.facilitator)
    assert Seat.objects.count() == 9


def test_everything_that_points_at_a_person_is_in_the_file_but_no_secret(table, person):
    archive = zipfile.ZipFile(BytesIO(own_archive(person, at=timezone.now())))
    told = json.loads(archive.read("own-data.json"))
    pointing = {
        model._meta.label_lower
        for model, named in tables_about_people()
        if model.objects.filter(named_is(person, named)).exists()
    }
    assert {"workshops.ballot", "workshops.proposal", "scenarios.reformrevision", "workshops.accesstoken"} <= pointing
    assert pointing <= told.keys()
    assert [row["about_proposal"] for row in told["workshops.ballot"]] == [1, 1]
    assert {row["reason"] for row in told["workshops.ballot"]} == {"Mijn reden"}
    assert len(told["workshops.journalentry"]) == 3
    text = archive.read("own-data.json").decode()
    assert person.password not in text
    assert "digest" not in text
    assert person.name in archive.read("README.txt").decode()


def test_nothing_of_anybody_else_is_in_the_file(table, person):
    told = str(own_data(person))
    for side in ("employers", "crown"):
        assert str(table.member(side).journal_id) not in told
        assert table.member(side).name not in told

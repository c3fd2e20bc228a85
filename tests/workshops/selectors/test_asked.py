# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of whom, and by when."""

import datetime as dt

import pytest

from scenarios.enums import ExampleState
from tests.factories import (
    AgreementsFactory,
    MandateFactory,
    MilestoneFactory,
    PracticeExampleFactory,
    ProposalFactory,
    QuestionFactory,
    UserFactory,
    cast,
    council,
    open_round,
)
from tests.factories.acts import RoundFactory
from workshops.enums import Holding, Phase, Stance
from workshops.models import Workshop
from workshops.selectors.asked import Ask, things_asked
from workshops.selectors.people import standings_of

pytestmark = pytest.mark.django_db
TODAY = dt.date(2016, 3, 1)  # the workshops of the factories are due on 1 July 2016


@pytest.fixture
def table():
    return council()


def asked_of(person, day=TODAY):
    return things_asked(Workshop.objects.all(), standings_of(person, day=day), day=day)


def kinds(person):
    return [one.ask for one in asked_of(person)]


def in_phase(table, phase):
    Workshop.objects.filter(pk=table.workshop.pk).update(phase=phase)


@pytest.mark.parametrize("phase", [Phase.DRAFTING, Phase.COMPARING])
def test_before_voting_members_read_and_table(table, phase):
    in_phase(table, phase)

    assert kinds(table.member("crown")) == [Ask.READ_SCENARIOS, Ask.TABLE_PROPOSALS]


def test_while_voting_members_are_asked_for_what_they_left_open_counted_in_proposals(table):
    side = table.constituencies["workers"]
    proposals = ProposalFactory.create_batch(3, workshop=table.workshop, constituency=side)
    one = open_round(table, proposals=proposals)
    for poll in one.polls.filter(proposal=proposals[0]):
        cast(poll, table.seat("workers"), Stance.FULL)
    cast(one.polls.filter(proposal=proposals[1]).first(), table.seat("workers"), Stance.FULL)

    (asked,) = asked_of(table.member("workers"))
    assert (asked.ask, asked.done, asked.total, asked.left) == (Ask.ANSWER_ROUND, 1, 3, 2)


def test_who_answered_everything_is_asked_nothing(table):
    one = open_round(table)
    for poll in one.polls.all():
        cast(poll, table.seat("workers"), Stance.ABSTAIN)

    assert kinds(table.member("workers")) == []


def test_a_substitute_is_asked_as_a_substitute_and_no_longer_once_the_member_answered(table):
    sanne = UserFactory()
    MandateFactory(seat=table.seat("workers"), person=sanne, holding=Holding.SUBSTITUTE)
    one = open_round(table)
    assert kinds(sanne) == [Ask.STAND_IN]

    for poll in one.polls.all():
        cast(poll, table.seat("workers"), Stance.FULL)
    assert kinds(sanne) == []


def test_a_seat_that_is_not_entitled_is_asked_nothing(table):
    one = open_round(table)
    one.electorate.filter(seat=table.seat("workers")).delete()

    assert kinds(table.member("workers")) == []


def test_the_facilitator_is_led_from_agreements_to_round_to_turnout_to_conclusions(table):
    assert kinds(table.facilitator) == [Ask.LOCK_AGREEMENTS, Ask.PREPARE_ROUND]
    AgreementsFactory(workshop=table.workshop, locked=True)
    assert kinds(table.facilitator) == [Ask.PREPARE_ROUND]
    one = RoundFactory(workshop=table.workshop)
    assert kinds(table.facilitator) == [Ask.OPEN_ROUND]
    one.delete()
    one = open_round(table)
    assert kinds(table.facilitator) == [Ask.WATCH_TURNOUT]
    one.state = "closed"
    one.save()
    assert kinds(table.facilitator) == [Ask.CONCLUDE]
    in_phase(table, Phase.CONCLUDING)
    assert kinds(table.facilitator) == []


def test_agreements_that_changed_after_a_lock_are_to_be_locked_again(table):
    AgreementsFactory(workshop=table.workshop, locked=True)
    AgreementsFactory(workshop=table.workshop)

    assert Ask.LOCK_AGREEMENTS in kinds(table.facilitator)


def test_the_secretariat_reads_examples_and_drafts_answers(table):
    assert kinds(table.secretary) == []
    PracticeExampleFactory.create_batch(2, topic=table.workshop.topic, state=ExampleState.SUBMITTED)
    PracticeExampleFactory(topic=table.workshop.topic, state=ExampleState.PUBLISHED)
    letter = QuestionFactory(request__workshop=table.workshop, answer="Ja.").request
    QuestionFactory(request=letter)

    found = {one.ask: (one.done, one.total) for one in asked_of(table.secretary)}
    assert found == {Ask.READ_EXAMPLES: (0, 2), Ask.ANSWER_QUESTIONS: (1, 2)}


def test_at_the_end_the_secretariat_compiles_the_report(table):
    in_phase(table, Phase.CONCLUDING)

    assert kinds(table.secretary) == [Ask.COMPILE_REPORT]


def test_a_thing_is_due_at_the_next_milestone_else_when_the_advice_is(table):
    MilestoneFactory(workshop=table.workshop, days_before=150)
    MilestoneFactory(workshop=table.workshop, days_before=60)

    assert {one.due_on for one in asked_of(table.member("crown"))} == {dt.date(2016, 5, 2)}
    assert {one.due_on for one in asked_of(table.member("crown"), day=dt.date(2016, 6, 1))} == {dt.date(2016, 7, 1)}


def test_what_is_due_first_comes_first(table):
    other = council()
    Workshop.objects.filter(pk=other.workshop.pk).update(due_on=dt.date(2016, 4, 1))
    person = UserFactory()
    for each in (table, other):
        MandateFactory(seat=each.seat("crown"), person=person)

    assert [one.workshop.pk for one in asked_of(person)] == [other.workshop.pk] * 2 + [table.workshop.pk] * 2


def test_strangers_are_asked_nothing(table):
    assert asked_of(UserFactory()) == []

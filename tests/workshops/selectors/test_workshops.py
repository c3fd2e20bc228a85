# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which workshops are open to whom, their dates, and what they hold."""

import datetime as dt

import pytest

from scenarios.enums import ExampleState
from tests.factories import (
    AgreementsFactory,
    AskingSentenceFactory,
    MilestoneFactory,
    PracticeExampleFactory,
    ProposalFactory,
    QuestionFactory,
    WorkshopFactory,
    WorkshopScenarioFactory,
)
from tests.factories.letter import ParagraphFactory
from workshops.enums import Act, ProposalState
from workshops.journal import record
from workshops.selectors.workshops import dates_of, holdings_of, next_date, workshops_open_to

pytestmark = pytest.mark.django_db


def test_public_workshops_are_open_to_all_and_closed_ones_to_their_own_the_first_due_first():
    later = WorkshopFactory(is_public=True, due_on=dt.date(2017, 1, 1))
    own = WorkshopFactory(due_on=dt.date(2016, 1, 1))
    WorkshopFactory(due_on=dt.date(2015, 1, 1))

    assert list(workshops_open_to([])) == [later]
    assert list(workshops_open_to([own.id])) == [own, later]


def test_dates_come_in_order_and_the_past_is_marked():
    workshop = WorkshopFactory(due_on=dt.date(2016, 7, 1))
    MilestoneFactory(workshop=workshop, title="Laat", days_before=1)
    MilestoneFactory(workshop=workshop, title="Vroeg", days_before=61)
    day = dt.date(2016, 5, 2)

    found = [(one.title, one.on, one.is_past) for one in dates_of(workshop, day=day)]
    assert found == [("Vroeg", dt.date(2016, 5, 1), True), ("Laat", dt.date(2016, 6, 30), False)]
    assert next_date(workshop, day=day) == dt.date(2016, 6, 30)


def test_a_milestone_of_today_is_not_past():
    workshop = WorkshopFactory(due_on=dt.date(2016, 7, 1))
    MilestoneFactory(workshop=workshop, days_before=0)

    assert next_date(workshop, day=dt.date(2016, 7, 1)) == dt.date(2016, 7, 1)


def test_holdings_are_counted_in_one_statement_and_not_multiplied(django_assert_num_queries):
    workshop, other = WorkshopFactory(), WorkshopFactory()
    for one in (workshop, other):
        WorkshopScenarioFactory.create_batch(4, workshop=one)
    ProposalFactory.create_batch(3, workshop=workshop)
    ProposalFactory(workshop=workshop, state=ProposalState.PARKED)
    ProposalFactory(workshop=workshop, state=ProposalState.WITHDRAWN)
    letter = ParagraphFactory(request__workshop=workshop).request
    QuestionFactory.create_batch(4, request=letter)
    AskingSentenceFactory.create_batch(2, paragraph=letter.paragraphs.get())
    AskingSentenceFactory(paragraph=ParagraphFactory(request=letter))
    PracticeExampleFactory(topic=workshop.topic)
    PracticeExampleFactory(topic=workshop.topic, state=ExampleState.SUBMITTED)
    AgreementsFactory(workshop=workshop, locked=True)
    newest = AgreementsFactory(workshop=workshop)
    record(workshop=workshop, act=Act.PHASE_MOVED, actor=None)

    with django_assert_num_queries(1):
        held = holdings_of(workshop)
    assert (held.scenarios, held.questions, held.asks) == (4, 4, 3)
    assert (held.proposals, held.parked, held.examples, held.reports, held.lines) == (4, 1, 1, 0, 1)
    assert (held.agreements_version, held.agreements_locked_at) == (newest.version, None)


def test_an_empty_workshop_holds_nothing():
    held = holdings_of(WorkshopFactory())

    assert (held.scenarios, held.questions, held.proposals, held.lines, held.agreements_version) == (0, 0, 0, 0, None)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front page of the site."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    MilestoneFactory,
    ProposalFactory,
    QuestionFactory,
    UserFactory,
    council,
    open_round,
)
from tests.factories.composition import MandateFactory, ParticipationFactory
from workshops.enums import Role
from workshops.models import Workshop

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 15


def front_page(person=None):
    client = Client(headers={"accept-language": "en"})
    if person:
        client.force_login(person)
    with CaptureQueriesContext(connection) as asked:
        page = client.get("/").content.decode()
    return page, len(asked)


def test_a_stranger_reads_what_this_is_and_how_to_sign_in():
    table = council()
    Workshop.objects.update(is_public=True)
    page, _asked = front_page()

    assert "Here a council weighs proposals for the labour market" in page
    assert 'href="/accounts/login/?next=/"' in page
    assert table.workshop.title in page


def test_a_closed_workshop_is_named_only_to_who_takes_part():
    table = council()

    assert table.workshop.title not in front_page()[0]
    assert table.workshop.title not in front_page(UserFactory())[0]
    assert table.workshop.title in front_page(table.member("workers"))[0]


def test_a_member_reads_what_is_asked_today():
    table = council()
    open_round(table)
    page, _asked = front_page(table.member("workers"))

    assert "What is asked of you" in page
    assert "Vote on 1 proposal" in page
    assert table.workshop.title in page


def test_who_has_nothing_to_do_is_told_so():
    table = council()
    page, _asked = front_page(ParticipationFactory(workshop=table.workshop, role=Role.OBSERVER).person)

    assert "Nothing is asked of you today" in page


def test_who_takes_part_in_nothing_is_told_who_gives_a_seat():
    assert "You do not take part in a workshop yet" in front_page(UserFactory())[0]


def test_an_empty_site_says_what_will_appear():
    assert "No workshop is open to you" in front_page()[0]


@pytest.mark.parametrize("workshops", [1, 6])
def test_the_front_page_costs_as_many_statements_for_one_workshop_as_for_six(workshops):
    everything = UserFactory()
    for _workshop in range(workshops):
        table = council()
        for role in Role:
            ParticipationFactory(workshop=table.workshop, person=everything, role=role)
        MandateFactory(seat=table.seat("workers"), person=everything)
        MilestoneFactory.create_batch(2, workshop=table.workshop)
        QuestionFactory(request__workshop=table.workshop)
        side = table.constituencies["workers"]
        open_round(table, proposals=ProposalFactory.create_batch(2, workshop=table.workshop, constituency=side))

    assert front_page(everything)[1] == 14 <= MOST_STATEMENTS

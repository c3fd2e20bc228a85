# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What members said with their ballots."""

import pytest

from tests.factories import WorkshopScenarioFactory, cast, council, open_round
from tests.factories.weighing import tabled
from workshops.enums import Stance
from workshops.selectors.support import support_in
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.voices import voices_on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


@pytest.fixture
def places(table):
    return places_of(table.workshop)


def voices(table, proposal, places):
    support = {scenario: one for (_one, scenario), one in support_in(table.workshop).items()}
    return voices_on(support, places, sides_of(table.workshop))


def test_what_a_seat_said_in_every_scenario_stands_there_once_and_objections_come_first(table, places):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    for poll in one.polls.all():
        cast(poll, table.seat("workers", 1), Stance.FULL, reason="It helps.")
        cast(poll, table.seat("workers", 2), Stance.UNACCEPTABLE, reason="Too dear.")
        cast(poll, table.seat("employers", 1), Stance.FULL)

    said = voices(table, proposal, places).said
    assert [(voice.ballot.reason, len(voice.places)) for voice in said] == [("Too dear.", 2), ("It helps.", 2)]


def test_one_scenario_shows_what_was_said_of_it_only(table, places):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    poll = one.polls.get(scenario_revision=places[1].revision_id)
    cast(poll, table.seat("crown"), Stance.OBJECTION, reason="Not here.")

    found = voices(table, proposal, places)
    assert found.in_place(places[0]).said == ()
    assert [voice.ballot.reason for voice in found.in_place(places[1]).said] == ["Not here."]


def test_nothing_is_said_while_a_round_does_not_tell_its_counts(table, places, django_assert_num_queries):
    proposal = tabled(table)
    one = open_round(table, proposals=[proposal])
    type(one).objects.update(is_live=False)
    cast(one.polls.first(), table.seat("crown"), Stance.OBJECTION, reason="Secret until closing.")
    support = {scenario: found for (_one, scenario), found in support_in(table.workshop).items()}
    sides = sides_of(table.workshop)

    with django_assert_num_queries(0):
        found = voices_on(support, places, sides)
    assert found.said == ()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who somebody is, in one workshop and in all of them."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from tests.factories import MandateFactory, ParticipationFactory, UserFactory, council
from workshops.enums import Holding, Role
from workshops.rules import NOBODY
from workshops.selectors.people import example_people, standing_of, standings_of

pytestmark = pytest.mark.django_db
TODAY = dt.date(2016, 3, 1)


def test_a_stranger_is_nobody():
    assert standing_of(AnonymousUser(), council().workshop, day=TODAY) == NOBODY


def test_own_seats_come_before_seats_that_one_stands_in_for():
    table, person = council(), UserFactory()
    MandateFactory(seat=table.seat("employers"), person=person, holding=Holding.SUBSTITUTE)
    MandateFactory(seat=table.seat("workers"), person=person)
    who = standing_of(person, table.workshop, day=TODAY)

    assert who.seats == (table.seat("workers"), table.seat("employers"))
    assert who.stands_in == {table.seat("employers").id}


def test_who_is_member_and_substitute_of_one_seat_is_its_member():
    table, person = council(), UserFactory()
    for holding in (Holding.SUBSTITUTE, Holding.MEMBER):
        MandateFactory(seat=table.seat("workers"), person=person, holding=holding)
    who = standing_of(person, table.workshop, day=TODAY)

    assert who.seats == (table.seat("workers"),)
    assert who.stands_in == frozenset()


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "holds"),
    [
        (dt.date(2016, 3, 1), None, True),
        (dt.date(2016, 3, 2), None, False),
        (dt.date(2015, 1, 1), dt.date(2016, 3, 1), True),
        (dt.date(2015, 1, 1), dt.date(2016, 2, 29), False),
    ],
)
def test_a_mandate_counts_from_its_first_day_up_to_and_with_its_last(starts_on, ends_on, holds):
    table, person = council(), UserFactory()
    MandateFactory(seat=table.seat("workers"), person=person, starts_on=starts_on, ends_on=ends_on)

    assert standing_of(person, table.workshop, day=TODAY).has_seat is holds
    assert (table.workshop.id in standings_of(person, day=TODAY)) is holds


def test_all_standings_are_the_same_as_each_by_itself(django_assert_num_queries):
    tables, person = [council(), council(), council()], UserFactory()
    MandateFactory(seat=tables[0].seat("crown"), person=person)
    ParticipationFactory(workshop=tables[0].workshop, person=person, role=Role.SECRETARY)
    ParticipationFactory(workshop=tables[1].workshop, person=person, role=Role.FACILITATOR)
    with django_assert_num_queries(2):
        found = standings_of(person, day=TODAY)

    assert set(found) == {table.workshop.id for table in tables[:2]}
    for table in tables[:2]:
        assert found[table.workshop.id] == standing_of(person, table.workshop, day=TODAY)


def test_an_invented_person_is_offered_once_however_much_they_do_in_however_many_workshops():
    person = UserFactory(is_fictional=True)
    for table in (council(), council()):
        MandateFactory(seat=table.seat("workers"), person=person)
        for role in (Role.FACILITATOR, Role.SECRETARY):
            ParticipationFactory(workshop=table.workshop, person=person, role=role)

    assert [one.username for one in example_people()].count(person.username) == 1

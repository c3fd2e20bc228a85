# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sides, organisations, seats, and who holds them."""

import datetime as dt

import factory

from tests.factories.knowledge import YardstickFactory
from tests.factories.people import UserFactory
from tests.factories.workshops import WorkshopFactory
from workshops.enums import Holding, Mark, Role
from workshops.models import Constituency, Delegation, Mandate, Participation, Seat


class ConstituencyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Constituency

    workshop = factory.SubFactory(WorkshopFactory)
    key = factory.Sequence(lambda n: f"side-{n}")
    order = factory.LazyAttribute(lambda side: side.workshop.constituencies.count() + 1)
    title = factory.Sequence(lambda n: f"Leden van geleding {n}")
    singular = factory.Sequence(lambda n: f"Lid van geleding {n}")
    mark = Mark.SQUARE
    yardstick = factory.SubFactory(YardstickFactory)


class DelegationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Delegation

    constituency = factory.SubFactory(ConstituencyFactory)
    key = factory.Sequence(lambda n: f"organisation-{n}")
    name = factory.Sequence(lambda n: f"Organisatie {n}")
    is_fictional = True


class SeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Seat

    constituency = factory.SubFactory(ConstituencyFactory)
    number = factory.LazyAttribute(lambda seat: seat.constituency.seats.count() + 1)


class MandateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Mandate

    seat = factory.SubFactory(SeatFactory)
    person = factory.SubFactory(UserFactory)
    holding = Holding.MEMBER
    starts_on = dt.date(2015, 1, 1)


class ParticipationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Participation

    workshop = factory.SubFactory(WorkshopFactory)
    person = factory.SubFactory(UserFactory)
    role = Role.OBSERVER

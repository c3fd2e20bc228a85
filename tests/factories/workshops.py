# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Workshops, the scenarios in them, and what they agreed."""

import datetime as dt

import factory
from django.utils import timezone

from tests.factories.knowledge import ScenarioRevisionFactory
from workshops.enums import Phase
from workshops.models import Agreements, Milestone, Workshop, WorkshopScenario


class WorkshopFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Workshop

    slug = factory.Sequence(lambda n: f"workshop-{n}")
    title = factory.Sequence(lambda n: f"Traject {n}")
    purpose = "Een advies over werk in 2030."
    phase = Phase.DRAFTING
    due_on = dt.date(2016, 7, 1)


class WorkshopScenarioFactory(factory.django.DjangoModelFactory):
    """A scenario's place; the scenario is the revision's."""

    class Meta:
        model = WorkshopScenario

    workshop = factory.SubFactory(WorkshopFactory)
    revision = factory.SubFactory(ScenarioRevisionFactory)
    scenario = factory.SelfAttribute("revision.scenario")
    order = factory.LazyAttribute(lambda place: place.workshop.places.count() + 1)
    letter = factory.LazyAttribute(lambda place: "ABCDEFGH"[place.order - 1])


class MilestoneFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Milestone

    workshop = factory.SubFactory(WorkshopFactory)
    title = factory.Sequence(lambda n: f"Mijlpaal {n}")
    days_before = 30


class AgreementsFactory(factory.django.DjangoModelFactory):
    """Agreements that may still change; `locked=True` for those that may not."""

    class Meta:
        model = Agreements

    class Params:
        locked = factory.Trait(locked_at=factory.LazyFunction(timezone.now))

    workshop = factory.SubFactory(WorkshopFactory)
    version = factory.LazyAttribute(lambda one: one.workshop.agreements.count() + 1)
    frame_bn = 6.0
    frame_source = "Een voorbeeld."

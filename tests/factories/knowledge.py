# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenarios, reforms, yardsticks, examples and projections."""

from datetime import timedelta

import factory
from django.utils import timezone

from scenarios import vocabulary
from scenarios.enums import DevelopmentKind, ExampleState, Level, Modelled, ProjectionState, Teller
from scenarios.models import (
    Development,
    Institution,
    OwnProjection,
    PracticeExample,
    Projection,
    Reform,
    ReformRevision,
    Scenario,
    ScenarioRevision,
    Yardstick,
)
from scenarios.models.practice import TEXTS


class InstitutionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Institution

    key = factory.Sequence(lambda n: f"institution-{n}")
    order = factory.Sequence(lambda n: n)
    title = factory.Sequence(lambda n: f"Institutie {n}")
    today = "Zo werkt het nu."


class ScenarioFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Scenario

    key = factory.Sequence(lambda n: f"scenario-{n}")


class ScenarioRevisionFactory(factory.django.DjangoModelFactory):
    """An edition with the drivers of the continuing trend."""

    class Meta:
        model = ScenarioRevision

    scenario = factory.SubFactory(ScenarioFactory)
    number = 1
    title = factory.Sequence(lambda n: f"Toekomst {n}")
    summary = "Zo kan het gaan."
    story = "Een verhaal over 2030."
    drivers = factory.LazyFunction(lambda: dict(vocabulary.default_scenario("trend").drivers))


class DevelopmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Development

    revision = factory.SubFactory(ScenarioRevisionFactory)
    order = factory.Sequence(lambda n: n)
    kind = DevelopmentKind.BOTTLENECK
    domain = "labour_market"
    text = factory.Sequence(lambda n: f"Knelpunt {n}")
    groups = ["low_educated"]


class ReformFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Reform


class ReformRevisionFactory(factory.django.DjangoModelFactory):
    """An edition that the engine can compute: the minimum wage up 10%, benefits along."""

    class Meta:
        model = ReformRevision

    class Params:
        judged = factory.Trait(levers={}, modelled=Modelled.NONE, budget_from_model=False)

    reform = factory.SubFactory(ReformFactory)
    number = 1
    title = factory.Sequence(lambda n: f"Hervorming {n}")
    summary = "Zo verandert de regel."
    levers = factory.LazyFunction(lambda: {"minimum_wage": 0.1, "benefit_link": 1.0})
    modelled = Modelled.PARTLY
    left_out = "Het jeugdloon telt niet mee."
    level = Level.CENTRAL
    actors = "Kabinet"
    budget_from_model = True


class YardstickFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Yardstick

    title = factory.Sequence(lambda n: f"Maatstaf {n}")
    lines = factory.LazyFunction(
        lambda: [
            {
                "outcome": "net_income",
                "group": "income_q1",
                "better": "up",
                "smallest_difference": 0.002,
                "tolerance": 0.005,
                "floor": None,
            },
        ]
    )


class PracticeExampleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PracticeExample

    topic = "examples"
    title = factory.Sequence(lambda n: f"Bakkerij {n}")
    told_by = Teller.FIRM
    sector = "Voeding"
    cope = "Wij leren elke vrijdag een uur."
    prepare = "Wij proberen een robot uit bij het inpakken."
    consent = True
    is_fictional = True
    state = ExampleState.PUBLISHED

    @factory.post_generation
    def first_edition(self, create, _extracted):
        if create:
            words = {name: getattr(self, name) for name in ("lang", "translations", *TEXTS)}
            self.editions.create(number=1, made_at=timezone.now(), **words)


class ProjectionFactory(factory.django.DjangoModelFactory):
    """A question to the engine that nobody has taken up yet."""

    class Meta:
        model = Projection

    run = factory.Faker("uuid4", cast_to=None)
    reform_revision = factory.SubFactory(ReformRevisionFactory)
    scenario_revision = factory.SubFactory(ScenarioRevisionFactory)
    input_hash = factory.Sequence(lambda n: f"{n:064d}")
    seed = 1
    draws = 20


class OwnProjectionFactory(factory.django.DjangoModelFactory):
    """A question of somebody's own that is answered and kept for a month; it takes no time to be asked."""

    class Meta:
        model = OwnProjection

    question = factory.Dict({})
    digest = factory.Sequence(lambda n: f"{n:064d}")
    state = ProjectionState.DONE
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))

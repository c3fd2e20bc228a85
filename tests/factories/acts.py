# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people do: table, judge, vote, annotate."""

import factory
from django.utils import timezone

from scenarios.enums import DevelopmentKind
from tests.factories.composition import ConstituencyFactory, SeatFactory
from tests.factories.knowledge import (
    InstitutionFactory,
    PracticeExampleFactory,
    ReformRevisionFactory,
    ScenarioRevisionFactory,
)
from tests.factories.people import UserFactory
from tests.factories.workshops import WorkshopFactory
from workshops.enums import AnnotationStance, Direction, Fate, RoundState, Stance, Stress
from workshops.models import (
    Amendment,
    Annotation,
    Ballot,
    Contest,
    InstitutionVerdict,
    Judgement,
    Poll,
    Proposal,
    Round,
    RoundSeat,
    StressRating,
)


class ProposalFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Proposal

    workshop = factory.SubFactory(WorkshopFactory)
    number = factory.LazyAttribute(lambda one: one.workshop.proposals.count() + 1)
    reform_revision = factory.SubFactory(ReformRevisionFactory)
    constituency = factory.SubFactory(ConstituencyFactory, workshop=factory.SelfAttribute("..workshop"))
    tabled_at = factory.LazyFunction(timezone.now)
    reasons = "Omdat het nodig is."
    addresses_kind = DevelopmentKind.BOTTLENECK
    addresses = "Laagopgeleiden vinden minder werk."


class JudgementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Judgement

    proposal = factory.SubFactory(ProposalFactory)
    scenario_revision = factory.SubFactory(ScenarioRevisionFactory)
    constituency = factory.SelfAttribute("proposal.constituency")
    direction = Direction.BETTER
    reason = "Dat laat de praktijk zien."
    judged_at = factory.LazyFunction(timezone.now)


class StressRatingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StressRating

    constituency = factory.SubFactory(ConstituencyFactory)
    institution = factory.SubFactory(InstitutionFactory)
    revision = factory.SubFactory(ScenarioRevisionFactory)
    answer = Stress.STRONG
    reason = "Het knelt."
    said_at = factory.LazyFunction(timezone.now)


class InstitutionVerdictFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = InstitutionVerdict

    workshop = factory.SubFactory(WorkshopFactory)
    institution = factory.SubFactory(InstitutionFactory)
    revision = factory.SubFactory(ScenarioRevisionFactory)
    fate = Fate.ADAPT
    reason = "Het moet anders."
    decided_at = factory.LazyFunction(timezone.now)


class AmendmentFactory(factory.django.DjangoModelFactory):
    """A seat that wants a proposal to have another title."""

    class Meta:
        model = Amendment

    proposal = factory.SubFactory(ProposalFactory)
    number = factory.LazyAttribute(lambda one: one.proposal.amendments.count() + 1)
    about = factory.LazyAttribute(lambda one: one.proposal.reform_revision)
    seat = factory.LazyAttribute(lambda one: one.proposal.seat)
    proposed_by = factory.SubFactory(UserFactory)
    proposed_at = factory.LazyFunction(timezone.now)
    changes = factory.LazyFunction(lambda: {"title": "Een andere titel"})
    reason = "Dat zegt meer."


class ContestFactory(factory.django.DjangoModelFactory):
    """A prior held at a range; without a seat it was stated in a role."""

    class Meta:
        model = Contest

    workshop = factory.SubFactory(WorkshopFactory)
    number = factory.LazyAttribute(lambda one: one.workshop.contests.count() + 1)
    kind = "prior"
    about = "prior:eps_mw"
    values = factory.LazyFunction(lambda: {"eps_mw": [0.9, 1.1, 1.3]})
    capacity = "facilitator"
    stated_by = factory.SubFactory(UserFactory)
    stated_at = factory.LazyFunction(timezone.now)
    reason = "Dat schreef het planbureau in 2016."
    source = "CPB 2016"


class RoundFactory(factory.django.DjangoModelFactory):
    """A round; open, closed or still in preparation."""

    class Meta:
        model = Round

    class Params:
        open = factory.Trait(state=RoundState.OPEN, opened_at=factory.LazyFunction(timezone.now))
        closed = factory.Trait(
            state=RoundState.CLOSED,
            opened_at=factory.LazyFunction(timezone.now),
            closed_at=factory.LazyFunction(timezone.now),
        )

    workshop = factory.SubFactory(WorkshopFactory)
    number = factory.LazyAttribute(lambda one: one.workshop.rounds.count() + 1)


class RoundSeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RoundSeat

    round = factory.SubFactory(RoundFactory)
    seat = factory.SubFactory(
        SeatFactory,
        constituency=factory.SubFactory(ConstituencyFactory, workshop=factory.SelfAttribute("...round.workshop")),
    )


class PollFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Poll

    round = factory.SubFactory(RoundFactory)
    proposal = factory.SubFactory(ProposalFactory, workshop=factory.SelfAttribute("..round.workshop"))
    reform_revision = factory.SelfAttribute("proposal.reform_revision")
    scenario_revision = factory.SubFactory(ScenarioRevisionFactory)


class BallotFactory(factory.django.DjangoModelFactory):
    """A row by itself: the running count is not kept up. Use `rounds.cast` for that."""

    class Meta:
        model = Ballot

    poll = factory.SubFactory(PollFactory)
    seat = factory.SubFactory(
        SeatFactory,
        constituency=factory.SubFactory(ConstituencyFactory, workshop=factory.SelfAttribute("...poll.round.workshop")),
    )
    stance = Stance.FULL
    cast_at = factory.LazyFunction(timezone.now)


class AnnotationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Annotation

    workshop = factory.SubFactory(WorkshopFactory)
    example = factory.SubFactory(PracticeExampleFactory)
    edition = factory.LazyAttribute(lambda one: one.example.editions.get(number=one.example.number))
    part = "cope"
    quote = factory.LazyAttribute(lambda one: getattr(one.example, one.part)[:20])
    start = factory.LazyAttribute(lambda one: getattr(one.edition, one.part).index(one.quote))
    end = factory.LazyAttribute(lambda one: one.start + len(one.quote))
    note = "Zo gaat het elders ook."
    stance = AnnotationStance.SUPPORTS
    capacity = "workers:1"
    created_at = factory.LazyFunction(timezone.now)

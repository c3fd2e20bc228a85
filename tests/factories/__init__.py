# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows for tests: one factory a table, and builders for what belongs together."""

from tests.factories.acts import (
    AmendmentFactory,
    AnnotationFactory,
    BallotFactory,
    ContestFactory,
    InstitutionVerdictFactory,
    JudgementFactory,
    PollFactory,
    ProposalFactory,
    RoundFactory,
    RoundSeatFactory,
    StressRatingFactory,
)
from tests.factories.composition import (
    ConstituencyFactory,
    DelegationFactory,
    MandateFactory,
    ParticipationFactory,
    SeatFactory,
)
from tests.factories.council import Council, council
from tests.factories.documents import Browser, DocumentFactory
from tests.factories.drafts import STORY, again, drafted, section_of
from tests.factories.knowledge import (
    DevelopmentFactory,
    InstitutionFactory,
    OwnProjectionFactory,
    PracticeExampleFactory,
    ProjectionFactory,
    ReformFactory,
    ReformRevisionFactory,
    ScenarioFactory,
    ScenarioRevisionFactory,
    YardstickFactory,
)
from tests.factories.letter import AskingSentenceFactory, ParagraphFactory, QuestionFactory, RequestFactory
from tests.factories.people import PASSWORD, UserFactory
from tests.factories.rounds import cast, open_round
from tests.factories.workshops import AgreementsFactory, MilestoneFactory, WorkshopFactory, WorkshopScenarioFactory

__all__ = [
    "PASSWORD",
    "STORY",
    "AgreementsFactory",
    "AmendmentFactory",
    "AnnotationFactory",
    "AskingSentenceFactory",
    "BallotFactory",
    "Browser",
    "ConstituencyFactory",
    "ContestFactory",
    "Council",
    "DelegationFactory",
    "DevelopmentFactory",
    "DocumentFactory",
    "InstitutionFactory",
    "InstitutionVerdictFactory",
    "JudgementFactory",
    "MandateFactory",
    "MilestoneFactory",
    "OwnProjectionFactory",
    "ParagraphFactory",
    "ParticipationFactory",
    "PollFactory",
    "PracticeExampleFactory",
    "ProjectionFactory",
    "ProposalFactory",
    "QuestionFactory",
    "ReformFactory",
    "ReformRevisionFactory",
    "RequestFactory",
    "RoundFactory",
    "RoundSeatFactory",
    "ScenarioFactory",
    "ScenarioRevisionFactory",
    "SeatFactory",
    "StressRatingFactory",
    "UserFactory",
    "WorkshopFactory",
    "WorkshopScenarioFactory",
    "YardstickFactory",
    "again",
    "cast",
    "council",
    "drafted",
    "open_round",
    "section_of",
]

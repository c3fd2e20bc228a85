# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of knowledge, one room per noun."""

from scenarios.models.contested import ContestedProjection
from scenarios.models.development import Development
from scenarios.models.document import Document, DocumentUpdate
from scenarios.models.institution import Institution
from scenarios.models.own import UNFINISHED, OwnProjection, ProjectionPart
from scenarios.models.practice import ExampleEdition, ExampleImage, PracticeExample
from scenarios.models.projection import Figure, Impact, Payoff, Projection
from scenarios.models.reform import Reform, ReformRevision
from scenarios.models.scenario import Scenario, ScenarioRevision
from scenarios.models.study import Study
from scenarios.models.validation import Validation
from scenarios.models.yardstick import Yardstick

__all__ = [
    "UNFINISHED",
    "ContestedProjection",
    "Development",
    "Document",
    "DocumentUpdate",
    "ExampleEdition",
    "ExampleImage",
    "Figure",
    "Impact",
    "Institution",
    "OwnProjection",
    "Payoff",
    "PracticeExample",
    "Projection",
    "ProjectionPart",
    "Reform",
    "ReformRevision",
    "Scenario",
    "ScenarioRevision",
    "Study",
    "Validation",
    "Yardstick",
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tables of knowledge, one room per noun."""

from scenarios.models.development import Development
from scenarios.models.document import Document, DocumentUpdate
from scenarios.models.institution import Institution
from scenarios.models.practice import PracticeExample
from scenarios.models.projection import Figure, Impact, Payoff, Projection
from scenarios.models.reform import Reform, ReformRevision
from scenarios.models.scenario import Scenario, ScenarioRevision
from scenarios.models.yardstick import Yardstick

__all__ = [
    "Development",
    "Document",
    "DocumentUpdate",
    "Figure",
    "Impact",
    "Institution",
    "Payoff",
    "PracticeExample",
    "Projection",
    "Reform",
    "ReformRevision",
    "Scenario",
    "ScenarioRevision",
    "Yardstick",
]

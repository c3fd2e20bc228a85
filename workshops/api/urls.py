# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the acts and of what depends on who asks, under /api/v1/."""

from typing import Any

from django.urls import path

from workshops.api.amendments import Amendments
from workshops.api.annotations import AnnotationReplies, Annotations
from workshops.api.assumptions import Assumptions
from workshops.api.ballots import Ballots, OwnBallots
from workshops.api.contests import Contests
from workshops.api.institutions import InstitutionVerdicts, StressRatings
from workshops.api.matrix import MatrixOf
from workshops.api.measures import Measures
from workshops.api.own_projections import Experiments
from workshops.api.polls import Polls
from workshops.api.positions import Positions
from workshops.api.practice import Examples
from workshops.api.projections import Projections
from workshops.api.proposals import Proposals
from workshops.api.reports import Reports
from workshops.api.studies import Studies
from workshops.api.support import SupportList
from workshops.api.workshops import Workshops

Actions = dict[str, Any]
LIST: Actions = {"get": "list"}
ONE: Actions = {"get": "retrieve"}
CREATE: Actions = {"post": "create"}
WITHDRAW: Actions = {"delete": "destroy"}
BALLOT: Actions = ONE | {"put": "update", "delete": "destroy"}

urlpatterns = [
    path("workshops", Workshops.as_view(LIST), name="workshops"),
    path("workshops/<slug:workshop>", Workshops.as_view(ONE), name="workshop"),
    path("proposals", Proposals.as_view(LIST | CREATE), name="proposals"),
    path("proposals/<uuid:proposal>", Proposals.as_view(ONE), name="proposal"),
    path("amendments", Amendments.as_view(LIST | CREATE), name="amendments"),
    path("amendments/<uuid:amendment>", Amendments.as_view(ONE), name="amendment"),
    path("projections", Projections.as_view(CREATE), name="projections"),
    path("projections/<uuid:projection>", Projections.as_view(ONE), name="projection"),
    path("projections/<uuid:projection>/experiments", Experiments.as_view(ONE), name="experiments"),
    path("studies", Studies.as_view(CREATE), name="studies"),
    path("studies/<uuid:study>", Studies.as_view(ONE), name="study"),
    path("polls", Polls.as_view(LIST), name="polls"),
    path("polls/<uuid:poll>", Polls.as_view(ONE), name="poll"),
    path("polls/<uuid:poll>/ballots", Ballots.as_view(LIST), name="poll-ballots"),
    path("polls/<uuid:poll>/ballots/<uuid:seat>", Ballots.as_view(BALLOT), name="ballot"),
    path("ballots", OwnBallots.as_view(LIST), name="ballots"),
    path("support", SupportList.as_view(LIST), name="support"),
    path("matrix", MatrixOf.as_view(ONE), name="matrix"),
    path("assumptions", Assumptions.as_view(LIST), name="assumptions"),
    path("contests", Contests.as_view(LIST | CREATE), name="contests"),
    path("contests/<uuid:contest>", Contests.as_view(ONE | WITHDRAW), name="contest"),
    path("measures", Measures.as_view(ONE), name="measures"),
    path("practice-examples", Examples.as_view(LIST | CREATE), name="practice-examples"),
    path("practice-examples/<uuid:example>", Examples.as_view(ONE), name="practice-example"),
    path("annotations", Annotations.as_view(LIST | CREATE), name="annotations"),
    path("annotations/<uuid:annotation>", Annotations.as_view(ONE), name="annotation"),
    path("stress-ratings", StressRatings.as_view(LIST | CREATE), name="stress-ratings"),
    path("institution-verdicts", InstitutionVerdicts.as_view(LIST), name="institution-verdicts"),
    path("annotations/<uuid:annotation>/replies", AnnotationReplies.as_view(LIST), name="annotation-replies"),
    path("positions", Positions.as_view(LIST), name="positions"),
    path("reports", Reports.as_view(LIST), name="reports"),
    path("reports/<uuid:report>", Reports.as_view(ONE), name="report"),
]

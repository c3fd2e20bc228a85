# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which workshops somebody may enter, what comes next in one, and what it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce

from scenarios.enums import ExampleState
from scenarios.models import PracticeExample
from workshops.enums import ProposalState
from workshops.models import (
    Agreements,
    AskingSentence,
    ConsensusReport,
    JournalEntry,
    Proposal,
    Question,
    Round,
    Seat,
    Workshop,
    WorkshopScenario,
)

COMES_ALONG = ("milestones", Prefetch("rounds", Round.objects.select_related("agreements")))


def workshops_open_to(own: Iterable[UUID]) -> QuerySet[Workshop]:
    """Return the public workshops and somebody's own, the first due on top, with their milestones and rounds."""
    return (
        Workshop.objects.filter(Q(is_public=True) | Q(pk__in=list(own)))
        .prefetch_related(*COMES_ALONG)
        .order_by("due_on", "title")
    )


def bring_along(workshop: Workshop) -> None:
    """Fetch the milestones and rounds of a workshop that was found without them: two statements."""
    prefetch_related_objects([workshop], *COMES_ALONG)


@dataclass(frozen=True, slots=True)
class Date:
    """A milestone on its day."""

    on: date
    title: str
    title_lang: str
    is_past: bool


def dates_of(workshop: Workshop, *, day: date) -> list[Date]:
    """Return the milestones, counted back from the due date, earliest first: one statement unless fetched before."""
    dates = [
        Date(one.on(workshop.due_on), one.said("title"), one.said_lang("title"), one.on(workshop.due_on) < day)
        for one in workshop.milestones.all()
    ]
    return sorted(dates, key=lambda one: one.on)


def next_date(workshop: Workshop, *, day: date) -> date:
    """Return the day of the next milestone, else the day on which the advice is due."""
    return next((one.on for one in dates_of(workshop, day=day) if not one.is_past), workshop.due_on)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a workshop holds, counted, and since when its newest agreements are locked."""

    scenarios: int
    questions: int
    asks: int
    proposals: int
    parked: int
    examples: int
    reports: int
    lines: int
    seats: int
    agreements_version: int | None
    agreements_locked_at: datetime | None


def holdings_of(workshop: Workshop) -> Holdings:
    """Count what a workshop holds: one statement."""
    proposals = Proposal.objects.filter(workshop=OuterRef("pk")).exclude(state=ProposalState.WITHDRAWN)
    examples = PracticeExample.objects.filter(topic=workshop.topic, state=ExampleState.PUBLISHED)
    agreements = Agreements.objects.filter(workshop=OuterRef("pk")).order_by("-version")
    counted = Workshop.objects.filter(pk=workshop.pk).annotate(
        scenarios_count=_number(WorkshopScenario.objects.filter(workshop=OuterRef("pk")), "workshop"),
        questions_count=_number(Question.objects.filter(request__workshop=OuterRef("pk")), "request"),
        asks_count=_number(
            AskingSentence.objects.filter(paragraph__request__workshop=OuterRef("pk")), "paragraph__request"
        ),
        proposals_count=_number(proposals, "workshop"),
        parked_count=_number(proposals.filter(state=ProposalState.PARKED), "workshop"),
        examples_count=_number(examples, "topic"),
        reports_count=_number(ConsensusReport.objects.filter(workshop=OuterRef("pk")), "workshop"),
        lines_count=_number(JournalEntry.objects.filter(workshop=OuterRef("pk")), "workshop"),
        seats_count=_number(Seat.objects.filter(constituency__workshop=OuterRef("pk")), "constituency__workshop"),
        agreements_version=Subquery(agreements.values("version")[:1]),
        agreements_locked_at=Subquery(agreements.values("locked_at")[:1]),
    )
    names = ("scenarios", "questions", "asks", "proposals", "parked", "examples", "reports", "lines", "seats")
    columns = [*(f"{name}_count" for name in names), "agreements_version", "agreements_locked_at"]
    return Holdings(*counted.values_list(*columns).get())


def _number(rows: QuerySet[Any], by: str) -> Coalesce:
    """Count rows in a statement of their own, inside the one that asks."""
    counted = rows.order_by().values(told=F(by)).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that a report is compiled from, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from scenarios.enums import ExampleState
from scenarios.models import Development, Institution, PracticeExample, ScenarioRevision
from scenarios.selectors.impacts import Figures, figures_of
from workshops.enums import Body, RoundState
from workshops.models import Workshop
from workshops.reports.position_words import language_now
from workshops.selectors.matrix import Matrix, support_impact_matrix
from workshops.selectors.metrics import Metrics, metrics_of
from workshops.selectors.minorities import Minority, minorities_in
from workshops.selectors.positions import Chamber, Stances, chambers_of, stances_in
from workshops.selectors.request import Letter, letter_of


@dataclass(frozen=True, slots=True)
class Sources:
    """What the workshop holds, as the chapters need it."""

    workshop: Workshop
    matrix: Matrix
    metrics: Metrics
    letter: Letter | None
    revisions: tuple[ScenarioRevision, ...]
    developments: dict[object, list[Development]]
    institutions: tuple[Institution, ...]
    figures: Figures
    examples: tuple[PracticeExample, ...]
    stances: Stances
    chambers: dict[UUID, Chamber]
    minorities: tuple[Minority, ...]


def sources_of(workshop: Workshop) -> Sources:
    """Read what a report says, in one go."""
    matrix = support_impact_matrix(workshop, keep_payoffs=True)
    revisions = tuple(
        place.revision for place in workshop.places.select_related("revision__scenario").order_by("order")
    )
    developments: dict[object, list[Development]] = {}
    for one in Development.objects.filter(revision__in=revisions).order_by("order"):
        developments.setdefault(one.revision_id, []).append(one)
    return Sources(
        workshop=workshop,
        matrix=matrix,
        metrics=metrics_of(matrix),
        letter=letter_of(workshop),
        revisions=revisions,
        developments=developments,
        institutions=tuple(Institution.objects.order_by("order")),
        figures=figures_of(scenario_revision_ids=[one.id for one in revisions]),
        examples=tuple(PracticeExample.objects.filter(topic=workshop.topic, state=ExampleState.PUBLISHED)),
        stances=stances_in(workshop),
        chambers=chambers_of(workshop.rounds.filter(state=RoundState.CLOSED).values_list("pk", flat=True)),
        minorities=tuple(_minorities(workshop, matrix)),
    )


def _minorities(workshop: Workshop, matrix: Matrix) -> Iterator[Minority]:
    """Read the minority positions that stand, worded for the body that voted last."""
    last = workshop.rounds.filter(state=RoundState.CLOSED).order_by("-number").first()
    body = Body(last.body) if last else Body.COUNCIL
    every = minorities_in(workshop, matrix.places, body=body, language=language_now())
    return (one for one in every if one.position.is_standing)

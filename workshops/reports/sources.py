# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everything that a report is compiled from, read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from scenarios.enums import ExampleState
from scenarios.models import Development, PracticeExample, ScenarioRevision
from scenarios.selectors.impacts import Figures, figures_of
from scenarios.selectors.studies.timing import TimingAnswer
from workshops.enums import Body, RoundState
from workshops.models import Workshop
from workshops.reports.position_words import language_now
from workshops.selectors.institutions import InstitutionMap, institution_map
from workshops.selectors.matrix import Matrix, support_impact_matrix
from workshops.selectors.metrics import Metrics, metrics_of
from workshops.selectors.minorities import Minority, minorities_in
from workshops.selectors.positions import Chamber, Stances, chambers_of, stances_in
from workshops.selectors.request import Letter, letter_of
from workshops.selectors.studies import computable_proposals, ground_and_axes, timing_asked
from workshops.selectors.timing import Block, blocks_of, with_helpers


@dataclass(frozen=True, slots=True)
class Sources:
    """What the workshop holds, as the chapters need it."""

    workshop: Workshop
    matrix: Matrix
    metrics: Metrics
    letter: Letter | None
    revisions: tuple[ScenarioRevision, ...]
    developments: dict[object, list[Development]]
    institutions: InstitutionMap
    figures: Figures
    floors: tuple[Block, ...]
    examples: tuple[PracticeExample, ...]
    stances: Stances
    chambers: dict[UUID, Chamber]
    minorities: tuple[Minority, ...]


def floors_of(workshop: Workshop) -> tuple[Block, ...]:
    """Return when each floor is passed and which proposals would help, as far as the model was asked."""
    ground, places, sides = ground_and_axes(workshop)
    answer = timing_asked(workshop, ground).answer_as(TimingAnswer)
    if answer is None:
        return ()
    blocks = blocks_of(answer, places, sides, lead=0, now=workshop.due_on.year)
    return tuple(with_helpers(blocks, computable_proposals(workshop), places, year=ground.year))


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
        institutions=institution_map(workshop),
        floors=floors_of(workshop),
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

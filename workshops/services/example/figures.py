# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Ask for the example's figures, and compute them here where no worker will."""

from scenarios import runner
from scenarios.jobs.contested import run_contested
from scenarios.models import ContestedProjection, Projection
from scenarios.services.projections import request_baselines
from workshops.jobs.contests import ask_contests
from workshops.models import Workshop
from workshops.services.proposals import project_proposal
from workshops.services.studies import study_proposal, study_workshop


def request_figures(*, workshop: Workshop) -> None:
    """Ask what every scenario brings by itself, what every proposal changes in it, and what every contest changes."""
    places = workshop.places.select_related("revision")
    request_baselines(scenario_revisions=[place.revision for place in places], topic=workshop.topic)
    for proposal in workshop.proposals.select_related("workshop", "reform_revision"):
        project_proposal(proposal)
    ask_contests(workshop)


def compute_figures(*, workshop: Workshop) -> int:
    """Carry out every run that a workshop waits for, one after another; a worker may be doing the same."""
    waiting = Projection.objects.unfinished().filter(topic__startswith=workshop.topic)
    runs = set(waiting.values_list("run", flat=True))
    for run in sorted(runs):
        runner.run(run)
    contested = set(ContestedProjection.objects.unfinished().filter(topic=workshop.topic).values_list("run", flat=True))
    for run in sorted(contested):
        run_contested(run)
    return len(runs) + len(contested)


def request_studies(*, workshop: Workshop) -> None:
    """Ask what could make each proposal fail and what moves it, by when something is needed, and what goes together."""
    for proposal in workshop.proposals.select_related("workshop", "reform_revision"):
        study_proposal(proposal)
    study_workshop(workshop)

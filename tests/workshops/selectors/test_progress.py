# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far projections are, and where figures come from."""

from datetime import timedelta

import pytest
from django.utils import timezone

from scenarios.enums import ProjectionState
from tests.factories import (
    ProjectionFactory,
    ReformRevisionFactory,
    ScenarioRevisionFactory,
    WorkshopScenarioFactory,
    council,
)
from tests.factories.weighing import tabled
from workshops.selectors.progress import Stage, progress_of, provenance_of, usual_seconds
from workshops.selectors.table import places_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def table():
    table = council()
    for _letter in "AB":
        WorkshopScenarioFactory(workshop=table.workshop)
    return table


@pytest.fixture
def places(table):
    return places_of(table.workshop)


def runs_of(proposal, places, *states, **facts):
    rows = [
        ProjectionFactory(
            reform_revision=proposal.reform_revision, scenario_revision_id=place.revision_id, state=state, **facts
        )
        for place, state in zip(places, states, strict=False)
    ]
    return {row.scenario_revision_id: row for row in rows}


@pytest.mark.parametrize(
    ("states", "stage", "done"),
    [
        ([], Stage.NOT_ASKED, 0),
        (["done"], Stage.NOT_ASKED, 1),
        (["waiting", "waiting"], Stage.WAITING, 0),
        (["done", "waiting"], Stage.WAITING, 1),
        (["running", "waiting"], Stage.RUNNING, 0),
        (["failed", "done"], Stage.FAILED, 1),
        (["done", "done"], Stage.DONE, 2),
    ],
)
def test_progress_is_that_of_all_scenarios_together(table, places, states, stage, done):
    proposal = tabled(table)
    progress = progress_of(proposal, runs_of(proposal, places, *states), places)

    assert (progress.stage, progress.done, progress.total) == (stage, done, 2)
    assert progress.is_underway is (stage in {Stage.WAITING, Stage.RUNNING})


def test_a_proposal_without_levers_is_not_computable(table, places):
    proposal = tabled(table, reform_revision=ReformRevisionFactory(judged=True))

    assert progress_of(proposal, {}, places).stage == Stage.NOT_COMPUTABLE


def test_a_page_listens_to_whoever_asked_for_the_run_it_waits_for(table, places):
    """The same reform may be under way because another proposal asked for it."""
    proposal = tabled(table)
    waiting = runs_of(proposal, places, "waiting", "waiting", topic="workshop:1 proposal:other")

    assert progress_of(proposal, waiting, places).topic == "proposal:other"
    assert progress_of(proposal, {}, places).topic == proposal.topic


@pytest.mark.parametrize(
    ("state", "seconds", "is_long"), [("waiting", 10, False), ("waiting", 70, True), ("running", 70, False)]
)
def test_a_wait_of_more_than_a_minute_for_a_worker_is_long(table, places, state, seconds, is_long):
    proposal = tabled(table)
    runs = runs_of(proposal, places, state, state)
    for run in runs.values():
        run.requested_at = timezone.now() - timedelta(seconds=seconds)

    assert progress_of(proposal, runs, places).waits_long is is_long


def test_figures_say_what_is_needed_to_compute_them_again(table, places):
    proposal = tabled(table)
    now = timezone.now()
    runs = runs_of(proposal, places, "done", "waiting", engine_version="1.0.0", finished_at=now)
    found = provenance_of(runs, places, year=2030)

    assert (found.engine_versions, found.draws, found.seed, found.computed_at) == (("1.0.0",), 20, 1, now)
    assert [place.letter for place, _hash in found.hashes] == ["A"]
    assert provenance_of({}, places, year=2030) is None


def test_how_long_it_usually_takes_is_what_it_took(table, places):
    assert usual_seconds(4) is None
    for seconds in (0.25, 0.75):
        ProjectionFactory(
            scenario_revision=ScenarioRevisionFactory(), state=ProjectionState.DONE, worker_seconds=seconds
        )

    assert usual_seconds(4) == 2.0

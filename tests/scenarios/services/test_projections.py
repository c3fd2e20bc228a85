# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking for projections: one row a scenario, asked once, and again when it failed."""

import pytest

from scenarios.enums import ProjectionState
from scenarios.models import Projection
from scenarios.services import projections
from scenarios.services.projections import input_hash, request_baselines, request_projection, retry_projection
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, YardstickFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(monkeypatch):
    """The runs that were handed to the broker."""
    runs = []
    monkeypatch.setattr(projections, "send", runs.append)
    return runs


@pytest.fixture
def reform():
    return ReformRevisionFactory()


@pytest.fixture
def scenarios():
    return ScenarioRevisionFactory.create_batch(4)


def test_one_question_is_a_row_for_each_scenario_and_one_run(
    reform, scenarios, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        rows = request_projection(reform_revision=reform, scenario_revisions=scenarios, topic="proposal:1")

    assert {row.scenario_revision_id for row in rows} == {one.id for one in scenarios}
    assert len({row.run for row in rows}) == 1
    assert {row.topic for row in rows} == {"proposal:1"}
    assert sent == [rows[0].run]


def test_the_broker_hears_nothing_before_the_rows_are_committed(
    reform, scenarios, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        request_projection(reform_revision=reform, scenario_revisions=scenarios)
        assert sent == []
    assert len(sent) == 1


def test_what_was_asked_before_is_not_asked_again(reform, scenarios, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first = request_projection(reform_revision=reform, scenario_revisions=scenarios)
        again = request_projection(reform_revision=reform, scenario_revisions=scenarios)

    assert {row.pk for row in again} == {row.pk for row in first}
    assert Projection.objects.count() == 4
    assert len(sent) == 1


def test_a_new_scenario_is_all_that_is_asked_anew(reform, scenarios, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request_projection(reform_revision=reform, scenario_revisions=scenarios[:3])
        rows = request_projection(reform_revision=reform, scenario_revisions=scenarios)

    assert len(rows) == 4
    assert Projection.objects.count() == 4
    assert len(sent) == 2


def test_two_who_ask_at_the_same_moment_get_the_same_rows(
    reform, scenarios, sent, monkeypatch, django_capture_on_commit_callbacks
):
    """The second looked before the first had written: what is there is kept, and nothing is sent twice."""
    with django_capture_on_commit_callbacks(execute=True):
        first = request_projection(reform_revision=reform, scenario_revisions=scenarios)
    look, seen = projections._asked_before, []

    def look_too_early(*asked):
        seen.append(asked)
        return {} if len(seen) == 1 else look(*asked)

    monkeypatch.setattr(projections, "_asked_before", look_too_early)

    with django_capture_on_commit_callbacks(execute=True):
        second = request_projection(reform_revision=reform, scenario_revisions=scenarios)

    assert {row.pk for row in second} == {row.pk for row in first}
    assert sent == [first[0].run]


def test_a_scenarios_own_figures_are_asked_once_too(scenarios, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request_baselines(scenario_revisions=scenarios)
        rows = request_baselines(scenario_revisions=scenarios)

    assert len(rows) == Projection.objects.filter(reform_revision=None).count() == 4
    assert len(sent) == 1


def test_a_failed_run_goes_back_in_the_queue_and_a_finished_row_stays(
    reform, scenarios, sent, django_capture_on_commit_callbacks
):
    rows = request_projection(reform_revision=reform, scenario_revisions=scenarios)
    Projection.objects.update(state=ProjectionState.FAILED, error="too hot", attempts=5)
    Projection.objects.filter(pk=rows[0].pk).update(state=ProjectionState.DONE)

    with django_capture_on_commit_callbacks(execute=True):
        retry_projection(projection=rows[1])

    waiting = Projection.objects.filter(state=ProjectionState.WAITING, error="", attempts=0, dispatched_at=None)
    assert waiting.count() == 3
    assert Projection.objects.get(pk=rows[0].pk).is_done
    assert sent == [rows[1].run]


def test_everything_that_decides_the_answer_decides_the_digest(reform, scenarios, settings):
    yardstick = YardstickFactory()
    plain = input_hash(reform, scenarios[0], [], 2030)
    changed = {
        "another year": input_hash(reform, scenarios[0], [], 2040),
        "a yardstick": input_hash(reform, scenarios[0], [yardstick], 2030),
        "nothing done": input_hash(None, scenarios[0], [], 2030),
        "other levers": input_hash(ReformRevisionFactory(levers={"training": 1.0}), scenarios[0], [], 2030),
        "a later start": input_hash(ReformRevisionFactory(start_year=2020), scenarios[0], [], 2030),
        "another cost": input_hash(
            ReformRevisionFactory(exante_budget_bn=-1.0, budget_from_model=False), scenarios[0], [], 2030
        ),
        "other drivers": input_hash(
            reform, ScenarioRevisionFactory(drivers=scenarios[0].drivers | {"displacement_pace": 2.5}), [], 2030
        ),
    }
    settings.PROJECTION_DRAWS += 1
    changed["more draws"] = input_hash(reform, scenarios[0], [], 2030)

    assert len({plain, *changed.values()}) == 1 + len(changed)


def test_the_same_levers_in_another_order_are_the_same_question(scenarios):
    one = ReformRevisionFactory(levers={"training": 1.0, "job_to_job": 0.1})
    other = ReformRevisionFactory(levers={"job_to_job": 0.1, "training": 1.0})

    assert input_hash(one, scenarios[0], [], 2030) == input_hash(other, scenarios[0], [], 2030)

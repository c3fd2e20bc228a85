# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Carrying out studies: answered and stored once, kept by a lease that a dead worker loses."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from scenarios import tasks
from scenarios.enums import ProjectionState, StudyKind
from scenarios.jobs import studies
from scenarios.jobs.studies import run_study
from scenarios.models import Study, leased
from scenarios.selectors.studies.asked import about_floors
from scenarios.services.studies import request_study
from tests.factories import ProjectionFactory, ScenarioRevisionFactory, YardstickFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_thread(monkeypatch):
    """A lease is kept from a thread, which sees no test's rows."""
    monkeypatch.setattr(leased, "RENEW_EVERY", 3600.0)


@pytest.fixture
def study():
    line = {**YardstickFactory().lines[0], "floor": 1.05}
    question = about_floors(ScenarioRevisionFactory.create_batch(1), [YardstickFactory(lines=[line])])
    return request_study(kind=StudyKind.TIMING, subject="workshop:1", question=question, topic="study:1")


@pytest.fixture
def announced(monkeypatch):
    topics = []
    monkeypatch.setattr(studies, "announce", topics.append)
    return topics


def test_a_study_is_answered_and_says_by_which_model_and_how_long(study, announced):
    run_study(study.run)
    study.refresh_from_db()
    assert (study.state, study.error, study.lease_until) == (ProjectionState.DONE, "", None)
    assert study.answer["floors"][0]["floor"] == 1.05
    assert study.engine_version == studies.arrays.MODEL_VERSION
    assert study.worker_seconds >= 0
    assert announced == ["study:1", "study:1"]  # taken up, and done


def test_a_second_delivery_does_nothing(study, monkeypatch):
    run_study(study.run)
    monkeypatch.setattr(studies.studies, "answer_to", lambda *_: pytest.fail("answered twice"))
    run_study(study.run)


def test_a_study_that_another_worker_holds_is_left_alone_until_its_lease_ran_out(study):
    held = {"state": ProjectionState.RUNNING, "lease_holder": uuid4()}
    Study.objects.update(**held, lease_until=timezone.now() + timedelta(seconds=20))
    run_study(study.run)
    assert Study.objects.get().answer is None

    Study.objects.update(**held, lease_until=timezone.now() - timedelta(seconds=1))
    run_study(study.run)
    assert Study.objects.get().is_done


def test_a_worker_that_lost_its_lease_stores_nothing(study, monkeypatch):
    answer_to = studies.studies.answer_to

    def lose_the_lease(*asked):
        Study.objects.update(lease_holder=uuid4())
        return answer_to(*asked)

    monkeypatch.setattr(studies.studies, "answer_to", lose_the_lease)
    run_study(study.run)
    study.refresh_from_db()
    assert (study.state, study.answer) == (ProjectionState.RUNNING, None)


def test_what_the_engine_refuses_fails_at_once_in_its_words(study):
    Study.objects.update(question={**study.question, "draws": 0})
    run_study(study.run)
    study.refresh_from_db()
    assert study.state == ProjectionState.FAILED
    assert "number of draws" in study.error


def test_another_fault_is_tried_five_times(study, monkeypatch):
    def break_down(*_):
        raise MemoryError("no room")

    monkeypatch.setattr(studies.studies, "answer_to", break_down)
    states = []
    for _time in range(5):
        run_study(study.run)
        states.append(Study.objects.get().state)
    assert states == ["waiting"] * 4 + ["failed"]
    assert Study.objects.get().error == "no room"


def test_how_far_it_is_can_be_seen_meanwhile(study, announced, monkeypatch):
    monkeypatch.setattr(studies, "TELL_EVERY", 0.0)
    seen = []

    def slowly(_kind, _question, tell):
        tell(3, 12)
        seen.append(Study.objects.values_list("steps_done", "steps").get())
        return {}

    monkeypatch.setattr(studies.studies, "answer_to", slowly)
    run_study(study.run)
    assert seen == [(3, 12)]
    assert len(announced) == 3


def test_the_scheduler_sends_again_what_was_lost_and_leaves_what_is_held(study, monkeypatch):
    sent = []
    monkeypatch.setattr(tasks.run_study, "apply_async", lambda args, **_: sent.append(args[0]))
    tasks.dispatch_waiting()
    tasks.dispatch_waiting()
    assert sent == [str(study.run)]  # never sent until now; sent just now

    Study.objects.update(state=ProjectionState.RUNNING, lease_until=timezone.now() - timedelta(seconds=1))
    tasks.dispatch_waiting()
    assert sent == [str(study.run)] * 2  # its worker is gone

    Study.objects.update(lease_until=timezone.now() + timedelta(seconds=20))
    tasks.dispatch_waiting()
    assert len(sent) == 2


def test_without_a_broker_the_study_waits(study, monkeypatch):
    def away(**_):
        raise OperationalError

    monkeypatch.setattr(tasks.run_study, "apply_async", away)
    assert tasks.send_study(study.run) is False
    assert Study.objects.get().dispatched_at is None


def test_after_a_study_lost_work_is_looked_for(study, monkeypatch):
    """The scheduler's question expires in five seconds, and a worker may be busy with studies for minutes."""
    lost = ProjectionFactory()
    sent = []
    monkeypatch.setattr(tasks.run_projections, "apply_async", lambda args, **_: sent.append(args[0]))
    tasks.run_study(str(study.run))
    assert sent == [str(lost.run)]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking what a reform does under a contested assumption: once, and again when it failed."""

import pytest

from scenarios.enums import ProjectionState
from scenarios.models import ContestedProjection
from scenarios.services import contested
from scenarios.services.contested import Question, request_contested, retry_contested
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, YardstickFactory

pytestmark = pytest.mark.django_db
HELD = {"priors": {"eps_mw": [0.9, 1.1, 1.3]}}


@pytest.fixture
def sent(monkeypatch):
    """The runs that were handed to the broker."""
    runs = []
    monkeypatch.setattr(contested, "send_contested", runs.append)
    return runs


@pytest.fixture
def asking():
    """A question, and how it is asked differently."""
    plain = {
        "reform": ReformRevisionFactory(),
        "scenarios": ScenarioRevisionFactory.create_batch(2),
        "yardsticks": [YardstickFactory()],
        "year": 2030,
        "held": HELD,
    }
    return lambda **other: Question(**(plain | other))


def test_questions_asked_together_are_a_row_each_and_one_run(asking, sent, django_capture_on_commit_callbacks):
    questions = [asking(), asking(reform=ReformRevisionFactory())]

    with django_capture_on_commit_callbacks(execute=True):
        assert request_contested(questions=questions, topic="workshop:1") == 2
        assert sent == []

    rows = ContestedProjection.objects.all()
    assert {row.reform_revision for row in rows} == {one.reform for one in questions}
    assert {row.topic for row in rows} == {"workshop:1"}
    assert sent == [rows[0].run]
    assert rows[0].run == rows[1].run


def test_what_was_asked_before_is_not_asked_again(asking, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        request_contested(questions=[asking()])
        assert request_contested(questions=[asking()]) == 0
        assert request_contested(questions=[asking(), asking(reform=ReformRevisionFactory())]) == 1

    assert ContestedProjection.objects.count() == 2
    assert len(sent) == 2


def test_asking_nothing_sends_nothing(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert request_contested(questions=[]) == 0
        assert retry_contested(questions=[]) == 0
    assert sent == []


def test_everything_that_decides_the_answer_decides_the_digest(asking, settings, monkeypatch):
    plain = asking()
    changed = {
        "another value": asking(held={"priors": {"eps_mw": [0.9, 1.1, 1.4]}}),
        "another prior": asking(held={"priors": {"lam": [0.9, 0.95, 1.0]}}),
        "another cost": asking(held={"budget_bn": -1.0}),
        "another year": asking(year=2040),
        "other yardsticks": asking(yardsticks=[YardstickFactory()]),
        "fewer scenarios": asking(scenarios=plain.scenarios[:1]),
        "other levers": asking(reform=ReformRevisionFactory(levers={"training": 1.0})),
    }
    digests = {plain.input_hash, *(one.input_hash for one in changed.values())}
    assert len(digests) == 1 + len(changed)

    settings.PROJECTION_DRAWS += 1
    digests.add(asking().input_hash)
    monkeypatch.setattr("scenarios.services.projections.MODEL_VERSION", "99.0.0")
    digests.add(asking().input_hash)
    assert len(digests) == 3 + len(changed)


def test_who_holds_the_same_asks_the_same(asking):
    assert asking().input_hash == asking(held={"priors": {"eps_mw": [0.9, 1.1, 1.3]}}).input_hash


def test_scenarios_in_another_order_are_the_same_question(asking):
    plain = asking()

    assert asking(scenarios=plain.scenarios[::-1]).input_hash == plain.input_hash


def test_only_what_failed_goes_back_in_the_queue(asking, sent, django_capture_on_commit_callbacks):
    questions = [asking(), asking(reform=ReformRevisionFactory())]
    request_contested(questions=questions)
    done, failed = ContestedProjection.objects.all()
    ContestedProjection.objects.filter(pk=done.pk).update(state=ProjectionState.DONE)
    ContestedProjection.objects.filter(pk=failed.pk).update(state=ProjectionState.FAILED, error="too hot", attempts=5)

    with django_capture_on_commit_callbacks(execute=True):
        assert retry_contested(questions=questions) == 1

    done.refresh_from_db()
    failed.refresh_from_db()
    assert done.is_done
    assert (failed.state, failed.error, failed.attempts) == ("waiting", "", 0)
    assert sent == [failed.run]

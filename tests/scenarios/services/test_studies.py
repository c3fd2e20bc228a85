# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking for studies: one row a question, asked once, again when it failed, anew when the question changed."""

import pytest

from scenarios.enums import ProjectionState, StudyKind
from scenarios.models import Study
from scenarios.selectors.studies.asked import about_floors, about_reform, asked, input_hash
from scenarios.services import studies
from scenarios.services.studies import request_study
from tests.factories import ReformRevisionFactory, ScenarioRevisionFactory, YardstickFactory

pytestmark = pytest.mark.django_db
KIND, SUBJECT = StudyKind.DISCOVERY, "proposal:1"


@pytest.fixture
def sent(monkeypatch):
    """The studies that were handed to the broker."""
    runs = []
    monkeypatch.setattr(studies, "send_study", runs.append)
    return runs


@pytest.fixture
def question():
    return about_reform(
        ReformRevisionFactory(), ScenarioRevisionFactory.create_batch(2), [YardstickFactory()], year=2030
    )


def ask(question, kind=KIND, subject=SUBJECT):
    return request_study(kind=kind, subject=subject, question=question, topic="study:1")


def test_a_question_is_a_row_that_holds_all_it_takes_and_is_sent_after_the_commit(
    question, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        study = ask(question)
        assert sent == []
    assert sent == [study.run]
    assert (study.state, study.topic) == (ProjectionState.WAITING, "study:1")
    assert study.question["reform"]["levers"] == question.reform.levers
    assert study.question["scenarios"][0]["drivers"] == question.scenarios[0].drivers


def test_the_same_question_is_asked_once_by_whomever_and_about_whatever(
    question, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        first = ask(question)
        again = ask(question, subject="proposal:2")
    assert again == first
    assert Study.objects.count() == len(sent) == 1
    assert asked(KIND, "proposal:2", question).study == first


def test_another_kind_of_study_of_the_same_reform_is_another_question(question, sent):
    assert ask(question) != ask(question, kind=StudyKind.SENSITIVITY)


def test_what_failed_is_tried_again_and_what_is_done_is_not(question, sent, django_capture_on_commit_callbacks):
    study = ask(question)
    Study.objects.update(state=ProjectionState.FAILED, error="too hot", attempts=5)
    with django_capture_on_commit_callbacks(execute=True):
        ask(question)
    study.refresh_from_db()
    assert (study.state, study.error, study.attempts) == (ProjectionState.WAITING, "", 0)
    assert sent == [study.run]
    Study.objects.update(state=ProjectionState.DONE)
    with django_capture_on_commit_callbacks(execute=True):
        ask(question)
    assert sent == [study.run]


def test_a_changed_lever_yardstick_or_number_of_draws_makes_another_question(question, settings):
    reform, scenarios = ReformRevisionFactory(levers={"training": 1.0}), ScenarioRevisionFactory.create_batch(2)
    yardstick = YardstickFactory()
    known = input_hash(KIND, about_reform(reform, scenarios, [yardstick], year=2030))
    reform.levers = {"training": 0.5}
    changed = input_hash(KIND, about_reform(reform, scenarios, [yardstick], year=2030))
    yardstick.lines[0]["tolerance"] = 0.1
    measured = input_hash(KIND, about_reform(reform, scenarios, [yardstick], year=2030))
    settings.PROJECTION_DRAWS += 1
    drawn = input_hash(KIND, about_reform(reform, scenarios, [yardstick], year=2030))
    assert len({known, changed, measured, drawn}) == 4


def test_the_last_answer_about_a_subject_stands_until_the_new_question_is_answered(question):
    other = about_reform(ReformRevisionFactory(), ScenarioRevisionFactory.create_batch(1), [], year=2030)
    Study.objects.filter(pk=ask(question).pk).update(state=ProjectionState.DONE, answer={"futures": 1})
    found = asked(KIND, SUBJECT, other)
    assert (found.study, found.answered.answer, found.is_current) == (None, {"futures": 1}, False)
    ask(other)
    assert asked(KIND, SUBJECT, other).study.state == ProjectionState.WAITING
    Study.objects.filter(question=asked(KIND, SUBJECT, other).study.question).update(state=ProjectionState.DONE)
    assert asked(KIND, SUBJECT, other).is_current


def test_an_answer_in_a_form_of_before_is_not_shown(question):
    study = ask(question)
    Study.objects.filter(pk=study.pk).update(
        state=ProjectionState.DONE, answer={}, question={**study.question, "form": 0}, input_hash="old"
    )
    assert asked(KIND, SUBJECT, question).answered is None


def test_only_lines_with_a_floor_are_asked_about():
    line = YardstickFactory().lines[0]
    some = YardstickFactory(lines=[line, {**line, "group": "income_q2", "floor": 0.95}])
    none = YardstickFactory()
    found = about_floors(ScenarioRevisionFactory.create_batch(1), [some, none])
    assert [(one.key, [line.group for line in one.lines]) for one in found.yardsticks] == [
        (str(some.id), ["income_q2"])
    ]

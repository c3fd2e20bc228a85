# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Computing how good the model is: once for a version, whatever is delivered twice."""

from datetime import timedelta

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from scenarios import tasks
from scenarios.arrays import MODEL_VERSION
from scenarios.jobs import validation
from scenarios.models import Validation
from scenarios.services.validation import request_validation

pytestmark = pytest.mark.django_db

ROWS = [{"key": "start_unemployment", "value": 6.9, "low": None, "high": None}]


@pytest.fixture
def computed(monkeypatch):
    """Count how often the engine is asked, and answer at once."""
    times = []
    monkeypatch.setattr(validation, "computed_rows", lambda: times.append(1) or ROWS)
    return times


@pytest.fixture
def sent(monkeypatch):
    """Stand where the broker stands."""
    times = []
    monkeypatch.setattr(tasks.run_validation, "apply_async", lambda **how: times.append(how))
    return times


def asked(**fields) -> Validation:
    return Validation.objects.create(engine_version=MODEL_VERSION, **fields)


def test_a_version_is_asked_once_and_sent_once(sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert request_validation() == request_validation()
    assert len(sent) == 1
    assert Validation.objects.get().dispatched_at is not None


def test_what_was_computed_is_stored_with_its_version_and_time(computed):
    asked()
    tasks.run_validation()
    row = Validation.objects.get()
    assert (row.engine_version, row.rows) == (MODEL_VERSION, ROWS)
    assert row.is_done
    assert row.worker_seconds >= 0


def test_a_second_delivery_computes_nothing(computed):
    asked()
    tasks.run_validation()
    tasks.run_validation()
    assert len(computed) == 1


def test_a_failure_is_told_and_not_tried_for_ever(monkeypatch, sent):
    def fail():
        raise ZeroDivisionError("no unemployment at all")

    monkeypatch.setattr(validation, "computed_rows", fail)
    asked()
    tasks.run_validation()
    assert Validation.objects.get().error == "no unemployment at all"
    assert not Validation.objects.get().is_done
    assert tasks.dispatch_waiting() == 0
    assert sent == []


def test_computing_anew_replaces_what_was_there_and_takes_away_the_failure(computed):
    asked(error="no unemployment at all")
    tasks.run_validation()
    assert Validation.objects.get().error == ""
    validation.store_validation([], 2.0)
    assert Validation.objects.get().rows == []


def test_what_was_never_sent_or_was_lost_is_sent_again(sent):
    row = asked()
    assert tasks.dispatch_waiting() == 1
    assert tasks.dispatch_waiting() == 0, "it was sent a moment ago"
    Validation.objects.filter(pk=row.pk).update(dispatched_at=timezone.now() - timedelta(minutes=1))
    assert tasks.dispatch_waiting() == 1
    assert len(sent) == 2


def test_nothing_is_sent_for_another_version_or_when_it_is_done(sent):
    Validation.objects.create(engine_version="0.0.1")
    asked(computed_at=timezone.now(), rows=ROWS)
    assert tasks.dispatch_waiting() == 0


def test_without_a_broker_it_waits(monkeypatch):
    def no_broker(**_how):
        raise OperationalError

    monkeypatch.setattr(tasks.run_validation, "apply_async", no_broker)
    asked()
    assert tasks.dispatch_waiting() == 0
    assert Validation.objects.get().dispatched_at is None

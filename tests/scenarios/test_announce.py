# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Waking whoever waits for a topic, or for one of several."""

import json

import pytest

from scenarios import announce

pytestmark = pytest.mark.django_db


class Ear:
    """Stands where the broker's client stands, and remembers."""

    heard: list = []

    def __init__(self, **_options):
        self.versions = {}

    def incr(self, key):
        return self.versions.setdefault(key, 7)

    def publish(self, _channel, news):
        Ear.heard.append(json.loads(news))


@pytest.fixture
def heard(monkeypatch):
    monkeypatch.setattr(Ear, "heard", [])
    monkeypatch.setattr(announce, "Redis", Ear)
    return Ear


def test_several_topics_are_woken_one_by_one(heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        announce.announce("workshop:1 proposal:2")

    assert Ear.heard == [{"topic": "workshop:1", "version": 7}, {"topic": "proposal:2", "version": 7}]


def test_no_topic_wakes_nobody(heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as asked:
        announce.announce("")

    assert asked == []


def test_without_a_broker_nothing_breaks(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        announce.announce("workshop:1")

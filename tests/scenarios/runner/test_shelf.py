# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bands in the broker: the newest wish of a person counts, few may wait, and all of it is forgotten."""

import pytest
from kombu.transport.redis import Channel
from redis import Redis

from scenarios import tasks
from scenarios.runner import shelf
from scenarios.runner.previews import drawn_band
from scenarios.services import previews
from scenarios.services.previews import BandState, band_of
from tests.scenarios.runner.test_previews import trial


@pytest.fixture
def redis(broker, settings):
    """An empty broker."""
    settings.REDIS_URL = broker.url
    client = Redis.from_url(broker.url)
    client.flushall()
    yield client
    client.close()


@pytest.fixture
def sent(redis, monkeypatch):
    """What was handed to the workers."""
    found = []

    def send(told, **about):
        found.append((told, about))
        return True

    monkeypatch.setattr(previews, "send_band", send)
    return found


@pytest.fixture
def few(settings):
    settings.PROJECTION_DRAWS = 50


def carry_out(sent):
    """Be the worker, for everything that was sent."""
    for told, about in sent:
        tasks.draw_band(told, **about)
    sent.clear()


def test_a_band_comes_back_as_it_was_put_there(redis):
    band = drawn_band(trial(), draws=50, seed=1)
    shelf.keep("word", band)

    assert shelf.kept("word") == band
    assert shelf.kept("another") is None


def test_nothing_stays_for_ever(redis, sent, few):
    band_of(trial(), asker="fatma")
    carry_out(sent)
    band_of(trial(start_year=2020), asker="fatma")

    kept = [key for key in redis.keys("draagvlak:tried:*") if redis.ttl(key) < 0]
    assert kept == [b"draagvlak:tried:waiting"]  # a list of who waits now, emptied by time
    assert max(redis.ttl(key) for key in redis.keys("draagvlak:tried:band:*")) <= shelf.KEPT_SECONDS


def test_a_band_is_asked_once_and_is_there_when_a_worker_drew_it(sent, few):
    assert band_of(trial(), asker="fatma").state == BandState.ASKED
    assert band_of(trial(), asker="fatma").state == BandState.ASKED
    assert len(sent) == 1
    carry_out(sent)
    found = band_of(trial(), asker="fatma")

    assert found.state == BandState.THERE
    assert found.comparison.cells["unemployment", "low_educated"][0][0].change.low < 0.1
    assert sent == []


def test_what_one_person_had_drawn_is_there_for_another(sent, few):
    band_of(trial(), asker="fatma")
    carry_out(sent)

    assert band_of(trial(), asker="pieter").state == BandState.THERE


def test_a_newer_wish_takes_the_place_of_the_one_that_waits(sent, few, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        tasks, "drawn_band", lambda one, **about: drawn.append(one.start_year) or drawn_band(one, **about)
    )
    for year in (2018, 2019, 2020):
        band_of(trial(start_year=year), asker="fatma")
    carry_out(sent)

    assert drawn == [2020]
    assert band_of(trial(start_year=2020), asker="fatma").state == BandState.THERE


def test_a_wish_of_one_person_leaves_that_of_another_alone(sent, few):
    band_of(trial(start_year=2018), asker="fatma")
    band_of(trial(start_year=2019), asker="pieter")
    carry_out(sent)

    assert band_of(trial(start_year=2018), asker="x").state == BandState.THERE
    assert band_of(trial(start_year=2019), asker="x").state == BandState.THERE


def test_only_so_many_people_wait_at_a_time(sent, few):
    for person in range(3):
        assert band_of(trial(start_year=2018), asker=str(person), most_waiting=3).state == BandState.ASKED
    assert band_of(trial(start_year=2019), asker="late", most_waiting=3).state == BandState.BUSY
    assert band_of(trial(start_year=2020), asker="0", most_waiting=3).state == BandState.ASKED
    carry_out(sent)
    assert band_of(trial(start_year=2019), asker="late", most_waiting=3).state == BandState.ASKED


def test_a_worker_that_fails_leaves_nobody_waiting(sent, few, monkeypatch):
    def fail(*_, **__):
        raise MemoryError

    monkeypatch.setattr(tasks, "drawn_band", fail)
    band_of(trial(), asker="fatma")
    with pytest.raises(MemoryError):
        carry_out(sent)
    sent.clear()

    assert band_of(trial(), asker="fatma").state == BandState.ASKED
    assert len(sent) == 1


def test_what_a_dead_worker_held_is_asked_again_after_a_while(sent, few, monkeypatch):
    band_of(trial(), asker="fatma")
    sent.clear()
    monkeypatch.setattr(shelf.time, "time", lambda: 9_999_999_999.0)

    assert band_of(trial(), asker="fatma").state == BandState.ASKED
    assert len(sent) == 1


def test_a_broker_that_takes_no_messages_leaves_no_wish(redis, monkeypatch, few):
    monkeypatch.setattr(previews, "send_band", lambda *_, **__: False)

    assert band_of(trial(), asker="fatma").state == BandState.AWAY
    assert redis.zcard("draagvlak:tried:waiting") == 0


def test_without_a_broker_the_band_is_away(settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"

    assert band_of(trial(), asker="fatma").state == BandState.AWAY


def test_bands_go_in_a_queue_of_their_own(settings):
    assert settings.CELERY_TASK_ROUTES[tasks.draw_band.name] == {"queue": "tried"}
    assert {one.name for one in settings.CELERY_TASK_QUEUES} >= {"celery", "tried"}
    assert Channel.queue_order_strategy == "round_robin"  # a worker of both takes from each in turn
    assert not tasks.draw_band.acks_late  # a lost band is asked for again; it must not come back by itself

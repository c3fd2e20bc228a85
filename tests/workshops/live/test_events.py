# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open pages are told that a topic changed, and nothing else, through a real broker."""

import asyncio
import json

import pytest
from django.db import transaction
from django.test import AsyncClient, override_settings
from redis import Redis

from scenarios import announce as announcing
from scenarios.announce import CHANNEL, announce

pytestmark = pytest.mark.processes


@pytest.fixture
def site(redis_url):
    announcing._connections.cache_clear()
    with override_settings(REDIS_URL=redis_url):
        yield redis_url
    announcing._connections.cache_clear()


async def news(stream, count):
    """Return the next `count` changes of a stream."""
    found = []
    async for piece in stream:
        found += [json.loads(line[6:]) for line in piece.decode().splitlines() if line.startswith("data: ")]
        if len(found) >= count:
            return found
    return found


def change(url, topic):
    redis = Redis.from_url(url)
    version = redis.incr(f"draagvlak:version:{topic}")
    redis.publish(CHANNEL, json.dumps({"topic": topic, "version": version}))


async def open_stream(topics):
    response = await AsyncClient().get(f"/live/events/{topics}")
    assert response["Content-Type"] == "text/event-stream"
    assert response["Cache-Control"] == "no-store"
    return aiter(response.streaming_content)


def test_a_page_hears_its_own_topic_and_no_other(site):
    async def listen():
        stream = await open_stream("workshop:a")
        assert await news(stream, 1) == [{"topic": "workshop:a", "version": 0}]
        change(site, "workshop:other")
        change(site, "workshop:a")
        return await asyncio.wait_for(news(stream, 1), 5)

    assert asyncio.run(listen()) == [{"topic": "workshop:a", "version": 1}]


def test_a_page_that_connects_late_is_told_the_version_it_missed(site):
    change(site, "workshop:late")
    change(site, "workshop:late")

    async def listen():
        return await news(await open_stream("workshop:late"), 1)

    assert asyncio.run(listen()) == [{"topic": "workshop:late", "version": 2}]


@pytest.mark.django_db
def test_a_change_is_announced_once_it_is_committed(site, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        announce("workshop:committed")
        assert Redis.from_url(site).get("draagvlak:version:workshop:committed") is None

    assert Redis.from_url(site).get("draagvlak:version:workshop:committed") == b"1"


def test_without_a_broker_the_page_is_told_to_ask_instead():
    async def listen():
        return await AsyncClient().get("/live/events/workshop:a")

    response = asyncio.run(listen())

    assert (response.status_code, response["Retry-After"]) == (503, "5")

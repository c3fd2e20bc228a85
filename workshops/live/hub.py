# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One ear per process on the broker's channel, any number of open pages behind it."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Iterable

import structlog
from django.conf import settings
from redis.asyncio import Redis
from redis.exceptions import RedisError

from scenarios.announce import CHANNEL

log = structlog.get_logger(__name__)
MOST_WAITING = 100


class Hub:
    """Listens while anybody waits; when the broker goes, every stream ends and pages fall back to asking."""

    def __init__(self) -> None:
        self.waiting: dict[asyncio.Queue[str | None], frozenset[str]] = {}
        self.ear: asyncio.Task[None] | None = None
        self.hears = asyncio.Event()

    @contextlib.asynccontextmanager
    async def listening(self, topics: Iterable[str]) -> AsyncIterator[asyncio.Queue[str | None]]:
        """Give a queue of news about these topics; None says that the line is gone."""
        queue: asyncio.Queue[str | None] = asyncio.Queue(MOST_WAITING)
        self.waiting[queue] = frozenset(topics)
        try:
            if self.ear is None or self.ear.done():
                self.hears.clear()
                self.ear = asyncio.create_task(self._listen())
            await asyncio.wait_for(self.hears.wait(), timeout=2)
            yield queue
        finally:
            del self.waiting[queue]
            if not self.waiting and self.ear:
                self.ear.cancel()

    async def _listen(self) -> None:
        try:
            async with _broker() as redis, redis.pubsub(ignore_subscribe_messages=True) as ear:
                await ear.subscribe(CHANNEL)
                self.hears.set()
                async for message in ear.listen():
                    self._tell(message["data"].decode())
        except (RedisError, OSError):
            log.warning("the live channel lost its broker; open pages fall back to asking")
        finally:
            for queue in self.waiting:
                _put(queue, None)

    def _tell(self, news: str) -> None:
        topic = json.loads(news)["topic"]
        for queue, topics in self.waiting.items():
            if topic in topics:
                _put(queue, news)


def _put(queue: asyncio.Queue[str | None], news: str | None) -> None:
    """A page that is too slow to read loses its line and starts again."""
    try:
        queue.put_nowait(news)
    except asyncio.QueueFull:
        queue.get_nowait()
        queue.put_nowait(None)


def _broker() -> Redis:
    return Redis.from_url(settings.REDIS_URL, socket_connect_timeout=0.5)


async def versions_of(topics: list[str]) -> dict[str, int]:
    """Return how often each topic changed so far, so that a page that connects late sees what it missed."""
    async with _broker() as redis:
        found = await redis.mget([f"draagvlak:version:{topic}" for topic in topics])
    return {topic: int(version or 0) for topic, version in zip(topics, found, strict=True)}


_hubs: dict[int, Hub] = {}


def hub() -> Hub:
    """Return this event loop's hub."""
    return _hubs.setdefault(id(asyncio.get_running_loop()), Hub())

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Wake whoever waits for a topic: a version number over the broker's channel, nothing of the content."""

import json
from functools import cache

import structlog
from django.conf import settings
from django.db import transaction
from redis import ConnectionPool, Redis, RedisError

log = structlog.get_logger(__name__)
CHANNEL = "draagvlak:changed"


@cache
def _connections() -> ConnectionPool:
    return ConnectionPool.from_url(settings.REDIS_URL, socket_connect_timeout=0.5, socket_timeout=0.5)


def announce(topic: str) -> None:
    """Say that a topic changed, or several parted by spaces, once the change is committed.

    Without a broker pages fall back to asking.
    """
    if topic:
        transaction.on_commit(lambda: _publish(topic))


def _publish(topic: str) -> None:
    try:
        redis = Redis(connection_pool=_connections())
        for one in topic.split():
            version = redis.incr(f"draagvlak:version:{one}")
            redis.publish(CHANNEL, json.dumps({"topic": one, "version": version}))
    except (RedisError, OSError):
        log.warning("could not announce a change; open pages will ask for it", topic=topic)

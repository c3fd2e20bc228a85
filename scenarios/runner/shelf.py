# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bands of what was tried, kept in the broker for a while: nothing of it reaches the tables.

Only the newest wish of a person is carried out, and few persons wait at a time. Whoever asks is a word without meaning
elsewhere; it is forgotten within a minute.
"""

import json
import time
import zlib
from dataclasses import astuple
from functools import cache

from django.conf import settings
from redis import ConnectionPool, Redis

from scenarios.arrays.comparisons import Compared, Comparison
from scenarios.selectors.impacts import Band

KEPT_SECONDS = 900
WISH_SECONDS = 15  # after which a lost wish may be sent again
MOST_WAITING = 40
_BANDS, _WISHES, _WAITING = "draagvlak:tried:band:", "draagvlak:tried:wish:", "draagvlak:tried:waiting"


@cache
def _connections(url: str) -> ConnectionPool:
    return ConnectionPool.from_url(url, socket_connect_timeout=0.5, socket_timeout=0.5)


def _redis() -> Redis:
    return Redis(connection_pool=_connections(settings.REDIS_URL))


def kept(digest: str) -> Comparison | None:
    """Return the band of a trial, when a worker put it there."""
    found = _redis().get(_BANDS + digest)
    return unpacked(found) if isinstance(found, bytes) else None


def keep(digest: str, comparison: Comparison) -> None:
    """Put a band there for whoever asks for the same."""
    _redis().set(_BANDS + digest, packed(comparison), ex=KEPT_SECONDS)


def wish(asker: str, digest: str, *, most: int = MOST_WAITING) -> bool | None:
    """Make this somebody's newest wish: true when it must be sent, false when it waits already, none when too many do."""
    redis, now = _redis(), time.time()
    with redis.pipeline() as together:
        together.zremrangebyscore(_WAITING, 0, now - WISH_SECONDS)
        together.zscore(_WAITING, asker)
        together.zcard(_WAITING)
        together.get(_WISHES + asker)
        _, since, waiting, newest = together.execute()
    if since is None and waiting >= most:
        return None
    if since is not None and newest == digest.encode():
        return False
    with redis.pipeline() as together:
        together.set(_WISHES + asker, digest, ex=WISH_SECONDS)
        together.zadd(_WAITING, {asker: now})
        together.execute()
    return True


def is_wished(asker: str, digest: str) -> bool:
    """Whether this is still somebody's newest wish."""
    return _redis().get(_WISHES + asker) == digest.encode()


def forget_wish(asker: str) -> None:
    """Somebody waits no longer."""
    redis = _redis()
    redis.zrem(_WAITING, asker)
    redis.delete(_WISHES + asker)


def packed(comparison: Comparison) -> bytes:
    """Write a comparison as bytes."""
    cells = {" ".join(key): [[astuple(one) for one in row] for row in rows] for key, rows in comparison.cells.items()}
    return zlib.compress(json.dumps([comparison.implausible, cells]).encode(), level=1)


def unpacked(found: bytes) -> Comparison:
    """Read it back."""
    implausible, cells = json.loads(zlib.decompress(found))
    return Comparison(
        {
            (outcome, group): tuple(
                tuple(Compared(Band(*level), Band(*change), *rest) for level, change, *rest in row) for row in rows
            )
            for key, rows in cells.items()
            for outcome, group in [key.split(" ")]
        },
        implausible,
    )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The stream that pages keep open."""

import asyncio
import json
from collections.abc import AsyncIterator
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from redis.exceptions import RedisError

from workshops.live.hub import hub, versions_of

HEARTBEAT = 15.0
MOST_TOPICS = 40


async def events(request: HttpRequest, topics: str) -> HttpResponse | StreamingHttpResponse:  # noqa: ARG001
    """Stream the versions of some topics: nothing of the content, so nothing to be allowed to see."""
    wanted = topics.split(",")[:MOST_TOPICS]
    try:
        known = await versions_of(wanted)
    except (RedisError, OSError):
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "5"})
    return StreamingHttpResponse(
        _stream(known),
        content_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _stream(known: dict[str, int]) -> AsyncIterator[str]:
    yield "retry: 2000\n\n"
    try:
        async with hub().listening(known) as queue:
            for topic, version in known.items():
                yield _changed(json.dumps({"topic": topic, "version": version}))
            while True:
                try:
                    news = await asyncio.wait_for(queue.get(), HEARTBEAT)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if news is None:
                    return
                yield _changed(news)
    except TimeoutError:
        return


def _changed(news: str) -> str:
    return f"event: changed\ndata: {news}\n\n"

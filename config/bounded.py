# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How many requests are let into Django's threads at a time, where one process serves everything."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Application = Callable[..., Awaitable[None]]
LIVE = "/live/"


class AtMost:
    """Let a bounded number of requests into Django's threads at a time; open live streams do not count."""

    def __init__(self, application: Application, requests: int) -> None:
        self.application = application
        self.places = asyncio.Semaphore(requests)

    async def __call__(self, scope: dict[str, Any], receive: Application, send: Application) -> None:
        """Hand the request on once there is a place for it."""
        if scope.get("path", "").startswith(LIVE):
            await self.application(scope, receive, send)
            return
        async with self.places:
            await self.application(scope, receive, send)

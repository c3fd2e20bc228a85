# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ASGI entry point: everything on one machine, or only the live channel behind a proxy."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import Any

from django.core.asgi import get_asgi_application

from config import env

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


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
application = AtMost(get_asgi_application(), requests=env.number("ASGI_THREADS", default=12, low=1, high=200))

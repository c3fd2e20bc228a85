# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Requests wait for a place; open live streams take none."""

import asyncio

from config.bounded import AtMost


class Slow:
    """An application that answers when it is let go, and counts how many are inside."""

    def __init__(self):
        self.inside = self.most = 0
        self.go = asyncio.Event()

    async def __call__(self, *_):
        self.inside += 1
        self.most = max(self.most, self.inside)
        await self.go.wait()
        self.inside -= 1


def most_inside(path, requests):
    """Return how many of these requests were inside at once, with places for three."""

    async def walk():
        slow = Slow()
        application = AtMost(slow, requests=3)
        waiting = [
            asyncio.create_task(application({"type": "http", "path": path}, None, None)) for _ in range(requests)
        ]
        await asyncio.sleep(0.01)
        slow.go.set()
        await asyncio.gather(*waiting)
        return slow.most

    return asyncio.run(walk())


def test_no_more_requests_are_inside_than_there_are_places():
    assert most_inside("/workshops/", requests=10) == 3


def test_live_streams_take_no_place():
    assert most_inside("/live/events/a", requests=10) == 10

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open pages that follow the turnout as a browser does: woken by the stream, asking for the piece, one question at a time.

Each is the facilitator's page: the only one on which every single ballot can be counted, and the dearest to draw.
"""

import asyncio
import random
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

PIECE = "/workshops/robotsamenleving/turnout/now?seats"
ANSWERS = re.compile(r"(\d+) of \d+ answers")


@dataclass
class Watched:
    """What the pages showed: when each page first showed so many ballots."""

    pages: int
    looks: list[tuple[int, int, float]] = field(default_factory=list)  # page, ballots shown, at
    asked: int = 0
    failed: int = 0
    lines: int = 0

    def delays(self, cast: list[tuple[float, float]], before: int) -> list[float]:
        """Return, for every page and ballot, the seconds from voting until the page showed it.

        `cast` has when each ballot was sent and when it was acknowledged; ballots are counted in the order of the latter.
        """
        sent = [begun for begun, _end in sorted(cast, key=lambda one: one[1])]
        found = []
        for page in range(self.pages):
            shown = 0
            for _page, ballots, at in sorted(one for one in self.looks if one[0] == page):
                found += [max(0.0, at - sent[place]) for place in range(shown, min(ballots - before, len(sent)))]
                shown = max(shown, ballots - before)
        return found


@contextmanager
def watching(port: int, cookie: str, topic: str, pages: int) -> Iterator[Watched]:
    """Keep so many pages open."""
    watched, loop = Watched(pages), asyncio.new_event_loop()
    over = asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(_watch(port, cookie, topic, watched, over),))
    thread.start()
    begun = time.perf_counter()
    while watched.lines < pages and time.perf_counter() < begun + 30:
        time.sleep(0.1)
    try:
        yield watched
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


async def _watch(port: int, cookie: str, topic: str, watched: Watched, over: asyncio.Event) -> None:
    pages = [_Page(port, cookie, topic, number, watched) for number in range(watched.pages)]
    tasks = [asyncio.create_task(act()) for page in pages for act in (page.listen, page.follow)]
    await over.wait()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class _Page:
    def __init__(self, port: int, cookie: str, topic: str, number: int, watched: Watched) -> None:
        self.port, self.topic, self.number, self.watched = port, topic, number, watched
        self.headers = f"Host: 127.0.0.1\r\nCookie: sessionid={cookie}\r\nAccept-Language: en\r\n"
        self.tag = ""
        self.news = asyncio.Event()
        self.line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def listen(self) -> None:
        """Keep the stream open, and open it again when it breaks."""
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.write(f"GET /live/events/{self.topic} HTTP/1.1\r\n{self.headers}\r\n".encode())
                self.watched.lines += 1
                while told := await reader.readline():
                    if told.startswith(b"data:"):
                        self.news.set()
                writer.close()
            except OSError:
                pass
            self.news.set()  # what was missed is asked for
            await asyncio.sleep(2 * random.random())  # noqa: S311 -- no secret

    async def follow(self) -> None:
        """Ask for the piece at news: at most one question under way, news meanwhile asks once more."""
        while True:
            await self.news.wait()
            self.news.clear()
            try:
                await self._ask()
            except (OSError, asyncio.IncompleteReadError, ValueError):
                self.watched.failed += 1
                self.line = None
                self.news.set()
                await asyncio.sleep(1)

    async def _ask(self) -> None:
        if self.line is None:
            self.line = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.line
        known = f"If-None-Match: {self.tag}\r\n" if self.tag else ""
        writer.write(f"GET {PIECE} HTTP/1.1\r\n{self.headers}{known}\r\n".encode())
        status = int((await reader.readline()).split()[1])
        headers = {}
        while (told := (await reader.readline()).decode().strip()) != "":
            name, _colon, value = told.partition(":")
            headers[name.lower()] = value.strip()
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        self.watched.asked += 1
        if status == HTTPStatus.OK:
            self.tag = headers.get("etag", "")
            ballots = sum(int(number) for number in ANSWERS.findall(body.decode()))
            self.watched.looks.append((self.number, ballots, time.perf_counter()))
        elif status != HTTPStatus.NOT_MODIFIED:
            raise ValueError(status)

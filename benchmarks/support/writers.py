# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""People who type in one text at the same time, as the editor in a browser does: send, be woken, ask what is new."""

import base64
import http.client
import json
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from pycrdt import Doc, Text

from scenarios.texts.shared import NAME, clocks_in
from tests.servers.installation import Installation

SECTION = "/workshops/robotsamenleving/scenarios/displacement/draft/story/updates"
SET_UP = """
import json
from django.test import Client
from django.utils import timezone
from workshops.models import DraftSection, Mandate, Workshop
from workshops.selectors.people import standing_of
from workshops.services.writing.opening import give_pen, set_joint

workshop = Workshop.objects.get(slug="robotsamenleving")
section = DraftSection.objects.select_related("draft__place__workshop", "draft__penholder", "document").get(
    draft__place__workshop=workshop, draft__place__scenario__key="displacement", part="story"
)
who = standing_of(section.draft.penholder, workshop, day=timezone.localdate())
set_joint(who=who, section=section, is_joint=True)
cookies = []
for row in Mandate.objects.filter(seat__constituency__workshop=workshop, holding="member").select_related("person")[:HOW_MANY]:
    client = Client()
    client.force_login(row.person)
    cookies.append(client.cookies["sessionid"].value)
print("FOUND" + json.dumps({"cookies": cookies, "topic": section.document.topic}))
"""


@dataclass
class Typed:
    """When each word was typed, and when each of the others had it."""

    typed: dict[str, float] = field(default_factory=dict)
    seen: dict[tuple[str, int], float] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def delays(self) -> list[float]:
        """Return the seconds from typing until another sees it, for every word and every other."""
        return [at - self.typed[word] for (word, _who), at in self.seen.items()]


class Writer:
    """One browser: a text of its own, a stream that wakes it, and a line to the site."""

    def __init__(self, site: Installation, number: int, cookie: str, topic: str, typed: Typed) -> None:
        self.site, self.number, self.topic, self.typed = site, number, topic, typed
        self.headers = {
            "Host": "127.0.0.1",
            "Cookie": f"sessionid={cookie}; csrftoken={'c' * 32}",
            "X-CSRFToken": "c" * 32,
            "Accept-Language": "en",
        }
        self.doc: Doc[Any] = Doc()
        self.text = self.doc.get(NAME, type=Text)
        self.lock = threading.Lock()
        self.since, self.epoch, self.known = -1, 0, set[str]()
        self.news = threading.Event()
        self.is_over = threading.Event()

    def begin(self) -> None:
        """Fetch the text and open the stream."""
        self.fetch()
        for act in (self._listen, self._follow):
            threading.Thread(target=act, daemon=True).start()

    def type(self, word: str) -> None:
        """Put a word at the end of the text, and send it."""
        with self.lock:
            before = self.doc.get_state()
            self.text.insert(len(str(self.text).encode()), f" {word}")
            update, after = self.doc.get_update(before), clocks_in(self.doc.get_state())
            self.typed.typed[word] = time.perf_counter()
        client = self.doc.client_id
        sent = {
            "key": str(uuid4()),
            "epoch": self.epoch,
            "data": base64.b64encode(update).decode(),
            "client": client,
            "clock": after.get(client, 0),
        }
        status, told = self._ask("POST", SECTION, json.dumps(sent))
        if status != http.HTTPStatus.OK:
            self.typed.refused.append(f"{status} {told[:200]}")

    def fetch(self) -> None:
        """Ask what is new since what one has, and note which words that brought."""
        status, told = self._ask("GET", f"{SECTION}?since={self.since}")
        if status != http.HTTPStatus.OK:
            self.typed.refused.append(f"{status} {told[:200]}")
            return
        news = json.loads(told)
        with self.lock:
            for update in news["updates"]:
                self.doc.apply_update(base64.b64decode(update))
            self.since, self.epoch = news["number"], news["epoch"]
            at, words = time.perf_counter(), set(str(self.text).split())
            for word in (words - self.known) & self.typed.typed.keys():
                if not word.startswith(f"w{self.number}x"):
                    self.typed.seen.setdefault((word, self.number), at)
            self.known = words

    def _listen(self) -> None:
        while not self.is_over.is_set():
            try:
                with closing(http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)) as line:
                    line.request("GET", f"/live/events/{self.topic}", headers=self.headers)
                    stream = line.getresponse()
                    while not self.is_over.is_set() and (told := stream.readline()):
                        if told.startswith(b"data:"):
                            self.news.set()
            except (OSError, http.client.HTTPException):
                time.sleep(0.5)

    def _follow(self) -> None:
        while not self.is_over.is_set():
            if self.news.wait(0.5):
                self.news.clear()
                self.fetch()

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)) as line:
            line.request(method, path, body, self.headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode()


def write_together(site: Installation, found: dict[str, Any], *, words: int, apart: float) -> Typed:
    """Have everybody type so many words, one every so many seconds, each at a moment of their own."""
    typed = Typed()
    writers = [Writer(site, at, cookie, found["topic"], typed) for at, cookie in enumerate(found["cookies"])]
    for one in writers:
        one.begin()
    time.sleep(2)

    def write(one: Writer) -> None:
        time.sleep(apart * one.number / len(writers))
        for at in range(words):
            begun = time.perf_counter()
            one.type(f"w{one.number}x{at}")
            time.sleep(max(0.0, apart - (time.perf_counter() - begun)))

    hands = [threading.Thread(target=write, args=(one,)) for one in writers]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    time.sleep(5)
    for one in writers:
        one.is_over.set()
    return typed

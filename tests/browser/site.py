# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One running site for all these tests: the worked example, brought from step to step by its own people."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from playwright.sync_api import Browser

from tests.browser.somebody import Somebody
from tests.servers.installation import Installation
from tests.servers.waiting import wait_for

WORKSHOP = "/workshops/robotsamenleving/"
SEND = "main form button[class*=primary]"
CHOSEN = range(1, 9)
COMPUTED, PARTLY, JUDGED, OWN, WITHDRAWN = 1, 3, 7, 13, 14  # numbers of proposals; the last two are made here
PROPOSAL = {
    "summary": "Kort.",
    "reasons": "Daarom.",
    "addresses_kind": "bottleneck",
    "addresses": "Een knelpunt.",
    "level": "both",
    "start_year": "2022",
}


class Step(StrEnum):
    """Where the workshop stands: no page exists in all three."""

    COMPARING = "comparing"  # a round is prepared, the agreements are not locked
    READY = "ready"  # they are locked
    VOTING = "voting"  # the round is open


class Site:
    """An installation in which somebody of every role can be had, in every step of the workshop."""

    def __init__(self, browser: Browser, installation: Installation) -> None:
        self.browser = browser
        self.installation = installation
        self.password = (installation.var_dir / "demo_password").read_text(encoding="utf-8").strip()
        self.cookies: dict[str, Any] = {}
        self.readers: dict[tuple[str, str], Somebody] = {}
        wait_for(self._is_computed, "the figures of the worked example")
        self._add_what_the_example_lacks()
        self._prepare()
        self.step = Step.COMPARING

    @contextmanager
    def visited_by(self, name: str, **how: Any) -> Iterator[Somebody]:
        """Lend somebody at a browser of their own, signed in unless the name is empty."""
        one = self._somebody(name, **how)
        yield one
        one.leave()

    @contextmanager
    def read_by(self, name: str, language: str) -> Iterator[Somebody]:
        """Lend somebody who only looks: at the same browser every time, since opening one takes longer than a look."""
        if (name, language) not in self.readers:
            self.readers[name, language] = self._somebody(name, language=language)
        one = self.readers[name, language]
        yield one
        one.look_away()

    def close(self) -> None:
        """Let the readers leave."""
        for one in self.readers.values():
            one.leave()

    def _somebody(self, name: str, **how: Any) -> Somebody:
        if name and name not in self.cookies:
            with self.visited_by("") as one:
                one.sign_in(name, self.password)
                self.cookies[name] = one.context.storage_state()
        return Somebody(self.browser, self.installation.address, cookies=self.cookies.get(name), **how)

    def first(self, question: str) -> str:
        """Return the first value that the database answers."""
        return str(self.installation.ask_database(question)[0][0])

    def bring_to(self, step: Step) -> None:
        """Let the facilitator go there, from wherever the workshop stands."""
        if step == self.step:
            return
        with self.visited_by("joost") as joost:
            if self.step == Step.VOTING:
                send(joost, "round/close/")
                send(joost, "phase/", phase="comparing")
            if step == Step.COMPARING:
                send(joost, "agreements/change/", frame_year=str(2030 + self._versions()))
            if self.step == Step.COMPARING:
                send(joost, "agreements/lock/")
            if step == Step.VOTING:
                send(joost, "round/open/")
        if self.step == Step.VOTING:
            self._prepare()
        self.step = step

    def _prepare(self) -> None:
        """Choose the first eight proposals."""
        with self.visited_by("joost") as joost:
            joost.open(f"{WORKSHOP}agenda/")
            for box in joost.find("input[name^=choose-]").all():
                box.set_checked(int(box.get_attribute("name").removeprefix("choose-")) in CHOSEN)
            for reason in joost.find("textarea[name^=reason-]:visible").all():
                reason.fill("Komt later.")
            joost.find(SEND).click()
            joost.page.wait_for_url("**/round/open/")

    def _add_what_the_example_lacks(self) -> None:
        """Put a report there, an unread example, a proposal nobody judged yet and one that was withdrawn."""
        with self.visited_by("hanna") as hanna:
            send(hanna, "report/")
        with self.visited_by("pieter") as pieter:
            words = {"title": "Een kapper zonder spiegel", "sector": "Kappers", "cope": "Wachten.", "prepare": "Leren."}
            send(pieter, "practice/tell/", told_by="firm", consent="on", **words)
        with self.visited_by("fatma") as fatma:
            for number in (OWN, WITHDRAWN):
                fill_in(
                    fatma, "proposals/new/?from=beyond", **PROPOSAL, title=f"Een voorstel dat nummer {number} krijgt"
                )
                fatma.find("button[value=check]").click()
                fatma.find("button[value=submit]").click()
                fatma.page.wait_for_url(f"**/proposals/{number}/")
            fatma.open(f"{WORKSHOP}proposals/{WITHDRAWN}/withdraw/")
            fatma.find("main form button").click()
            fatma.page.wait_for_url(f"**/proposals/{WITHDRAWN}/")

    def _versions(self) -> int:
        return int(self.first("SELECT COUNT(*) FROM workshops_agreements"))

    def _is_computed(self) -> bool:
        return self.first("SELECT COUNT(*) FROM scenarios_projection WHERE state <> 'done'") == "0"


def fill_in(somebody: Somebody, page: str, **fields: str) -> None:
    """Open a page and fill in its form: a radio or box by its value, anything else by typing."""
    somebody.open(f"{WORKSHOP}{page}")
    for name, value in fields.items():
        choice = somebody.find(f"main input[name={name}][value='{value}'], main input[type=checkbox][name={name}]")
        if choice.count():
            choice.check()
        else:
            somebody.find(f"main [name={name}]").fill(value)


def send(somebody: Somebody, page: str, **fields: str) -> None:
    """Fill in a form and send it; fail when it comes back."""
    fill_in(somebody, page, **fields)
    with somebody.page.expect_navigation():
        somebody.find(SEND).first.click()
    assert not somebody.find(".error-summary, .utrecht-alert--error").count(), somebody.find("main").inner_text()

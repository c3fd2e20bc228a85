# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The people of the worked example who carry the story, each at a browser of their own."""

from playwright.sync_api import Browser

from tests.browser.somebody import Somebody
from tests.servers.installation import Installation

WORKSHOP = "/workshops/robotsamenleving/"
SCENARIOS = ("trend", "displacement", "together", "stagnation")


class Council:
    """Whoever is asked for comes in and signs in; at the end everybody leaves."""

    def __init__(self, browser: Browser, installation: Installation) -> None:
        self.browser = browser
        self.installation = installation
        self.password = (installation.var_dir / "demo_password").read_text(encoding="utf-8").strip()
        self.present: dict[str, Somebody] = {}

    def visitor(self) -> Somebody:
        """Return somebody who is not signed in."""
        return self._come_in("visitor")

    def english_visitor(self) -> Somebody:
        """Return somebody who is not signed in and reads English."""
        return self._come_in("visitor in English", language="en")

    def member(self, name: str) -> Somebody:
        """Return somebody who is signed in."""
        if name not in self.present:
            self._come_in(name).sign_in(name, self.password)
        return self.present[name]

    def without_scripts(self, name: str) -> Somebody:
        """Return the same person, signed in, at a second browser that runs no scripts."""
        cookies = self.member(name).context.storage_state()
        return self._come_in(f"{name} without scripts", scripts=False, cookies=cookies)

    def _come_in(self, who: str, **how: object) -> Somebody:
        if who not in self.present:
            self.present[who] = Somebody(self.browser, self.installation.address, **how)
        return self.present[who]

    def leave(self) -> None:
        """Close every browser; each fails when something went wrong on its pages."""
        for one in self.present.values():
            one.leave()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody at a browser of their own: opens pages, signs in, and keeps pictures of what they saw."""

import os
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Locator, expect

from tests.browser.watch import Watch
from tests.servers.waiting import PATIENCE

PICTURES = Path(os.environ.get("SCREENSHOTS", settings.BASE_DIR / "test-results"))
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
LAPTOP = {"width": 1280, "height": 900}
expect.set_options(timeout=PATIENCE * 1000)


class Somebody:
    """A browser context with one page; nothing that goes wrong on it stays unseen."""

    taken = count(1)

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        language: str = "nl",
        scripts: bool = True,
        cookies: Mapping | None = None,
    ) -> None:
        self.address = address
        self.context = browser.new_context(
            locale=LANGUAGES[language],
            timezone_id="Europe/Amsterdam",
            viewport=LAPTOP,
            java_script_enabled=scripts,
            storage_state=cookies,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE * 1000)
        self.page = self.context.new_page()
        self.watch = Watch(self.page, address)

    def open(self, path: str, status: int = 200) -> None:
        """Type an address."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.status == status, f"{path} answers {answer.status}"

    def sign_in(self, name: str, password: str) -> None:
        """Choose one of the invented people, and sign in as them."""
        self.open("/accounts/login/")
        form = self.page.locator("form", has=self.page.locator("#example-password"))
        form.locator(f"input[name=username][value='{name}']").check()
        form.locator("#example-password").fill(password)
        form.locator("button").click()
        expect(self.page.locator(".self details.menu")).to_be_visible()

    def find(self, selector: str, **which: Any) -> Locator:
        """Return what there is of it on the page."""
        return self.page.locator(selector, **which)

    def follow(self, selector: str, leads_to: str) -> None:
        """Press a link or button, and be where it should lead."""
        self.find(selector).first.click()
        self.page.wait_for_url(f"**{leads_to}")

    def path(self) -> str:
        """Return where this person is."""
        return self.page.url.removeprefix(self.address)

    def take_picture(self, name: str) -> None:
        """Keep the whole page as it looks now."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.mouse.wheel(0, -100_000)
        self.page.screenshot(path=PICTURES / f"{next(self.taken):02}-{name}.png", full_page=True)

    def look_away(self) -> None:
        """Put the browser back as it was, and fail when anything went wrong on a page since the last time."""
        self.page.goto("about:blank")
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(LAPTOP)
        wrong = self.watch.told()
        assert not wrong, wrong

    def leave(self) -> None:
        """Close the browser, and fail when anything went wrong on any page."""
        self.context.close()
        wrong = self.watch.told()
        assert not wrong, wrong

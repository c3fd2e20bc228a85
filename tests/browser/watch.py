# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a page does besides showing itself: whom it talks to, what it complains of, what it is allowed to do."""

from playwright.sync_api import ConsoleMessage, Page, Request, Response

COMPLAINTS = {"error", "warning"}


class Watch:
    """Keeps everything that should not have happened on a page, in words."""

    def __init__(self, page: Page, address: str) -> None:
        self.address = address
        self.wrong: list[str] = []
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("console", self._complained)
        page.on("pageerror", lambda error: self.wrong.append(f"a script failed: {error}"))

    def told(self) -> str:
        """Return what went wrong since this was asked before."""
        words = "\n".join(self.wrong)
        self.wrong.clear()
        return words

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(f"{self.address}/"):
            self.wrong.append(f"asked somebody else: {request.url}")

    def _answered(self, response: Response) -> None:
        """Hold the policy of every page to what it must be."""
        if not response.headers.get("content-type", "").startswith("text/html"):
            return
        policy = response.headers.get("content-security-policy", "")
        if "default-src 'none'" not in policy or "unsafe-" in policy:
            self.wrong.append(f"{response.url} has the policy {policy!r}")

    def _complained(self, message: ConsoleMessage) -> None:
        """Leave out that a page, or an answer to it, was refused: the browser writes that down for every such status."""
        refused = (message.page.url, f"{self.address}/workshops/robotsamenleving/try/answer/?")
        is_refusal = "Failed to load resource" in message.text and message.location["url"].startswith(refused)
        if message.type in COMPLAINTS and not is_refusal:
            self.wrong.append(f"{message.page.url} complained: {message.text}")

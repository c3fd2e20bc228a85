# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody at a browser without scripts: keeps cookies, and sends forms back as they were served."""

import re
from collections.abc import Callable, Mapping
from contextlib import closing
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode

HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"')
FORM = "application/x-www-form-urlencoded"


class Person:
    """Asks an installation for pages over a connection that `line` makes."""

    def __init__(self, line: Callable[[str], HTTPConnection], host: str = "127.0.0.1") -> None:
        self.line = line
        self.host = host
        self.cookies: dict[str, str] = {}
        self.hidden: dict[str, str] = {}

    def get(self, path: str) -> tuple[int, str]:
        """Open a page."""
        return self._ask("GET", path)

    def send(self, path: str, fields: Mapping[str, str]) -> tuple[int, str]:
        """Send the form of the page that was last opened, and follow where it leads."""
        return self._ask("POST", path, urlencode({**self.hidden, **fields}))

    def sign_in(self, name: str, password: str) -> None:
        """Sign in by name and password."""
        self.get("/accounts/login/")
        self.send("/accounts/login/", {"username": name, "password": password})
        assert "sessionid" in self.cookies, f"{name} could not sign in"

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Host": self.host, "Accept-Language": "en", "Cookie": self._cookies()}
        if body is not None:
            headers["Content-Type"] = FORM
        with closing(self.line(path)) as line:
            line.request(method, path, body, headers)
            answer = line.getresponse()
            text = answer.read().decode()
        for baked in answer.headers.get_all("Set-Cookie") or []:
            self.cookies.update({name: one.value for name, one in SimpleCookie(baked).items()})
        if answer.status in {302, 303}:
            return self._ask("GET", answer.headers["Location"])
        self.hidden = dict(HIDDEN.findall(text))
        return answer.status, text

    def _cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

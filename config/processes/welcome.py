# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is said when everything is up: the address, and how to sign in as each person of the worked example."""

import json
import urllib.error
import urllib.request

from django.conf import settings
from django.contrib.auth import get_user_model

SECONDS = 3


def page_answers(address: str) -> bool:
    """Whether the site answers at all."""
    return _get(f"{address}/healthz") is not None


def what_is_missing(address: str) -> list[str]:
    """Return what the site says it lacks: nothing when broker and worker are there too."""
    answer = _get(f"{address}/readyz")
    if answer is None:
        return ["The site does not answer."]
    words: list[str] = json.loads(answer).get("words", [])
    return words


def _get(url: str) -> bytes | None:
    request = urllib.request.Request(url, headers={"Host": "localhost", "Accept-Language": "en"})  # noqa: S310 -- our own http address
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 -- the same
            body: bytes = answer.read()
            return body
    except (urllib.error.URLError, OSError):
        return None


def how_to_sign_in(address: str) -> list[str]:
    """Return the lines that say how each invented person of the worked example signs in."""
    people = (
        get_user_model()
        .objects.filter(is_fictional=True, is_active=True)
        .order_by("pk")
        .values_list("username", "name")
    )
    if not settings.DEMO or not people:
        return []
    width = max(len(username) for username, _ in people)
    return [
        f"Sign in at {address}/accounts/login/ as any of these invented people, password {settings.DEMO_PASSWORD}",
        *(f"  {username:<{width}}  {name}" for username, name in people),
    ]

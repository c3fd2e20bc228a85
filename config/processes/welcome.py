# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is said when everything is up: the address, and how to sign in as each person of the worked example."""

import json
import urllib.error
import urllib.request

from django.conf import settings
from django.utils.translation import override

from workshops.selectors.people import example_people

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
    """Return the lines that say how the invented people of the worked example sign in."""
    with override("en"):
        people = example_people() if settings.DEMO else []
    if not people:
        return []
    width = max(len(person.username) for person in people)
    return [
        f"Sign in at {address}/accounts/login/ as one of these invented people, password {settings.DEMO_PASSWORD}",
        *(f"  {person.username:<{width}}  {person.name}, {person.role}" for person in people),
    ]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody's program that speaks to the API."""

from typing import Any

from django.test import Client

from workshops.models import User
from workshops.services.tokens import create_token

BASE = "/api/v1/"


class Caller:
    """Speaks JSON with the token of a person, or with none."""

    def __init__(self, person: User | None = None, *, language: str = "en") -> None:
        headers = {"accept-language": language}
        if person is not None:
            headers["authorization"] = f"Bearer {create_token(person=person)}"
        self.client = Client(headers=headers, raise_request_exception=False)

    def get(self, path: str, **asked: object) -> Any:
        return self.client.get(BASE + path, asked)

    def post(self, path: str, body: object) -> Any:
        return self.client.post(BASE + path, body, content_type="application/json")

    def put(self, path: str, body: object) -> Any:
        return self.client.put(BASE + path, body, content_type="application/json")

    def delete(self, path: str) -> Any:
        return self.client.delete(BASE + path)

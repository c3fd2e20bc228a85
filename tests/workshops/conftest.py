# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What tests of acts and pages share: the language of the messages, and a browser of somebody."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.utils import translation

from workshops.models import User

Opened = Callable[..., Client]


@pytest.fixture
def in_english() -> Iterator[None]:
    """Messages as they stand in the code, whatever the catalogues say."""
    with translation.override("en"):
        yield


@pytest.fixture
def opened_by() -> Opened:
    """Open the site as somebody, or as a stranger, in English unless told otherwise."""

    def opened(person: User | None = None, language: str = "en") -> Client:
        client = Client(headers={"accept-language": language})
        if person is not None:
            client.force_login(person)
        return client

    return opened

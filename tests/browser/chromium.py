# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The browser itself, for as long as one folder of tests needs it."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="package")
def chromium(browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """A running browser; not the plugin's own, whose event loop would stand in the way of every later test."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_type_launch_args)
        yield browser
        browser.close()

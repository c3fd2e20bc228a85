# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the stories need: a whole installation in a folder of its own, and a browser."""

import sys
from pathlib import Path

import pytest

from tests.browser.chromium import chromium  # noqa: F401 -- a fixture for every story
from tests.servers.installation import Installation

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Mark all of this folder, and keep a story on one worker."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.processes)
            item.add_marker(pytest.mark.xdist_group("journeys"))
            item.add_marker(pytest.mark.skipif(sys.platform != "linux", reason="finds processes by /proc"))


@pytest.fixture(scope="package")
def installation(chromium_path, tmp_path_factory):
    with Installation(tmp_path_factory.mktemp("journey")) as running:
        yield running

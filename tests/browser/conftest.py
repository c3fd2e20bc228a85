# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the browser tests need: one running site, and a browser."""

import sys
from pathlib import Path

import pytest

from tests.browser.chromium import chromium  # noqa: F401 -- a fixture for every test here
from tests.browser.site import Site
from tests.servers.installation import Installation

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Mark all of this folder, and keep it on one worker: that starts one site."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(pytest.mark.skipif(sys.platform != "linux", reason="finds processes by /proc"))


@pytest.fixture(scope="package")
def site(chromium, tmp_path_factory):  # noqa: F811 -- pytest hands fixtures in by name
    with Installation(tmp_path_factory.mktemp("browser")) as installation:
        running = Site(chromium, installation)
        yield running
        running.close()

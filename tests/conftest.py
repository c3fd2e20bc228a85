# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every test may ask for: real servers and a browser, where the machine has them."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import blocking_manager_key

from config.processes.broker import find_server
from scenarios.models import frozen
from tests.factories.example import example  # noqa: F401 -- a fixture for every test
from tests.servers import legs, postgres
from tests.servers.broker import Broker

NO_TALK_OF_ITS_OWN = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

hypothesis_settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("busy")  # a busy machine is no fault of the code


@pytest.fixture(autouse=True)
def in_the_language_of_the_site() -> Iterator[None]:
    """Begin every test in the site's own language, whatever page in which language was asked for before it."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.activate(settings.LANGUAGE_CODE)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what only PostgreSQL can do to the run that has it; that run leaves what asks no database to the other."""
    is_postgres = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    others = [
        item
        for item in items
        if (is_postgres and not (item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ())))
        or (not is_postgres and item.get_closest_marker("postgres"))
    ]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in others]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database of our own."""
    if postgres.binaries() is None:
        legs.missing("A PostgreSQL server", postgres.HOW_TO_GET_IT)
    with postgres.running() as url:
        yield url


@pytest.fixture(scope="module")
def broker() -> Iterator[Broker]:
    """A real message broker that a test may stop and start."""
    try:
        server = find_server("")
    except CommandError:
        legs.missing("A Redis or Valkey server", "Debian: apt-get install redis-server")
    with Broker(server) as running:
        yield running


@pytest.fixture(scope="module")
def redis_url(broker: Broker) -> str:
    """The address of that broker."""
    return broker.url


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser of this machine."""
    return next(filter(None, map(shutil.which, BROWSERS)), None) or legs.missing(
        "Chromium", "Debian: apt-get install chromium"
    )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium_path: str) -> dict[str, Any]:
    """Use that browser: it talks to nobody but the site, and root may start it."""
    arguments = [*NO_TALK_OF_ITS_OWN, "--no-sandbox", "--disable-gpu", "--disable-quic"]
    return {**browser_type_launch_args, "executable_path": chromium_path, "args": arguments}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test in real transactions empties the tables afterwards: only then do the frozen ones let go."""
    if not is_transactional(item):
        return (yield)
    with item.config.stash[blocking_manager_key].unblock():
        with connection.schema_editor() as editor:
            for table in frozen.ALL:
                table.thaw(None, editor)
        try:
            return (yield)
        finally:
            if nextitem is not None:  # after the last test the database itself is gone
                with connection.schema_editor() as editor:
                    for table in frozen.ALL:
                        table.freeze(None, editor)


def is_transactional(item: pytest.Item) -> bool:
    """Say whether a test's database work is committed."""
    marker = item.get_closest_marker("django_db")
    asked = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or bool(marker and marker.kwargs.get("transaction"))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What tests of the API share: a world to ask about, and who asks."""

import copy
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.api.caller import Caller
from tests.api.world import World, laid_out


@pytest.fixture(scope="module")
def world_of_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """A public workshop with something of everything, laid out once for all tests of a module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield laid_out()
        transaction.set_rollback(True)


@pytest.fixture
def world(world_of_module: World, db: None) -> World:
    """The same for each test: what another one changed, in the database or in its hands, is undone."""
    return copy.deepcopy(world_of_module)


@pytest.fixture
def stranger(db: None) -> Caller:
    """A program without a token."""
    return Caller()


@pytest.fixture
def delegate(world: World) -> Caller:
    """A program of who holds the first seat of the workers."""
    return Caller(world.table.member("workers"))


@pytest.fixture
def secretary(world: World) -> Caller:
    """A program of the secretariat."""
    return Caller(world.table.secretary)


@pytest.fixture
def in_silence() -> Iterator[None]:
    """Some ten thousand refusals need not be told in the logs."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What tests of the API share: a world to ask about, and who asks."""

import pytest

from tests.api.caller import Caller
from tests.api.world import World, laid_out


@pytest.fixture
def world(db: None) -> World:
    """A public workshop with something of everything."""
    return laid_out()


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

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import doctest
import importlib
import pkgutil

import pytest

import engine

ROOMS = [module.name for module in pkgutil.walk_packages(engine.__path__, "engine.")]


@pytest.mark.parametrize("room", ROOMS)
def test_the_examples_in_a_room_come_out_as_written(room):
    found = doctest.testmod(importlib.import_module(room))
    assert found.failed == 0


def test_there_are_examples_at_all():
    tried = sum(doctest.testmod(importlib.import_module(room)).attempted for room in ROOMS)
    assert tried > 15

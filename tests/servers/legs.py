# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a machine may lack: skipped and said so, but on a build server its absence fails."""

import os
from typing import NoReturn

import pytest


def is_build_server() -> bool:
    """Whether nothing may be skipped here."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def missing(what: str, how_to_get_it: str) -> NoReturn:
    """Skip this test for want of a program; with CI=true that is a failure."""
    words = f"{what} is not on this machine ({how_to_get_it})"
    if is_build_server():
        pytest.fail(f"{words}; a build server must have it.", pytrace=False)
    pytest.skip(words)

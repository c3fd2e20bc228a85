# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Wait for something to become true, and say in vain for what."""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")
PATIENCE = 120.0  # seconds: reached only by what never comes, also on a machine that does much besides


def wait_for(ask: Callable[[], Answer], what: str, seconds: float = PATIENCE) -> Answer:
    """Ask until the answer is true, and return it."""
    until = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > until:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}")
        time.sleep(0.1)

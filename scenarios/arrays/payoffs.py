# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Payoffs as bytes in a row and as arrays: every line of a yardstick, in every draw and under every rival theory."""

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.models import Payoff, Yardstick

Steps = NDArray[np.float64]
FLOAT = "<f8"
SIZE = np.dtype(FLOAT).itemsize


def packed(steps: Steps) -> bytes:
    """Return steps, axes (line, future), as bytes."""
    return np.ascontiguousarray(steps, dtype=FLOAT).tobytes()


def unpacked(stored: bytes | memoryview, lines: int) -> Steps:
    """Return what `packed` stored, axes (line, future)."""
    return np.frombuffer(stored, dtype=FLOAT).reshape(lines, -1)


def lines_of(yardstick: Yardstick) -> list[engine.YardstickLine]:
    """Return a yardstick as the engine knows it."""
    return [engine.YardstickLine(**line) for line in yardstick.lines]


def is_kept(payoff: Payoff, *, lines: int, draws: int) -> bool:
    """Say whether a row keeps every line, draw and rival theory; an earlier version kept less."""
    variants = len(engine.structural_variants())
    return len(payoff.draws) == SIZE * lines * draws and len(payoff.variants) == SIZE * lines * variants

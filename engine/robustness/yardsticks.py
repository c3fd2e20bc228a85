# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Judge a reform by yardsticks over uncertain draws: who loses more than it bears, who gains enough to matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class YardstickLine:
    """One thing somebody measures by.

    Parameters
    ----------
    outcome, group : str
        Keys of the engine's outcomes and of a population group.
    better : {"up", "down"}
        Which way this somebody finds better.
    smallest_difference : float
        The smallest change that matters to them, in the outcome's unit; above zero.
    tolerance : float
        The largest worsening they can bear, in the same unit; zero or more.
    floor : float, optional
        The level below which the group should never come; not used in judging a change.
    """

    outcome: str
    group: str
    better: Literal["up", "down"]
    smallest_difference: float
    tolerance: float
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class YardstickChange:
    """What a yardstick makes of a reform, per draw.

    Attributes
    ----------
    raw : shape (draw,)
        Mean change over the lines, in the outcome's unit, raw sign. Means something only when the lines share an outcome.
    steps : shape (line, draw)
        Change of each line in smallest differences that matter, positive is better.
    multiples : shape (draw,)
        Mean of the steps over the lines: the payoff by this yardstick.
    is_worse : shape (draw,)
        Some line worsens beyond its tolerance.
    is_better : shape (draw,)
        The mean improves by at least one smallest difference that matters.
    """

    raw: Draws
    steps: Draws
    multiples: Draws
    is_worse: Flags
    is_better: Flags


def measure(lines: Sequence[YardstickLine], changes: Sequence[Draws]) -> YardstickChange:
    """Measure the changes of one reform in one scenario by one yardstick.

    Parameters
    ----------
    lines : sequence of YardstickLine, at least one
    changes : sequence of arrays, shape (draw,), same order as `lines`
        Outcome with the reform minus without, in the outcome's unit.

    Examples
    --------
    >>> line = YardstickLine("unemployment", "everyone", "down", smallest_difference=0.001, tolerance=0.002)
    >>> change = measure([line], [np.array([-0.002, 0.0, 0.003])])
    >>> change.is_better.tolist(), change.is_worse.tolist()
    ([True, False, False], [False, False, True])
    """
    raw = np.stack(changes)
    towards_better = raw * np.array([[1.0] if line.better == "up" else [-1.0] for line in lines])
    steps = towards_better / np.array([[line.smallest_difference] for line in lines])
    multiples = steps.mean(axis=0)
    return YardstickChange(raw.mean(axis=0), steps, multiples, is_worse(lines, steps.T), multiples >= 1.0)


def is_worse(lines: Sequence[YardstickLine], steps: Draws) -> Flags:
    """Say where some line worsens beyond its tolerance.

    Parameters
    ----------
    lines : sequence of YardstickLine
    steps : shape (..., line)
        Changes in smallest differences that matter, positive is better.

    Returns
    -------
    array of bool, shape (...)
    """
    bearable = np.array([line.tolerance / line.smallest_difference for line in lines])
    return np.asarray((steps < -bearable).any(axis=-1), dtype=np.bool_)


def useful(changes: Sequence[YardstickChange]) -> Flags:
    """Say per draw whether a reform is useful: nobody loses more than it bears, and somebody gains enough to matter.

    Parameters
    ----------
    changes : sequence of YardstickChange, one per yardstick at the table

    Returns
    -------
    array of bool, shape (draw,)

    References
    ----------
    The domain criterion of robust decision making (Starr 1963; Lempert et al. 2006), with thresholds set by the council.
    """
    if not changes:
        return np.zeros(0, dtype=bool)
    worse = np.stack([change.is_worse for change in changes]).any(axis=0)
    better = np.stack([change.is_better for change in changes]).any(axis=0)
    return np.asarray(better & ~worse, dtype=np.bool_)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The menu: what a table may choose from, doing nothing included, in every future that was examined.

Axes, in this order: (reform, scenario, future, yardstick or line). A *future* is a draw of the uncertain parameters, or a
rival theory. Reform 0 is doing nothing. Every reform saw the same futures (common random numbers), so that two of them
may be compared within one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.errors import ContradictionError, NotANumberError
from engine.robustness.yardsticks import Draws, Flags, YardstickLine, is_worse

NOTHING = 0


@dataclass(frozen=True, slots=True)
class Menu:
    """What may be chosen, and what each choice gives by every yardstick in every future.

    Attributes
    ----------
    yardsticks : tuple of tuple of YardstickLine
        What each side at the table measures by.
    steps : tuple of arrays (reform, scenario, future, line), one per yardstick
        Change against doing nothing in smallest differences that matter, positive is better; 0 for doing nothing.
    """

    yardsticks: tuple[tuple[YardstickLine, ...], ...]
    steps: tuple[Draws, ...]

    @property
    def payoffs(self) -> Draws:
        """The mean of its lines per yardstick, axes (reform, scenario, future, yardstick), in smallest differences."""
        return np.stack([one.mean(axis=-1) for one in self.steps], axis=-1)

    @property
    def every_line(self) -> Draws:
        """All lines of all yardsticks beside one another, axes (reform, scenario, future, line)."""
        return np.concatenate(self.steps, axis=-1)


def menu_of(yardsticks: Sequence[Sequence[YardstickLine]], steps: Sequence[Draws]) -> Menu:
    """Put doing nothing before the reforms, and refuse what was not computed over the same futures.

    Parameters
    ----------
    yardsticks : sequence of sequences of YardstickLine, at least one
    steps : sequence of arrays (reform, scenario, future, line), one per yardstick
        As in `YardstickChange.steps`, without doing nothing.

    Examples
    --------
    >>> line = YardstickLine("employment", "everyone", "up", smallest_difference=0.01, tolerance=0.02)
    >>> menu_of([[line]], [np.full((2, 4, 1000, 1), 1.5)]).payoffs.shape
    (3, 4, 1000, 1)
    """
    if not yardsticks or len(yardsticks) != len(steps):
        raise ContradictionError(
            f"There are {len(yardsticks)} yardsticks and steps by {len(steps)}; give steps by each, and at least one.",
            field="steps",
            value=len(steps),
        )
    futures = {one.shape[:-1] for one in steps}
    if len(futures) > 1:
        raise ContradictionError(
            "The yardsticks were measured over different reforms, scenarios or futures; a menu needs the same.",
            field="steps",
            value=sorted(futures),
        )
    for lines, one in zip(yardsticks, steps, strict=True):
        if one.ndim != 4 or one.shape[-1] != len(lines):
            raise ContradictionError(
                f"Steps have the shape {one.shape}; wanted (reform, scenario, future, {len(lines)}).",
                field="steps",
                value=one.shape,
            )
        if not np.isfinite(one).all():
            raise NotANumberError("The steps hold values that are no finite numbers.", field="steps")
    nothing = [np.concatenate([np.zeros((1, *one.shape[1:])), one]) for one in steps]
    return Menu(tuple(tuple(lines) for lines in yardsticks), tuple(nothing))


def useful_on(menu: Menu) -> Flags:
    """Say where each choice is useful: no yardstick loses more than it bears, and at least one gains what counts.

    The same rule as `useful`, over a whole menu.

    Returns
    -------
    array of bool, axes (reform, scenario, future)

    References
    ----------
    The domain criterion (Starr 1963): thresholds set beforehand, here by each side at the table.
    """
    worse = [is_worse(lines, steps) for lines, steps in zip(menu.yardsticks, menu.steps, strict=True)]
    gains = (menu.payoffs >= 1.0).any(axis=-1)
    return np.asarray(gains & ~np.stack(worse).any(axis=0), dtype=np.bool_)


def dominates(menu: Menu, *, slack: float) -> Flags:
    """Say where each choice beats doing nothing: no line loses what counts, and something is gained.

    Parameters
    ----------
    slack : float
        How many smallest differences a line may lose without its counting as a loss: with 1 a loss that is smaller than
        the smallest difference that matters is none, and the gain must matter to some yardstick. With 0 any loss counts,
        however small, and so does any gain: dominance in the strict sense.

    Returns
    -------
    array of bool, axes (reform, scenario, future)

    References
    ----------
    Weak (Pareto) dominance over the status quo, future by future.
    """
    if slack <= 0:
        lines = menu.every_line
        return np.asarray((lines >= 0).all(axis=-1) & (lines > 0).any(axis=-1), dtype=np.bool_)
    loses = (menu.every_line <= -slack).any(axis=-1)
    return np.asarray(~loses & (menu.payoffs >= slack).any(axis=-1), dtype=np.bool_)

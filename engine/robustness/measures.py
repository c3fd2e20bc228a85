# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Measures of robustness: what is left of a menu when futures are summed up. Each measure hides another choice.

Scenarios have no probability and neither have draws: a share is a share of the futures that were examined, a mean gives
every one of them the same weight. Nothing here adds up over yardsticks; `by_worst` takes the side that fares worst.

McPhail and others (2018, doi 10.1002/2017EF000649) lay measures out as three choices: what is counted, over which futures,
and how it is summed up; and show that different measures rank differently.
"""

import numpy as np
from numpy.typing import NDArray

from engine.checks import in_bounds
from engine.robustness.yardsticks import Draws, Flags


def regret(payoffs: Draws) -> Draws:
    """Return what is missed within each future: by each yardstick the best of the menu, minus this choice.

    Parameters
    ----------
    payoffs : axes (reform, scenario, future, yardstick)
        Doing nothing included, as in `Menu.payoffs`.

    Returns
    -------
    array, axes (reform, scenario, future, yardstick)
        In smallest differences that matter to that side; 0 for the best. It depends on the menu: another reform on it may
        raise everybody's.

    References
    ----------
    Savage (1951), The theory of statistical decision.
    """
    return np.asarray(payoffs.max(axis=0, keepdims=True) - payoffs, dtype=np.float64)


def largest_regret(regrets: Draws) -> Draws:
    """Return the largest regret over the futures, axes (reform, scenario, yardstick)."""
    return np.asarray(regrets.max(axis=2), dtype=np.float64)


def mean_regret(regrets: Draws) -> Draws:
    """Return the mean regret over the futures, every one counting the same, axes (reform, scenario, yardstick)."""
    return np.asarray(regrets.mean(axis=2), dtype=np.float64)


def percentile_regret(regrets: Draws, probability: float = 0.9) -> Draws:
    """Return the regret that a share of the futures stays under, axes (reform, scenario, yardstick).

    Less at the mercy of one odd draw than the largest.
    """
    checked = in_bounds("probability", probability, 0.0, 1.0, "share of the futures")
    return np.asarray(np.quantile(regrets, checked, axis=2), dtype=np.float64)


def worst_payoff(payoffs: Draws) -> Draws:
    """Return the poorest payoff over the futures, axes (reform, scenario, yardstick).

    References
    ----------
    Wald (1950): maximin, choose what is least bad at its worst.
    """
    return np.asarray(payoffs.min(axis=2), dtype=np.float64)


def share(flags: Flags) -> Draws:
    """Return the share of the futures in which something holds, axes (reform, scenario)."""
    return np.asarray(flags.mean(axis=2), dtype=np.float64)


def holds_in(shares: Draws, level: float) -> Flags:
    """Say whether something holds in at least this share of the futures in every scenario, axis (reform,).

    Parameters
    ----------
    shares : axes (reform, scenario)
    level : float
        Between 0 and 1; 1 asks for all futures.
    """
    checked = in_bounds("level", level, 0.0, 1.0, "share of the futures")
    return np.asarray((shares >= checked - 1e-12).all(axis=1), dtype=np.bool_)


def by_worst(values: Draws) -> tuple[Draws, NDArray[np.int64]]:
    """Return the largest value over scenarios and yardsticks, and where it stands.

    Parameters
    ----------
    values : axes (reform, scenario, yardstick)
        Where lower is better, as in regret.

    Returns
    -------
    array, axis (reform,)
    array of int, axes (reform, 2)
        The scenario and the yardstick it comes from; the first when there are several.
    """
    flat = values.reshape(values.shape[0], -1)
    at = flat.argmax(axis=1)
    where = np.stack(np.unravel_index(at, values.shape[1:]), axis=1)
    return flat[np.arange(flat.shape[0]), at], where

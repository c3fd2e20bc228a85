# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Time acts in turns, so that whatever else the machine does disturbs them all alike."""

import time
from collections.abc import Callable, Mapping
from statistics import median

Act = Callable[[], object]
Times = Mapping[str, list[float]]


def in_turns(acts: Mapping[str, Act], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of processor time of each act in every round, after one round to warm up.

    An act that times itself elsewhere returns its seconds as a float.
    """
    spent: dict[str, list[float]] = {name: [] for name in acts}
    for _round in range(rounds + 1):
        for name, act in acts.items():
            start = time.process_time()
            own = act()
            spent[name].append(own if isinstance(own, float) else time.process_time() - start)
    return {name: times[1:] for name, times in spent.items()}


def ratio(times: Times, one: str, other: str) -> float:
    """Return how many times as long one act takes as another: the median over rounds."""
    return median(long / short for long, short in zip(times[one], times[other], strict=True))

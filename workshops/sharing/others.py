# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two other ways to fill the frame, to set beside equal shares."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from workshops.sharing.election import Choice, Election


def greedy(election: Election) -> Choice:
    """Take what has most support as long as it fits: the mean of the sides' mean points, every side counting alike."""
    means = _means(election)
    order = sorted(range(len(election.costs)), key=lambda item: (-means[item], election.costs[item], item))
    chosen: list[int] = []
    for item in order:
        if means[item] > 0 and election.cost_of([*chosen, item]) <= election.frame:
            chosen.append(item)
    return Choice(tuple(chosen), election.cost_of(chosen))


def _means(election: Election) -> Sequence[Fraction]:
    sizes = election.side_sizes
    sums = np.zeros((len(sizes), len(election.costs)), dtype=np.int64)
    np.add.at(sums, election.sides, election.points)
    seated = [side for side, size in enumerate(sizes) if size]
    return [
        sum((Fraction(int(sums[side, item]), sizes[side]) for side in seated), Fraction(0)) / max(len(seated), 1)
        for item in range(len(election.costs))
    ]


def phragmen(election: Election) -> Choice:
    """Let money flow to everybody evenly, to every side as fast; an item is bought as soon as its supporters can pay.

    Whoever gives a point supports it; how many makes no difference. It ends when the next item would exceed the frame.
    """
    sizes = election.side_sizes
    seated = sum(size > 0 for size in sizes)
    pace = [Fraction(1, seated * size) if size else Fraction(0) for size in sizes]
    loads: dict[int, Fraction] = dict.fromkeys(range(len(election.sides)), Fraction(0))
    supporters = {
        item: [int(voter) for voter in np.flatnonzero(election.points[:, item])]
        for item in range(len(election.costs))
        if election.costs[item] <= election.frame and election.points[:, item].any()
    }
    paces = {item: sum((pace[election.sides[one]] for one in who), Fraction(0)) for item, who in supporters.items()}
    chosen: list[int] = []
    while supporters:
        full = {
            item: (election.costs[item] + sum((pace[election.sides[one]] * loads[one] for one in who), Fraction(0)))
            / paces[item]
            for item, who in supporters.items()
        }
        soonest = min(full.values())
        ready = [item for item, load in full.items() if load == soonest]
        if any(election.cost_of([*chosen, item]) > election.frame for item in ready):
            break
        item = min(ready, key=lambda one: (election.costs[one], one))
        loads.update(dict.fromkeys(supporters.pop(item), soonest))
        chosen.append(item)
    return Choice(tuple(chosen), election.cost_of(chosen))

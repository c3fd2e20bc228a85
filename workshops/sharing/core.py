# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is in the package whatever future comes, and whatever within their margins the proposals turn out to cost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from workshops.sharing.equal_shares import completed
from workshops.sharing.menu import Menu

CORE_SHARE = Fraction(9, 10)
DRAWS, SEED = 100, 2015
GRAIN = 20  # a drawn cost is rounded to so many parts of a billion: to 50 million
TENTH = 1.2816  # standard deviations from the middle of a normal spread to its tenth percentile


@dataclass(frozen=True, slots=True)
class Spread:
    """What something may cost, bn EUR: the tenth percentile, the median, the ninetieth; alike where it is stated."""

    low: float
    mid: float
    high: float

    @property
    def is_wide(self) -> bool:
        return self.low < self.high


@dataclass(frozen=True, slots=True)
class Core:
    """How often each item is in the package, over so many draws of the costs, in the scenario where that is least."""

    shares: Mapping[str, Fraction]
    draws: int

    @property
    def items(self) -> tuple[str, ...]:
        """What is in it in every scenario in nine draws of ten."""
        return tuple(key for key, share in self.shares.items() if share >= CORE_SHARE)


def exactly(cost_bn: float) -> Fraction:
    """Return a cost in whole millions of euros: what is told is what is counted."""
    return Fraction(round(cost_bn * 1000), 1000)


def drawn_costs(
    spreads: Sequence[Spread | None], *, draws: int = DRAWS, seed: int = SEED
) -> list[list[Fraction | None]]:
    """Return so many draws of every cost, each by itself: normal halves through the three percentiles, one draw if all are fixed."""
    if not any(one and one.is_wide for one in spreads):
        return [[exactly(one.mid) if one else None for one in spreads]]
    deviates = np.random.default_rng(seed).standard_normal((draws, len(spreads)))
    return [
        [_drawn(one, float(deviate)) if one else None for one, deviate in zip(spreads, row, strict=True)]
        for row in deviates
    ]


def _drawn(one: Spread, deviate: float) -> Fraction:
    reach = one.high - one.mid if deviate > 0 else one.mid - one.low
    if not reach:
        return exactly(one.mid)
    return Fraction(round((one.mid + deviate * reach / TENTH) * GRAIN), GRAIN)


def core_of(menus: Sequence[Menu], spreads: Sequence[Sequence[Spread | None]], *, draws: int = DRAWS) -> Core:
    """Return how often each item is in the completed package of equal shares, in the scenario where that is least.

    `menus` and `spreads` go by scenario; the items are the same in every one.
    """
    if not menus:
        return Core({}, 0)
    keys = [item.key for item in menus[0].items]
    least = dict.fromkeys(keys, Fraction(1))
    most = 1
    for menu, spread in zip(menus, spreads, strict=True):
        rows = drawn_costs(spread, draws=draws)
        most = max(most, len(rows))
        counts = dict.fromkeys(keys, 0)
        for costs, times in Counter(map(tuple, rows)).items():  # what was drawn twice is computed once
            priced = [replace(item, cost=cost) for item, cost in zip(menu.items, costs, strict=True)]
            drawn = Menu(tuple(priced), menu.points, menu.sides, menu.frame)
            for place in drawn.taken(completed(drawn.election).items):
                counts[keys[place]] += times
        least = {key: min(least[key], Fraction(counts[key], len(rows))) for key in keys}
    return Core(least, most)

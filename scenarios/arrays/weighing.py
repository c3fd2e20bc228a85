# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weigh a menu of reforms by several metrics, from stored payoffs: no run of the model is needed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays.payoffs import lines_of, unpacked
from scenarios.enums import Metric, Over, SetSign
from scenarios.models import Payoff, Yardstick

Array = NDArray[np.float64]
Rows = Sequence[Sequence[Sequence[Payoff]]]

SHARES = (Metric.USEFUL, Metric.BETTER_THAN_NOTHING, Metric.STRICTLY_BETTER)
HIGHER_IS_BETTER = frozenset({*SHARES, Metric.WORST_PAYOFF})
RANKED: tuple[Metric, ...] = tuple(one for one in Metric if one != Metric.STRICTLY_BETTER)
LEVELS = (1.0, 0.95, 0.9)
SMALLEST_SHARE, SMALLEST_STEP = 0.01, 0.1  # as they are shown: who differs by less shares a rank
SIGNS = {1: SetSign.BETTER, 0: SetSign.NONE, -1: SetSign.WORSE, 2: SetSign.OPEN}


@dataclass(frozen=True, slots=True)
class Reading:
    """One choice by one metric.

    Attributes
    ----------
    value
        A share of the futures in the poorest scenario; or smallest differences that matter, for the side worst off.
    rank
        From 1; none for a metric that is not ranked.
    scenario, yardstick
        Where the value comes from, counted in the order given; none where it is a mean, or about all sides at once.
    """

    value: float
    rank: int | None
    scenario: int | None
    yardstick: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: its readings, what they come from, at which levels it beats doing nothing, and which signs were set."""

    readings: Mapping[Metric, Reading]
    parts: Mapping[Metric, tuple[tuple[float, ...], ...]]  # per scenario: one share, or a value per yardstick
    beats_nothing_at: Mapping[float, bool]
    signs: tuple[tuple[SetSign, ...], ...]  # per scenario and yardstick


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two choices that metrics put in another order."""

    first: int
    second: int
    first_ahead: tuple[Metric, ...]
    second_ahead: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Every choice, doing nothing first, and where the metrics disagree."""

    choices: tuple[Choice, ...]
    reversals: tuple[Reversal, ...]
    crossings: Mapping[tuple[Metric, Metric], int]

    @property
    def pairs(self) -> int:
        """How many pairs of choices there are."""
        return len(self.choices) * (len(self.choices) - 1) // 2


def weigh(yardsticks: Sequence[Yardstick], rows: Rows, *, over: Over) -> Weighed:
    """Weigh reforms against one another and against doing nothing.

    Parameters
    ----------
    yardsticks
        What each side measures by.
    rows
        Payoffs per reform, scenario and yardstick, all on the same draws.
    over
        Draws, rival theories, or both: then of the two the poorer figure, per scenario and side.
    """
    lines = [lines_of(one) for one in yardsticks]
    draws = engine.menu_of(lines, _steps(yardsticks, rows, "draws"))
    variants = engine.menu_of(lines, _steps(yardsticks, rows, "variants"))
    tables = {
        Over.DRAWS: [Table(draws)],
        Over.VARIANTS: [Table(variants)],
        Over.BOTH: [Table(draws), Table(variants)],
    }[over]
    parts = {metric: _poorest([one.part(metric) for one in tables], metric) for metric in Metric}
    signs = engine.set_sign(draws.payoffs, variants.payoffs)
    return _weighed(parts, signs)


def _steps(yardsticks: Sequence[Yardstick], rows: Rows, kind: str) -> list[Array]:
    """Return per yardstick the steps of all reforms, axes (reform, scenario, future, line)."""
    return [
        np.stack(
            [
                np.stack([unpacked(getattr(payoffs[at], kind), len(yardstick.lines)).T for payoffs in scenarios])
                for scenarios in rows
            ]
        )
        for at, yardstick in enumerate(yardsticks)
    ]


class Table:
    """A menu with what follows from it, worked out once."""

    def __init__(self, menu: engine.Menu) -> None:
        self.menu = menu

    @cached_property
    def payoffs(self) -> Array:
        return self.menu.payoffs

    @cached_property
    def regrets(self) -> Array:
        return engine.regret(self.payoffs)

    def part(self, metric: Metric) -> Array:
        """Return one metric summed up over the futures, axes (choice, scenario, yardstick); of a share one for all."""
        return PARTS[metric](self)


PARTS: Mapping[Metric, Callable[[Table], Array]] = {
    Metric.USEFUL: lambda one: engine.share(engine.useful_on(one.menu))[..., None],
    Metric.BETTER_THAN_NOTHING: lambda one: engine.share(engine.dominates(one.menu, slack=1.0))[..., None],
    Metric.STRICTLY_BETTER: lambda one: engine.share(engine.dominates(one.menu, slack=0.0))[..., None],
    Metric.LARGEST_REGRET: lambda one: engine.largest_regret(one.regrets),
    Metric.REGRET_P90: lambda one: engine.percentile_regret(one.regrets, 0.9),
    Metric.MEAN_REGRET: lambda one: engine.mean_regret(one.regrets),
    Metric.WORST_PAYOFF: lambda one: engine.worst_payoff(one.payoffs),
}


def _poorest(parts: Sequence[Array], metric: Metric) -> Array:
    poorer = np.minimum if metric in HIGHER_IS_BETTER else np.maximum
    return np.asarray(poorer.reduce(parts), dtype=np.float64)


def _weighed(parts: Mapping[Metric, Array], signs: NDArray[np.int64]) -> Weighed:
    summed = {metric: _summed(metric, part) for metric, part in parts.items()}
    ranked: dict[Metric, NDArray[np.int64]] = {metric: _ranks(metric, summed[metric][0]) for metric in RANKED}
    by_metric = np.stack(list(ranked.values()))
    shares = parts[Metric.BETTER_THAN_NOTHING][..., 0]
    levels = {level: engine.holds_in(shares, level) for level in LEVELS}
    choices = tuple(
        Choice(
            readings={metric: _reading(metric, at, summed[metric], ranked.get(metric)) for metric in Metric},
            parts={metric: tuple(tuple(map(float, one)) for one in part[at]) for metric, part in parts.items()},
            beats_nothing_at={level: bool(holds[at]) for level, holds in levels.items()},
            signs=tuple(tuple(SIGNS[int(one)] for one in scenario) for scenario in signs[at]),
        )
        for at in range(signs.shape[0])
    )
    crossings = engine.crossings(by_metric)
    return Weighed(
        choices,
        tuple(_reversals(by_metric)),
        {(one, other): int(crossings[i, j]) for i, one in enumerate(RANKED) for j, other in enumerate(RANKED) if i < j},
    )


def _summed(metric: Metric, part: Array) -> tuple[Array, NDArray[np.int64]]:
    """Return a metric over all scenarios and sides, and where it comes from: the poorest, except that a mean is a mean."""
    if metric == Metric.MEAN_REGRET:
        part = part.mean(axis=1, keepdims=True)
    if metric in HIGHER_IS_BETTER:
        values, where = engine.by_worst(-part)
        return -values, where
    return engine.by_worst(part)


def _ranks(metric: Metric, values: Array) -> NDArray[np.int64]:
    turned = -values if metric in HIGHER_IS_BETTER else values
    return engine.ranks(turned, resolution=SMALLEST_SHARE if metric in SHARES else SMALLEST_STEP)


def _reading(
    metric: Metric, at: int, summed: tuple[Array, NDArray[np.int64]], ranks: NDArray[np.int64] | None
) -> Reading:
    values, where = summed
    return Reading(
        value=float(values[at]) + 0.0,  # no minus zero
        rank=int(ranks[at]) if ranks is not None else None,
        scenario=None if metric == Metric.MEAN_REGRET else int(where[at, 0]),
        yardstick=None if metric in SHARES else int(where[at, 1]),
    )


def _reversals(by_metric: NDArray[np.int64]) -> list[Reversal]:
    """Return the pairs that change order, those that most metrics split on first."""
    found = []
    for first, second in zip(*np.nonzero(np.triu(engine.reversals(by_metric))), strict=True):
        ahead = tuple(m for m, ranks in zip(RANKED, by_metric, strict=True) if ranks[first] < ranks[second])
        behind = tuple(m for m, ranks in zip(RANKED, by_metric, strict=True) if ranks[second] < ranks[first])
        found.append(Reversal(int(first), int(second), ahead, behind))
    return sorted(found, key=lambda one: -min(len(one.first_ahead), len(one.second_ahead)))

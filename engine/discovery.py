# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scenario discovery: in which part of the examined futures do the cases of interest lie, and can it be told in a few limits.

CART (Breiman and others 1984) as used for this by Lempert, Bryant and Bankes (2008): a small classification tree,
whose nodes are boxes with a limit or two on what differs between futures.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from engine import tables
from engine.axes import FloatArray
from engine.errors import ContradictionError

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lines:
    """What a box must be worth; units and reasons in data/methods.toml."""

    least_cases: float
    least_leaf: float
    least_lift: float
    worth_a_limit: float
    depth: float
    refits: float
    steady_share: float


LINES = tables.block(Lines, "methods", "discovery")
DEPTH, REFITS = int(LINES.depth), int(LINES.refits)


@dataclass(frozen=True, slots=True)
class Cases:
    """Futures, and which of them are of interest.

    Attributes
    ----------
    table : array (future, factor)
        What every future is made of.
    factors : sequence of str
        Names of the columns.
    is_case : array of bool (future,)
        The futures of interest, such as those in which a reform fails.
    """

    table: FloatArray
    factors: Sequence[str]
    is_case: Flags

    def __post_init__(self) -> None:
        if self.table.shape != (self.is_case.size, len(self.factors)):
            raise ContradictionError(
                f"The table has {self.table.shape[0]} futures of {self.table.shape[1]} factors, and there are "
                f"{self.is_case.size} labels and {len(self.factors)} names; give each future a label and each factor "
                "a name.",
                field="table",
                value=self.table.shape,
            )

    @property
    def usual(self) -> float:
        """Share of cases among all futures."""
        return float(self.is_case.mean())

    def part(self, index: NDArray[np.int64]) -> "Cases":
        """Return some of the futures."""
        return Cases(self.table[index], self.factors, self.is_case[index])


class Finding(StrEnum):
    """What the search ended with."""

    BOX = "box"
    TOO_FEW = "too_few"
    NO_PATTERN = "no_pattern"


@dataclass(frozen=True, slots=True)
class Limit:
    """What a box asks of one factor, in the factor's unit; none where that side is open."""

    factor: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the examined futures.

    Attributes
    ----------
    limits : tuple of Limit
        All of them hold in the box.
    coverage : float
        Share of all cases that lie in the box.
    density : float
        Share of the futures in the box that are cases.
    mass : float
        Share of all futures that lie in the box.
    """

    limits: tuple[Limit, ...]
    coverage: float
    density: float
    mass: float

    @property
    def score(self) -> float:
        """Harmonic mean of coverage and density: high only when both are."""
        return 2 * self.coverage * self.density / (self.coverage + self.density) if self.coverage else 0.0

    @property
    def factors(self) -> frozenset[str]:
        """What the limits are about."""
        return frozenset(limit.factor for limit in self.limits)


@dataclass(frozen=True, slots=True)
class Refits:
    """Whether the same box comes up on other futures: the tree fitted anew on random halves.

    Attributes
    ----------
    count : int
        Number of refits.
    same : float
        Share of the refits whose best box is about the same factors.
    used : Mapping[str, float]
        Per factor the share of the refits whose best box has a limit on it.
    coverage, density : float
        Median over the halves left out of what the refitted boxes reach there.
    """

    count: int
    same: float
    used: Mapping[str, float]
    coverage: float
    density: float

    @property
    def is_steady(self) -> bool:
        """The same factors come up in most refits, so that more than the sample speaks."""
        return self.same >= LINES.steady_share


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found.

    Attributes
    ----------
    found : Finding
        A box, or why there is none.
    futures, cases : int
        How many futures were examined, and how many are cases of interest.
    box : Box or None
        The best box.
    others : tuple of Box
        What the tree tells apart beside it, each with more cases than usual.
    refits : Refits or None
        How steady the best box is.
    """

    found: Finding
    futures: int
    cases: int
    box: Box | None = None
    others: tuple[Box, ...] = ()
    refits: Refits | None = None


def discover(cases: Cases, *, seed: int, depth: int = DEPTH, refits: int = REFITS) -> Discovery:
    """Look for the box that holds most cases of interest and little else.

    Parameters
    ----------
    cases : Cases
        Futures, and which of them are of interest.
    seed : int
        Seed of the halves on which the tree is fitted anew.
    depth : int
        How many limits a box may have, 1 to 3.
    refits : int
        How many halves.

    Examples
    --------
    >>> table = np.random.default_rng(1).random((2000, 3))
    >>> fails = (table[:, 0] > 0.6) & (table[:, 1] < 0.5)
    >>> box = discover(Cases(table, ["pace", "norm", "other"], fails), seed=1).box
    >>> [(limit.factor, limit.low and round(limit.low, 2), limit.high and round(limit.high, 2)) for limit in box.limits]
    [('norm', None, 0.5), ('pace', 0.6, None)]
    """
    count, of_interest = int(cases.is_case.size), int(cases.is_case.sum())
    if min(of_interest, count - of_interest) < LINES.least_cases:
        return Discovery(Finding.TOO_FEW, count, of_interest)
    boxes = list(boxes_of(cases, depth))
    best = best_box(boxes, cases.usual)
    if best is None:
        return Discovery(Finding.NO_PATTERN, count, of_interest)
    others = _beside(best, boxes, cases.usual)
    return Discovery(
        Finding.BOX, count, of_interest, best, others, refitted(cases, best, depth=depth, count=refits, seed=seed)
    )


def best_box(boxes: Sequence[Box], usual: float) -> Box | None:
    """Return the box of the best score that is clearly denser than usual; of nearly equal ones that with fewest limits.

    Parameters
    ----------
    boxes : sequence of Box
        The nodes of a tree.
    usual : float
        Share of cases among all futures.
    """
    dense = [box for box in boxes if box.limits and box.density >= min(LINES.least_lift * usual, (1 + usual) / 2)]
    if not dense:
        return None
    highest = max(box.score for box in dense)
    near = [box for box in dense if box.score >= highest * (1 - LINES.worth_a_limit)]
    return min(near, key=lambda box: (len(box.limits), -box.score))


def refitted(cases: Cases, best: Box, *, depth: int, count: int, seed: int) -> Refits:
    """Fit the tree anew on random halves, and try each box on the half left out."""
    generator = np.random.default_rng(seed)
    used: Counter[str] = Counter()
    same = 0
    reached = []
    for _ in range(count):
        order = generator.permutation(cases.is_case.size)
        half, other = (cases.part(index) for index in np.array_split(order, 2))
        box = best_box(list(boxes_of(half, depth)), half.usual)
        if box is None:
            reached.append((0.0, 0.0))
            continue
        used.update(box.factors)
        same += box.factors == best.factors
        tried = measured_box(box.limits, other)
        reached.append((tried.coverage, tried.density))
    coverage, density = np.median(np.array(reached), axis=0)
    return Refits(
        count, same / count, {key: times / count for key, times in used.items()}, float(coverage), float(density)
    )


def inside(limits: Sequence[Limit], table: FloatArray, factors: Sequence[str]) -> Flags:
    """Say of each future whether it keeps all limits, array of bool (future,)."""
    flags = np.ones(len(table), dtype=bool)
    for limit in limits:
        column = table[:, list(factors).index(limit.factor)]
        if limit.low is not None:
            flags &= column > limit.low
        if limit.high is not None:
            flags &= column <= limit.high
    return flags


def measured_box(limits: tuple[Limit, ...], cases: Cases) -> Box:
    """Return the box of some limits with its coverage, density and mass among these futures."""
    flags = inside(limits, cases.table, cases.factors)
    caught = float((flags & cases.is_case).sum())
    return Box(
        limits,
        coverage=caught / max(float(cases.is_case.sum()), 1.0),
        density=caught / max(float(flags.sum()), 1.0),
        mass=float(flags.mean()),
    )


def boxes_of(cases: Cases, depth: int) -> Iterator[Box]:
    """Fit a tree and yield each of its nodes as a box, the whole first."""
    from sklearn.tree import DecisionTreeClassifier  # noqa: PLC0415 -- seconds and 100 MB that only this question pays

    least = max(int(LINES.least_leaf * cases.is_case.size), 1)
    tree = DecisionTreeClassifier(max_depth=depth, min_samples_leaf=least, random_state=0)
    nodes = tree.fit(cases.table, cases.is_case).tree_
    waiting: list[tuple[int, tuple[Limit, ...]]] = [(0, ())]
    while waiting:
        node, limits = waiting.pop(0)
        yield measured_box(limits, cases)
        left, right = int(nodes.children_left[node]), int(nodes.children_right[node])
        if left != right:
            factor, at = cases.factors[nodes.feature[node]], float(nodes.threshold[node])
            waiting.append((left, _narrowed(limits, Limit(factor, high=at))))
            waiting.append((right, _narrowed(limits, Limit(factor, low=at))))


def _narrowed(limits: tuple[Limit, ...], more: Limit) -> tuple[Limit, ...]:
    """Add a limit, or narrow the one that is there for the same factor; sorted by name."""
    known = next((limit for limit in limits if limit.factor == more.factor), Limit(more.factor))
    narrowed = replace(
        known,
        low=known.low if more.low is None else more.low,
        high=known.high if more.high is None else more.high,
    )
    rest = [limit for limit in limits if limit.factor != more.factor]
    return tuple(sorted([*rest, narrowed], key=lambda limit: limit.factor))


def _beside(best: Box, boxes: Sequence[Box], usual: float) -> tuple[Box, ...]:
    """Return dense boxes that do not lie within each other or in the best one, the most cases first."""
    chosen = [best]
    for box in sorted(boxes, key=lambda box: -box.score):
        apart = all(_is_apart(box, one) for one in chosen)
        if apart and box.limits and box.density >= LINES.least_lift * usual and box.coverage >= LINES.least_leaf:
            chosen.append(box)
    return tuple(chosen[1:])


def _is_apart(first: Box, second: Box) -> bool:
    """Say whether two boxes of one tree share no future: some factor has them on either side of a limit."""
    others = {limit.factor: limit for limit in second.limits}
    return any(
        (limit.low is not None and other.high is not None and limit.low >= other.high)
        or (limit.high is not None and other.low is not None and limit.high <= other.low)
        for limit in first.limits
        if (other := others.get(limit.factor))
    )

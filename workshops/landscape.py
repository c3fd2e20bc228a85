# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the opinions of a large audience lie: a map of people, and groups only where chance does not draw them as well.

Votes are a table of people by statements: 1 agrees, -1 disagrees, 0 passes, not a number where somebody did not answer.
With few people a map of pure noise shows groups too. So groups are named only from 60 people who answered enough, when
the same votes shuffled per statement hardly ever fall apart as clearly, and when leaving people out changes little.
All of it grows with the number of people, and no faster.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

FEWEST_PEOPLE, FEWEST_VOTES = 60, 7
GROUPS = (2, 3, 4, 5)
CHANCE_BELOW, STABLE_FROM = 0.05, 0.8
SHUFFLES, RESAMPLES, KEPT = 99, 20, 0.9
STARTS, MOST_STEPS, SOME = 4, 50, 2_000


@dataclass(frozen=True, slots=True)
class Map:
    """The two directions in which answers differ most, and where each person lies along them."""

    directions: Floats  # 2 by statements
    explained: Floats  # the share of the variance along each
    points: Floats  # people by 2


@dataclass(frozen=True, slots=True)
class Division:
    """People divided into groups, and how clearly: 1 is wholly apart, 0 is no division at all."""

    groups: Places
    clarity: float

    @property
    def count(self) -> int:
        return int(self.groups.max()) + 1


@dataclass(frozen=True, slots=True)
class Landscape:
    """What may be told: a map always; a division with its two tests only where there was enough to test."""

    map: Map
    division: Division | None = None
    chance: float | None = None  # how often shuffled votes fall apart as clearly
    stability: float | None = None  # how much of it stays when people are left out

    @property
    def has_groups(self) -> bool:
        """Whether groups may be named."""
        return (
            self.chance is not None
            and self.stability is not None
            and self.chance < CHANCE_BELOW
            and self.stability >= STABLE_FROM
        )


@dataclass(frozen=True, slots=True)
class Statistics:
    """Per group and statement: how many agreed, disagreed and answered."""

    agreed: Floats
    disagreed: Floats
    answered: Floats

    @property
    def agreeing(self) -> Floats:
        """The share that agrees, each group and statement drawn to the middle by one answer for and one against."""
        return (self.agreed + 1) / (self.answered + 2)

    @property
    def disagreeing(self) -> Floats:
        """The share that disagrees, drawn to the middle alike."""
        return (self.disagreed + 1) / (self.answered + 2)

    @property
    def shared(self) -> Floats:
        """By how much every group agrees: the geometric mean of the groups' shares, per statement."""
        return np.asarray(np.exp(np.log(self.agreeing).mean(axis=0)))

    @property
    def weakest(self) -> Floats:
        """The share of the group that agrees least, per statement: what the mean hides."""
        return np.asarray(self.agreeing.min(axis=0))

    @property
    def dividing(self) -> Floats:
        """How far the groups that agree most and least lie apart, per statement."""
        return np.asarray(self.agreeing.max(axis=0) - self.agreeing.min(axis=0))


def landscape_of(votes: Floats, *, seed: int = 2015, shuffles: int = SHUFFLES, resamples: int = RESAMPLES) -> Landscape:
    """Map everybody, and divide them where that says something.

    Whoever answered fewer than seven statements lies on the map and counts for no group test.
    """
    counted = votes[(~np.isnan(votes)).sum(axis=1) >= FEWEST_VOTES]
    if len(counted) < FEWEST_PEOPLE:
        return Landscape(map_of(votes))
    chance = np.random.default_rng(seed)
    found = map_of(counted)
    division = divided(found.points, chance)
    if division.count == 1:
        return Landscape(found)  # everybody lies in one place
    clearer = sum(
        divided(map_of(shuffled(counted, chance)).points, chance).clarity >= division.clarity
        for _turn in range(shuffles)
    )
    agreement = [_again(counted, division, chance) for _turn in range(resamples)]
    return Landscape(found, division, (1 + clearer) / (1 + shuffles), float(np.mean(agreement)))


def map_of(votes: Floats) -> Map:
    """Return the first two principal components, a missing answer taken as the statement's mean.

    Who answered less lies nearer the middle for that reason only, so each is moved out by the root of what was missed.
    """
    answered = ~np.isnan(votes)
    told = np.where(answered, votes, 0.0)
    asked = answered.sum(axis=0)
    means = told.sum(axis=0) / np.maximum(asked, 1)
    apart = np.where(answered, votes - means, 0.0)
    values, vectors = np.linalg.eigh(apart.T @ apart)
    directions = vectors[:, ::-1][:, :2].T
    largest = np.abs(directions).argmax(axis=1)
    directions = directions * np.sign(directions[np.arange(len(directions)), largest])[:, None]
    whole = float(values.clip(min=0.0).sum())
    explained = values[::-1][:2].clip(min=0.0) / whole if whole > 0 else np.zeros(len(directions))
    reach = np.sqrt(votes.shape[1] / np.maximum(answered.sum(axis=1), 1))
    return Map(directions, explained, (apart @ directions.T) * reach[:, None])


def divided(points: Floats, chance: np.random.Generator) -> Division:
    """Return the clearest division into two to five groups."""
    tries = [_clustered(points, count, chance) for count in GROUPS]
    return max(tries, key=lambda one: one.clarity)


def shuffled(votes: Floats, chance: np.random.Generator) -> Floats:
    """Return the same answers to every statement, each given by somebody else among those who answered it."""
    found = votes.copy()
    for column in range(votes.shape[1]):
        answered = np.flatnonzero(~np.isnan(votes[:, column]))
        found[answered, column] = votes[chance.permutation(answered), column]
    return found


def statistics_of(votes: Floats, groups: Places) -> Statistics:
    """Count each statement in each group."""
    member = np.eye(int(groups.max()) + 1)[groups].T
    return Statistics(
        agreed=member @ (votes > 0).astype(float),
        disagreed=member @ (votes < 0).astype(float),
        answered=member @ (~np.isnan(votes)).astype(float),
    )


def likeness(one: Places, other: Places) -> float:
    """Return how alike two divisions of the same people are: 1 the same, about 0 by chance (adjusted Rand index)."""
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)
    both, rows, columns = (_pairs(part) for part in (table, table.sum(axis=1), table.sum(axis=0)))
    expected = rows * columns / _pairs(np.array([len(one)]))
    most = (rows + columns) / 2
    return 1.0 if most == expected else float((both - expected) / (most - expected))


def _pairs(counts: NDArray[np.generic]) -> float:
    """Return how many pairs there are within these counts."""
    told = counts.astype(float)
    return float((told * (told - 1) / 2).sum())


def _again(votes: Floats, division: Division, chance: np.random.Generator) -> float:
    """Divide anew with one in ten left out, and tell how alike it comes out."""
    kept = chance.choice(len(votes), size=round(KEPT * len(votes)), replace=False)
    found = _clustered(map_of(votes[kept]).points, division.count, chance)
    return likeness(found.groups, division.groups[kept])


def _clustered(points: Floats, count: int, chance: np.random.Generator) -> Division:
    """Return the best of some starts of k-means, tried on some people when there are many, then settled among all."""
    few = points[chance.choice(len(points), SOME, replace=False)] if len(points) > SOME else points
    tries = [_settled(few, _start(few, count, chance)) for _turn in range(STARTS)]
    _inertia, centres = min(tries, key=lambda one: one[0])
    if len(points) > SOME:
        _inertia, centres = _settled(points, centres)
    return _division(_squares(points, centres))


def _start(points: Floats, count: int, chance: np.random.Generator) -> Floats:
    """Choose centres far apart: each next one by its squared distance to those already chosen (k-means++)."""
    chosen = [points[chance.integers(len(points))]]
    while len(chosen) < count:
        nearest = _squares(points, np.array(chosen)).min(axis=1)
        total = nearest.sum()
        chosen.append(points[chance.choice(len(points), p=nearest / total) if total > 0 else 0])
    return np.array(chosen)


def _settled(points: Floats, centres: Floats) -> tuple[float, Floats]:
    """Move centres to the middle of who is nearest until nobody changes."""
    before = np.full(len(points), -1)
    inertia = np.inf
    for groups, around in _steps(points, centres):
        inertia = around
        if np.array_equal(groups, before):
            break
        before = groups
    return inertia, centres


def _steps(points: Floats, centres: Floats) -> Iterator[tuple[Places, float]]:
    """Tell who is nearest to what, then move the centres in place."""
    for _turn in range(MOST_STEPS):
        squares = _squares(points, centres)
        groups = squares.argmin(axis=1)
        yield groups, float(squares.min(axis=1).sum())
        sizes = np.bincount(groups, minlength=len(centres))
        sums = [np.bincount(groups, weights=points[:, axis], minlength=len(centres)) for axis in range(points.shape[1])]
        held = sizes > 0
        centres[held] = (np.array(sums).T)[held] / sizes[held, None]


def _squares(points: Floats, centres: Floats) -> Floats:
    """Return the squared distance of each point to each centre, one axis after the other: that is kinder to memory."""
    found = np.zeros((len(points), len(centres)))
    for axis in range(points.shape[1]):
        apart = np.subtract.outer(points[:, axis], centres[:, axis])
        found += apart * apart
    return found


def _division(squares: Floats) -> Division:
    """Number the groups that have anybody, the largest first, and tell how clearly they lie apart.

    Clarity is the silhouette with centres for groups: how much nearer one's own centre is than the next. The common
    silhouette compares everybody with everybody, which at 50,000 people can not be done.
    """
    nearest = squares.argmin(axis=1)
    order = np.argsort(-np.bincount(nearest, minlength=squares.shape[1]), kind="stable")
    ranks = np.empty_like(order)
    ranks[order] = np.arange(len(order))
    two = np.sqrt(np.partition(squares, 1, axis=1)[:, :2])
    apart = np.where(two[:, 1] > 0, 1 - two[:, 0] / np.where(two[:, 1] > 0, two[:, 1], 1.0), 0.0)
    return Division(ranks[nearest], float(apart.mean()))

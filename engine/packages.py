# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Packages: pairs and triples of reforms, which of them contradict, and which no other package beats on everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.axes import FloatArray
from engine.ensemble import Parameters
from engine.errors import ContradictionError
from engine.impact import impact
from engine.levers import Reform, refuse_overstretched
from engine.outcomes import Key, Outcomes
from engine.projection import project
from engine.robustness import YardstickLine, measure, useful

LARGEST = 3
_BUDGET: Key = ("balance_bn", "government")

Package = tuple[str, ...]
Clash = Literal["opposite", "beyond_bounds", "two_links"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Reforms that cannot be taken together, by which lever, and why.

    Attributes
    ----------
    package : tuple of str
        Names of the reforms.
    lever : str
        The lever on which they clash.
    clash : {"opposite", "beyond_bounds", "two_links"}
        They move it in opposite directions; together they move it beyond its bounds; or one passes a change of the
        minimum wage on to benefits where the other does not.
    """

    package: Package
    lever: str
    clash: Clash


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a package does in one year.

    Attributes
    ----------
    package : tuple of str
        Names of the reforms.
    balance_bn : array (scenario,)
        Effect on the balance of the government, behaviour included, median over draws, bn eur a year; positive is better.
    gains : array (yardstick, scenario)
        Median over draws, in smallest differences that matter; positive is better.
    useful : array (scenario,)
        Share of the draws in which all yardsticks together call it useful.
    """

    package: Package
    balance_bn: FloatArray
    gains: FloatArray
    useful: FloatArray


def enumerated(names: Sequence[str], contradictions: Sequence[Contradiction], largest: int = LARGEST) -> list[Package]:
    """Return all pairs up to packages of the largest size, without those that hold a contradiction, in order.

    >>> enumerated(["a", "b", "c"], [Contradiction(("a", "c"), "training", "opposite")])
    [('a', 'b'), ('b', 'c')]
    """
    apart = [set(one.package) for one in contradictions]
    return [
        package
        for size in range(2, largest + 1)
        for package in combinations(names, size)
        if not any(pair <= set(package) for pair in apart)
    ]


def contradictions(reforms: Mapping[str, Reform], largest: int = LARGEST) -> list[Contradiction]:
    """Return what cannot be taken together: pairs that clash, then larger packages that overstretch a lever."""
    pairs = [_clash(pair, reforms) for pair in combinations(reforms, 2)]
    found = [one for one in pairs if one is not None]
    for size in range(3, largest + 1):
        sizeable = [package for package in enumerated(list(reforms), found, size) if len(package) == size]
        stretched = [_overstretched(package, reforms) for package in sizeable]
        found += [one for one in stretched if one is not None]
    return found


def weigh(
    package: Package,
    reforms: Mapping[str, Reform],
    *,
    without: Outcomes,
    parameters: Parameters,
    yardsticks: Sequence[Sequence[YardstickLine]],
) -> Weighed:
    """Run a package once over all scenarios and draws, and measure it by every yardstick.

    Parameters
    ----------
    package : tuple of str
        Names in `reforms`.
    without : Outcomes
        Doing nothing, of one year, with the same parameters: it says which scenarios and which year.
    parameters : Parameters
        The draws.
    yardsticks : sequence of sequences of YardstickLine
        What each side measures by.
    """
    with_package = project(
        scenarios=without.provenance["scenarios"],
        reforms=[reforms[name] for name in package],
        parameters=parameters,
        years=without.years,
        outcomes=tuple(without.values),
    )
    changes = impact(with_package, without).values
    scenarios = range(len(without.provenance["scenarios"]))
    measured = [
        [measure(lines, [changes[line.outcome, line.group][at, :, -1] for line in lines]) for at in scenarios]
        for lines in yardsticks
    ]
    return Weighed(
        package=package,
        balance_bn=np.median(changes[_BUDGET][..., -1], axis=1),
        gains=np.array([[np.median(one.multiples) for one in row] for row in measured]),
        useful=np.array([useful([row[at] for row in measured]).mean() for at in scenarios]),
    )


def outcomes_of(yardsticks: Sequence[Sequence[YardstickLine]]) -> tuple[Key, ...]:
    """Return the outcomes that weighing needs, each once."""
    keys = [(line.outcome, line.group) for lines in yardsticks for line in lines]
    return tuple(dict.fromkeys([*keys, _BUDGET]))


def pareto(points: FloatArray) -> NDArray[np.bool_]:
    """Say of each point whether no other is at least as good on everything and better on something, array of bool (point,).

    Parameters
    ----------
    points : array (point, objective)
        More is better; what is not known (not-a-number) counts as the lowest.

    Examples
    --------
    >>> pareto(np.array([[1.0, 1.0], [2.0, 0.0], [0.0, 0.0], [1.0, 1.0]]))
    array([ True,  True, False,  True])
    """
    known = np.where(np.isnan(points), -np.inf, points)
    kept = np.ones(len(known), dtype=bool)
    for at, point in enumerate(known):
        at_least = (known >= point).all(axis=1)
        better = (known > point).any(axis=1)
        kept[at] = not (at_least & better).any()
    return kept


def _clash(pair: Package, reforms: Mapping[str, Reform]) -> Contradiction | None:
    first, second = (reforms[name] for name in pair)
    for lever in first.levers:
        if first.moved(lever) * second.moved(lever) < 0:
            return Contradiction(pair, lever, "opposite")
    both_move = first.moved("minimum_wage") and second.moved("minimum_wage")
    if both_move and first.moved("benefit_link") != second.moved("benefit_link"):
        return Contradiction(pair, "benefit_link", "two_links")
    return _overstretched(pair, reforms)


def _overstretched(package: Package, reforms: Mapping[str, Reform]) -> Contradiction | None:
    try:
        refuse_overstretched([reforms[name] for name in package])
    except ContradictionError as error:
        return Contradiction(package, error.field, "beyond_bounds")
    return None

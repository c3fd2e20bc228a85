# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which packages are worth a look: all pairs and triples tried on few draws, what stands out confirmed on all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays.studies.engines import drivers_of, lines_of, parameters_for, reform_of, rounded
from scenarios.selectors.studies.asked import PackagesQuestion
from scenarios.selectors.studies.packages import Clash, Package, PackagesAnswer
from scenarios.vocabulary import YardstickLine

MOST_PACKAGES = 2_500  # beyond that only pairs are tried
MOST_CONFIRMED = 40
MOST_OTHERS = 400
CLOSE = 0.5  # smallest differences that matter: as close to the frontier as few draws can tell
GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class Bench:
    """Doing nothing, on some draws: what packages are weighed against."""

    question: PackagesQuestion
    reforms: Mapping[str, engine.Reform]
    parameters: engine.Parameters
    without: engine.Outcomes

    def weigh(self, package: tuple[str, ...], costs: Mapping[str, float] | None = None) -> Package:
        """Run one package, and find the yardstick and scenario that come off worst."""
        yardsticks = self.question.yardsticks
        weighed = engine.weigh(
            package,
            self.reforms,
            without=self.without,
            parameters=self.parameters,
            yardsticks=[lines_of(one) for one in yardsticks],
        )
        counted = [at for at, one in enumerate(yardsticks) if not _is_budget(one.lines)] or range(len(yardsticks))
        gains = weighed.gains[list(counted)]
        row, column = np.unravel_index(int(gains.argmin()), gains.shape)
        worst = float(weighed.balance_bn.min())
        return Package(
            package=package,
            cost_bn=rounded(sum(costs[name] for name in package) if costs else -worst),
            balance_bn=rounded(worst),
            gain=rounded(float(gains[row, column])),
            yardstick=yardsticks[list(counted)[int(row)]].key,
            scenario=self.question.scenarios[int(column)].key,
            useful=rounded(float(weighed.useful.min())),
            support=_least(self.question.support.get(name) for name in package),
        )


def efficient_packages(question: PackagesQuestion, tell: Callable[[int, int], None]) -> PackagesAnswer:
    """Try every package within the frame on few draws, and confirm the best of them on all draws."""
    reforms = {one.key: reform_of(one) for one in question.reforms}
    full, few = _bench(question, reforms, question.draws), _bench(question, reforms, question.screening)
    costs = {one.key: _cost(one.key, full) for one in question.reforms}
    clashes = engine.contradictions(reforms)
    packages, largest = _packages(list(reforms), clashes)
    within = [one for one in packages if sum(costs[name] for name in one) <= question.frame_bn + 1e-9]
    steps = len(within) + MOST_CONFIRMED * question.draws // question.screening
    tried = []
    for done, package in enumerate(within):
        tell(done, steps)
        tried.append(few.weigh(package, costs))
    chosen = _promising(tried)
    confirmed = []
    for done, one in enumerate(chosen):
        tell(len(within) + done * question.draws // question.screening, steps)
        confirmed.append(full.weigh(one.package, costs))
    efficient = _unbeaten(confirmed)
    names = {one.package for one in efficient}
    others = [(one.cost_bn, one.gain) for one in tried if one.package not in names]
    return PackagesAnswer(
        reforms=len(reforms),
        tried=len(within),
        beyond_frame=len(packages) - len(within),
        largest=largest,
        clashes=tuple(Clash(one.package, one.lever, one.clash) for one in clashes),
        costs={key: rounded(cost) for key, cost in costs.items()},
        screening=question.screening,
        draws=question.draws,
        confirmed=len(confirmed),
        efficient=tuple(sorted(efficient, key=lambda one: (one.cost_bn, -one.gain))),
        others=tuple(others[:: max(1, len(others) // MOST_OTHERS)]),
    )


def _bench(question: PackagesQuestion, reforms: Mapping[str, engine.Reform], draws: int) -> Bench:
    parameters = parameters_for(draws, question.seed)
    without = engine.project(
        scenarios=drivers_of(question.scenarios),
        parameters=parameters,
        years=[question.year],
        outcomes=engine.outcomes_of([lines_of(one) for one in question.yardsticks]),
    )
    return Bench(question, reforms, parameters, without)


def _packages(names: list[str], clashes: Sequence[engine.Contradiction]) -> tuple[list[tuple[str, ...]], int]:
    """Return what can be tried, and how large packages get: pairs only where triples are too many."""
    for largest in (3, 2):
        packages = engine.enumerated(names, clashes, largest)
        if len(packages) <= MOST_PACKAGES:
            return packages, largest
    return packages[:MOST_PACKAGES], 2


def _cost(key: str, bench: Bench) -> float:
    """Return what one reform costs a year: as stated, or by the model in the dearest scenario; a yield is negative."""
    reform = bench.reforms[key]
    return bench.weigh((key,)).cost_bn if reform.budget_from_model else 0.0 - reform.exante_budget_bn


def _promising(tried: Sequence[Package]) -> list[Package]:
    """Return what is on the frontier, or so close below it that few draws cannot tell, the most promising first."""
    if not tried:
        return []
    points = _points(tried)
    lifted = points + np.array([0.0, CLOSE, 0.0])
    near = [
        at
        for at, point in enumerate(lifted)
        if not ((points >= point).all(axis=1) & (points > point).any(axis=1)).any()
    ]
    on_it = set(np.flatnonzero(engine.pareto(points)).tolist())
    order = sorted(near, key=lambda at: (at not in on_it, -tried[at].gain))
    return [tried[at] for at in order[:MOST_CONFIRMED]]


def _unbeaten(confirmed: Sequence[Package]) -> list[Package]:
    if not confirmed:
        return []
    return [one for one, is_kept in zip(confirmed, engine.pareto(_points(confirmed)), strict=True) if is_kept]


def _points(packages: Sequence[Package]) -> NDArray[np.float64]:
    """Return cost, gain and support, more is better; support that is not known is the lowest."""
    rows = [(-one.cost_bn, one.gain, -1.0 if one.support is None else one.support) for one in packages]
    return np.array(rows, dtype=np.float64)


def _least(shares: Iterable[float | None]) -> float | None:
    """Return the lowest share; none as soon as one is not known."""
    told = list(shares)
    known = [share for share in told if share is not None]
    return min(known) if known and len(known) == len(told) else None


def _is_budget(lines: Sequence[YardstickLine]) -> bool:
    """A yardstick of the government's balance alone: that is the cost already, and not counted twice."""
    return all(line.group == GOVERNMENT for line in lines)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What could make a reform fail: futures around and between the scenarios, and boxes in which it does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios import vocabulary
from scenarios.arrays.studies.engines import Values, change_by, drivers_of, reform_of, rounded
from scenarios.selectors.studies.asked import ReformQuestion
from scenarios.selectors.studies.discovery import (
    Box,
    Criterion,
    DiscoveryAnswer,
    Factor,
    Limit,
    Outcome,
    Picture,
    Refits,
    Told,
    WayToFail,
)

FUTURES_PER_DRAW = 4  # a sample over many more dimensions than a scenario has
MOST_POINTS = 300


@dataclass(frozen=True, slots=True)
class Label:
    """A way to fail, and the futures in which that happens."""

    criterion: Criterion
    fails: NDArray[np.bool_]
    yardstick: str = ""
    outcome: str = ""
    group: str = ""
    limit: float | None = None

    @property
    def key(self) -> str:
        parts = (self.criterion.value, self.yardstick, self.outcome, self.group)
        return "-".join(part for part in parts if part)


def ways_to_fail(question: ReformQuestion, tell: Callable[[int, int], None]) -> DiscoveryAnswer:
    """Project the futures once with and once without the reform, and look for a box per way to fail."""
    futures = engine.sample_futures(
        drivers_of(question.scenarios), FUTURES_PER_DRAW * question.draws, seed=question.seed
    )
    without = engine.project_futures(futures=futures, years=[question.year])
    with_reform = engine.project_futures(futures=futures, reforms=[reform_of(question.reform)], years=[question.year])
    labels = list(_labels(question, engine.impact(with_reform, without).values, with_reform.values))
    ways = []
    for done, label in enumerate(labels):
        tell(done, len(labels))
        ways.append(_way(label, futures, question.seed))
    factors = tuple(Factor(one.key, one.kind, rounded(one.low), rounded(one.high)) for one in futures.factors)
    return DiscoveryAnswer(futures.count, factors, tuple(ways))


def _labels(question: ReformQuestion, changes: Values, levels: Values) -> Iterator[Label]:
    """Yield every way to fail: not useful, worse by a yardstick, beyond a floor, noticeably worse for a group."""
    measured = [change_by(one, changes, 0) for one in question.yardsticks]
    if measured:
        yield Label(Criterion.USEFUL, ~engine.useful(measured))
    for yardstick, change in zip(question.yardsticks, measured, strict=True):
        yield Label(Criterion.SIDE, change.is_worse, yardstick=yardstick.key)
    for line in dict.fromkeys(line for one in question.yardsticks for line in one.lines):
        if line.floor is not None:
            first = engine.first_crossing(
                levels[line.outcome, line.group][0], (question.year,), level=line.floor, better=line.better
            )
            yield Label(Criterion.FLOOR, ~np.isnan(first), outcome=line.outcome, group=line.group, limit=line.floor)
    for term in vocabulary.outcomes():
        for group in term.groups:
            counts = vocabulary.group(group).kind != "government"  # what a reform costs is no way to fail by itself
            if counts and term.better and term.noticeable and (term.key, group) in changes:
                gained = changes[term.key, group][0, :, -1] * (1 if term.better == "up" else -1)
                yield Label(
                    Criterion.GROUP,
                    gained < -term.noticeable,
                    outcome=term.key,
                    group=group,
                    limit=term.noticeable,
                )


def _way(label: Label, futures: engine.Futures, seed: int) -> WayToFail:
    told = Told.FAILS if label.fails.mean() <= 0.5 else Told.HOLDS
    is_case = label.fails if told == Told.FAILS else ~label.fails
    names = [factor.key for factor in futures.factors]
    found = engine.discover(engine.Cases(futures.table, names, is_case), seed=seed)
    return WayToFail(
        key=label.key,
        criterion=label.criterion,
        yardstick=label.yardstick,
        outcome=label.outcome,
        group=label.group,
        limit=label.limit,
        found=_outcome(found.found, told),
        told=told,
        fails=rounded(label.fails.mean()),
        cases=found.cases,
        box=_box(found.box) if found.box else None,
        others=tuple(_box(one) for one in found.others),
        refits=_refits(found.refits) if found.refits else None,
        picture=_picture(found, futures, names, label.fails) if found.box else None,
    )


def _outcome(found: engine.Finding, told: Told) -> Outcome:
    if found == engine.Finding.TOO_FEW:
        return Outcome.NEVER if told == Told.FAILS else Outcome.ALWAYS
    return Outcome.BOX if found == engine.Finding.BOX else Outcome.NO_PATTERN


def _box(box: engine.Box) -> Box:
    limits = (
        Limit(
            one.factor,
            None if one.low is None else rounded(one.low, 4),
            None if one.high is None else rounded(one.high, 4),
        )
        for one in box.limits
    )
    return Box(tuple(limits), rounded(box.coverage), rounded(box.density), rounded(box.mass))


def _refits(refits: engine.Refits) -> Refits:
    used = {key: rounded(share) for key, share in sorted(refits.used.items(), key=lambda one: -one[1])}
    return Refits(
        refits.count,
        rounded(refits.same),
        used,
        rounded(refits.coverage),
        rounded(refits.density),
        refits.is_steady,
    )


def _picture(
    found: engine.Discovery, futures: engine.Futures, names: list[str], fails: NDArray[np.bool_]
) -> Picture | None:
    """Return some futures on the first two factors of the box; where it has one, the next that refits use."""
    limited = [limit.factor for limit in found.box.limits] if found.box else []
    refits = sorted(found.refits.used.items(), key=lambda one: -one[1]) if found.refits else []
    chosen = list(dict.fromkeys([*limited, *(key for key, _share in refits), *names]))[:2]
    across, up = (names.index(key) for key in chosen)
    rows = zip(
        futures.table[:MOST_POINTS, across].tolist(),
        futures.table[:MOST_POINTS, up].tolist(),
        fails[:MOST_POINTS].tolist(),
        strict=True,
    )
    points = tuple((rounded(x, 4), rounded(y, 4), float(failing)) for x, y, failing in rows)
    return Picture(names[across], names[up], points)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who gains most and who loses most by a reform, and what it does to the budget: what a heading can say."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshops.enums import SignOf
from workshops.selectors.impact_table import BUDGET, Change, GroupRow, ImpactTable, OutcomeRows
from workshops.selectors.table import Place

NOT_PEOPLE = ("all", "government")


@dataclass(frozen=True, slots=True)
class Point:
    """A noticeable change of one outcome for one group, and the scenarios in which it is certain."""

    outcome: str
    group: str
    sign: SignOf
    places: tuple[Place, ...]
    steps: float


@dataclass(frozen=True, slots=True)
class Budget:
    """The effect on the balance over the scenarios, bn EUR a year, with its sign where that is the same in all."""

    low_bn: float
    high_bn: float
    sign: SignOf
    is_noticeable: bool


@dataclass(frozen=True, slots=True)
class Gains:
    """The largest gain and the largest loss, each in as many scenarios as possible."""

    gain: Point | None
    loss: Point | None
    budget: Budget | None
    places: tuple[Place, ...]


def gains_in(table: ImpactTable) -> Gains:
    """Return what stands out: certain in most scenarios first, then largest."""
    return Gains(
        gain=_largest(_points(table, SignOf.BETTER)),
        loss=_largest(_points(table, SignOf.WORSE)),
        budget=_budget(table.row(*BUDGET)),
        places=table.places,
    )


def _points(table: ImpactTable, sign: SignOf) -> Iterable[Point]:
    for outcome, row in table:
        if row.kind in NOT_PEOPLE:
            continue
        certain = [
            (place, change)
            for place, change in zip(table.places, row.changes, strict=True)
            if change and change.sign == sign and change.is_noticeable
        ]
        if certain:
            yield _point(outcome, row, sign, certain)


def _point(outcome: OutcomeRows, row: GroupRow, sign: SignOf, certain: list[tuple[Place, Change]]) -> Point:
    mean = sum(change.steps for _, change in certain) / len(certain)
    return Point(outcome.key, row.group, sign, tuple(place for place, _ in certain), mean)


def _largest(points: Iterable[Point]) -> Point | None:
    return max(points, key=lambda one: (len(one.places), one.steps), default=None)


def _budget(row: GroupRow | None) -> Budget | None:
    changes = [one for one in row.changes if one] if row else []
    if not changes:
        return None
    signs = {one.sign for one in changes}
    medians = sorted(one.band.mid for one in changes)
    return Budget(
        low_bn=medians[0],
        high_bn=medians[-1],
        sign=signs.pop() if len(signs) == 1 else SignOf.UNCERTAIN,
        is_noticeable=any(one.is_noticeable for one in changes),
    )

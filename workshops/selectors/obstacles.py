# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What keeps a proposal from being useful and desirable: which side, in which scenarios, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshops.enums import Direction, SupportClass, Usefulness
from workshops.selectors.cells import Cell
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import Basis


class Reason(StrEnum):
    """Why a scenario is no pass; the first five fail it (`FAILING`), the others leave it open."""

    UNSUPPORTED = "unsupported"
    WORSE = "worse"
    NO_GAIN = "no_gain"
    UNCERTAIN = "uncertain"
    DEPENDS = "depends"
    SILENT = "silent"
    VOTING = "voting"
    NOT_VOTED = "not_voted"
    DISPUTED = "disputed"
    UNDERWAY = "underway"
    FAILED = "failed"
    OUTDATED = "outdated"
    TO_JUDGE = "to_judge"
    NOT_COMPUTED = "not_computed"


FAILING = frozenset({Reason.UNSUPPORTED, Reason.WORSE, Reason.NO_GAIN, Reason.UNCERTAIN, Reason.DEPENDS})


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason, the side it is about when it is about one, and the scenarios in which it holds."""

    reason: Reason
    side: Side | None
    places: tuple[Place, ...]


def obstacles_in(cells: Sequence[Cell], *, needed_share: float) -> tuple[Obstacle, ...]:
    """Return what blocks a proposal, the same reason in several scenarios told once, what fails first."""
    found: dict[tuple[Reason, Side | None], list[Place]] = {}
    for cell in cells:
        for reason, side in (*undesirable(cell), *useless(cell, needed_share)):
            places = found.setdefault((reason, side), [])
            if cell.place not in places:
                places.append(cell.place)
    order = list(Reason)
    told = [Obstacle(reason, side, tuple(places)) for (reason, side), places in found.items()]
    return tuple(sorted(told, key=lambda one: order.index(one.reason)))


def undesirable(cell: Cell) -> Iterator[tuple[Reason, Side | None]]:
    """Tell why a scenario is no pass on support; nothing when it is one."""
    if cell.is_desirable:
        return
    if cell.is_provisional and cell.is_desirable is None:
        yield Reason.VOTING, None
    elif cell.support is None or cell.verdict == SupportClass.NOT_VOTED:
        yield Reason.NOT_VOTED, None
    elif cell.verdict == SupportClass.INSUFFICIENT:
        silent = cell.support.silent
        yield from ((Reason.SILENT, line.side) for line in cell.lines if line.side.id in silent)
    else:
        carriers = cell.support.carriers
        yield from (
            (Reason.UNSUPPORTED, line.side) for line in cell.lines if line.tally and line.side.id not in carriers
        )


def useless(cell: Cell, needed_share: float) -> Iterator[tuple[Reason, Side | None]]:
    """Tell why a scenario is no pass on usefulness; nothing when it is one."""
    if cell.is_useful:
        return
    if cell.usefulness == Usefulness.NOT_ESTABLISHED:
        yield from _unknown(cell)
        return
    worse = [line.side for line in cell.lines if line.effect.is_worse(needed_share)]
    yield from ((Reason.WORSE, side) for side in worse)
    if worse:
        return
    if not any(line.effect.is_better(needed_share) for line in cell.lines):
        yield Reason.NO_GAIN, None
    elif cell.useful_share is not None and cell.useful_share >= needed_share:
        yield Reason.DEPENDS, None
    else:
        yield Reason.UNCERTAIN, None


def _unknown(cell: Cell) -> Iterator[tuple[Reason, Side | None]]:
    for line in cell.lines:
        if line.effect.judged == Direction.DISPUTED:
            yield Reason.DISPUTED, line.side
    missing = {line.effect.basis for line in cell.lines} - {Basis.COMPUTED, Basis.JUDGED}
    yield from ((Reason(basis.value), None) for basis in Basis if basis in missing)

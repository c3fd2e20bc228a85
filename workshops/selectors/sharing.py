# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Packages that follow from support: what the sides would buy from equal shares of the frame, in each scenario."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, lru_cache
from uuid import UUID

import numpy as np
import numpy.typing as npt
from django.db.models import FilteredRelation, Q

from scenarios.enums import ProjectionState
from scenarios.models import Impact
from workshops.enums import RoundState, Stance
from workshops.models import Proposal, RoundSeat
from workshops.selectors.impact_table import BUDGET
from workshops.selectors.support import Support
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import is_desirable
from workshops.sharing import (
    Core,
    Item,
    Menu,
    Spread,
    completed,
    core_of,
    equal_shares,
    exactly,
    greedy,
    phragmen,
    satisfaction,
)

POINTS: Mapping[Stance, int] = {Stance.FULL: 3, Stance.RESERVATIONS: 2, Stance.LIVE_WITH: 1}
Answers = Mapping[tuple[UUID, UUID], Support]
Counted = npt.NDArray[np.int64]


class Way(StrEnum):
    """How a package is put together."""

    EQUAL_SHARES = "equal_shares"
    COMPLETED = "completed"
    GREEDY = "greedy"
    PHRAGMEN = "phragmen"
    OWN = "own"


class Unshared(StrEnum):
    """Why a proposal takes no part."""

    NOT_ASKED = "not_asked"
    NOT_CLOSED = "not_closed"
    NOT_BY_NAME = "not_by_name"
    NO_COST = "no_cost"


@dataclass(frozen=True, slots=True)
class SharedPackage:
    """What one way puts together: the proposals, what they cost, and what share of its points each side finds in it."""

    way: Way
    proposals: tuple[Proposal, ...]
    cost: Fraction
    satisfaction: tuple[Fraction | None, ...]
    is_beyond: bool = False

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(one.number for one in self.proposals)


@dataclass(frozen=True, slots=True)
class SharedIn:
    """The packages of one scenario; savings and what costs nothing are in every one of them."""

    place: Place
    frame: Fraction
    raised_frame: Fraction
    savings: tuple[tuple[Proposal, Fraction], ...]
    free: tuple[Proposal, ...]
    refused: tuple[Proposal, ...]
    costs: Mapping[int, Fraction]
    packages: tuple[SharedPackage, ...]

    def by(self, way: Way) -> SharedPackage | None:
        return next((one for one in self.packages if one.way == way), None)

    @property
    def main(self) -> SharedPackage | None:
        """The package of equal shares, completed: the one that the core is made of."""
        return self.by(Way.COMPLETED)

    @property
    def others(self) -> list[SharedPackage]:
        return [one for one in self.packages if one.way != Way.COMPLETED]


@dataclass(frozen=True)
class Sharing:
    """The packages in every scenario, what they have in common, and what took no part."""

    sides: tuple[Side, ...]
    places: tuple[SharedIn, ...]
    proposals: tuple[Proposal, ...]
    core: Core
    unshared: tuple[tuple[Proposal, Unshared], ...]
    seats: tuple[int, ...]
    frame: Fraction

    @cached_property
    def core_proposals(self) -> list[tuple[Proposal, float]]:
        """What is in the package in every scenario in nine draws of ten, with the least share of draws."""
        found = set(self.core.items)
        return [(one, self._share(one)) for one in self.proposals if str(one.number) in found]

    @cached_property
    def nearly(self) -> list[tuple[Proposal, float]]:
        """What is in the package somewhere, and not in the core."""
        bought = {number for one in self.places if one.main for number in one.main.numbers}
        core = {one for one, _share in self.core_proposals}
        return [(one, self._share(one)) for one in self.proposals if one.number in bought and one not in core]

    def _share(self, one: Proposal) -> float:
        return float(self.core.shares[str(one.number)])

    @property
    def core_cost(self) -> Fraction:
        """What the core costs in the dearest scenario."""
        numbers = [one.number for one, _share in self.core_proposals]
        return max((sum((one.costs[key] for key in numbers), Fraction(0)) for one in self.places), default=Fraction(0))


@dataclass(frozen=True, slots=True)
class Table:
    """What a sharing is made of, loaded before."""

    sides: Sequence[Side]
    places: Sequence[Place]
    proposals: Sequence[Proposal]
    support: Answers
    frame_bn: float
    year: int


def sharing_of(table: Table, own: Iterable[int] = ()) -> Sharing | None:
    """Return the packages from support: two statements; none when nothing can be shared.

    A proposal takes part when a closed round by name asked about it in every scenario, and its costs are known there. `own` are
    the numbers of proposals that somebody puts together.
    """
    spreads = _spreads(table)
    unshared = {one.number: why for one in table.proposals if (why := _reason(one, table, spreads)) is not None}
    shared = tuple(one for one in table.proposals if one.number not in unshared)
    left = tuple((one, unshared[one.number]) for one in table.proposals if one.number in unshared)
    polls = [_poll(table, one, place) for one in shared for place in table.places]
    sheet = _sheet(polls, table.sides)
    if not shared or not len(sheet.sides):
        return None
    frame = exactly(table.frame_bn)
    menus = []
    for at, place in enumerate(table.places):
        items = [
            Item(
                key=str(one.number),
                cost=exactly(spreads[one.number, place.revision_id].mid),
                is_supported=is_desirable(_poll(table, one, place).verdict) is True,
            )
            for one in shared
        ]
        menus.append(Menu(tuple(items), sheet.points[:, at :: len(table.places)], sheet.sides, frame))
    widths = tuple(tuple(spreads[one.number, place.revision_id] for one in shared) for place in table.places)
    chosen = frozenset(own)
    return Sharing(
        sides=tuple(table.sides),
        places=tuple(_shared_in(place, menu, shared, chosen) for place, menu in zip(table.places, menus, strict=True)),
        proposals=shared,
        core=_core(tuple(_Known(menu) for menu in menus), widths),
        unshared=left,
        seats=tuple(int(size) for size in np.bincount(sheet.sides, minlength=len(table.sides))),
        frame=frame,
    )


def _reason(one: Proposal, table: Table, spreads: Mapping[tuple[int, UUID], Spread]) -> Unshared | None:
    polls = [table.support.get((one.id, place.revision_id)) for place in table.places]
    asked = [poll for poll in polls if poll]
    if not asked or len(asked) < len(polls):
        return Unshared.NOT_ASKED
    if any(poll.round.state != RoundState.CLOSED for poll in asked):
        return Unshared.NOT_CLOSED
    if not all(poll.round.is_by_name for poll in asked):
        return Unshared.NOT_BY_NAME
    if not all((one.number, place.revision_id) in spreads for place in table.places):
        return Unshared.NO_COST
    return None


def _poll(table: Table, one: Proposal, place: Place) -> Support:
    return table.support[one.id, place.revision_id]


def _spreads(table: Table) -> dict[tuple[int, UUID], Spread]:
    """Return what each proposal costs in each scenario: as stated, or by the model with its margin."""
    by_model = {one.reform_revision_id for one in table.proposals if one.reform_revision.budget_from_model}
    outcome, group = BUDGET
    rows = (
        Impact.objects.filter(
            outcome=outcome,
            group=group,
            year=table.year,
            projection__state=ProjectionState.DONE,
            projection__reform_revision__in=by_model,
            projection__scenario_revision__in=[place.revision_id for place in table.places],
        )
        .order_by("projection__requested_at")
        .values_list("projection__reform_revision", "projection__scenario_revision", "low", "mid", "high")
    )
    modelled = {(reform, scenario): Spread(-high, -mid, -low) for reform, scenario, low, mid, high in rows}
    found = {}
    for one in table.proposals:
        for place in table.places:
            stated = 0.0 - one.reform_revision.exante_budget_bn
            spread = (
                modelled.get((one.reform_revision_id, place.revision_id))
                if one.reform_revision.budget_from_model
                else Spread(stated, stated, stated)
            )
            if spread:
                found[one.number, place.revision_id] = spread
    return found


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The points that each seat gives by its ballots, by seat and poll, and the place of each seat's side."""

    points: Counted
    sides: Counted


def _sheet(polls: Sequence[Support], sides: Sequence[Side]) -> _Sheet:
    """Return the ballots of the seats of every round that asked: nought without a ballot, or without support."""
    order = {side.id: place for place, side in enumerate(sides)}
    columns = {poll.poll_id: place for place, poll in enumerate(polls)}
    given = FilteredRelation("seat__ballots", condition=Q(seat__ballots__poll__in=list(columns)))
    rows = (
        RoundSeat.objects.filter(round__in={poll.round.id for poll in polls}, seat__constituency__in=order)
        .annotate(given=given)
        .order_by("seat__constituency__order", "seat__number")
        .values_list("seat", "seat__constituency", "given__poll", "given__stance")
    )
    seats: dict[UUID, tuple[int, int]] = {}
    points: dict[tuple[int, int], int] = {}
    for seat, side, poll, stance in rows:
        line, _side = seats.setdefault(seat, (len(seats), order[side]))
        if poll in columns:
            points[line, columns[poll]] = POINTS.get(Stance(stance), 0)
    found = np.zeros((len(seats), len(polls)), dtype=np.int64)
    for at, given_points in points.items():
        found[at] = given_points
    return _Sheet(found, np.array([side for _line, side in seats.values()], dtype=np.int64))


def _shared_in(place: Place, menu: Menu, proposals: Sequence[Proposal], own: frozenset[int]) -> SharedIn:
    costs = [item.cost or Fraction(0) for item in menu.items]
    ways = {
        Way.COMPLETED: completed(menu.election).items,
        Way.EQUAL_SHARES: equal_shares(menu.election).items,
        Way.GREEDY: greedy(menu.election).items,
        Way.PHRAGMEN: phragmen(menu.election).items,
    }
    found = [_package(way, menu.taken(bought), menu, proposals) for way, bought in ways.items()]
    if own:
        kept = [at for at, one in enumerate(proposals) if one.number in own]
        found.append(_package(Way.OWN, kept, menu, proposals))
    return SharedIn(
        place=place,
        frame=menu.frame,
        raised_frame=menu.raised_frame,
        savings=tuple((proposals[at], -costs[at]) for at in menu.savings),
        free=tuple(proposals[at] for at in menu.free),
        refused=tuple(proposals[at] for at in menu.refused),
        costs={one.number: cost for one, cost in zip(proposals, costs, strict=True)},
        packages=tuple(found),
    )


def _package(way: Way, chosen: Sequence[int], menu: Menu, proposals: Sequence[Proposal]) -> SharedPackage:
    cost = sum((menu.items[at].cost or Fraction(0) for at in chosen), Fraction(0))
    told = satisfaction(menu.points, menu.sides, chosen)
    return SharedPackage(way, tuple(proposals[at] for at in chosen), cost, tuple(told), cost > menu.frame)


class _Known:
    """A menu that is the same as another with the same items and points, so that a core is computed once a process."""

    def __init__(self, menu: Menu) -> None:
        self.menu = menu
        self.told = (menu.items, menu.frame, menu.points.tobytes(), menu.points.shape, menu.sides.tobytes())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.told == other.told

    def __hash__(self) -> int:
        return hash(self.told)


@lru_cache(maxsize=32)
def _core(menus: tuple[_Known, ...], spreads: tuple[tuple[Spread, ...], ...]) -> Core:
    return core_of([one.menu for one in menus], spreads)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The Method of Equal Shares: every voter gets an equal part of the money and spends it on what it supports.

An item is bought when its supporters can pay for it together. They pay in proportion to the points they gave, or all
they have left. The item with the lowest price a point goes first (Peters, Pierczynski and Skowron, 2021).

Floats propose, fractions decide. What a voter has left is either nought or its endowment minus, for every purchase, the
price times its points: so the exact money of any group of voters takes sums of whole points and one product a purchase,
whatever the number of voters. Only who lies within `NEAR` of a boundary is looked at exactly, one by one.
"""

import math
from collections.abc import Iterable
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from workshops.sharing.election import Choice, Election

NEAR = 1e-9  # of an endowment or a price: within it the exact numbers decide
BLOCK = 6  # items looked at together
STEP = Fraction(1, 20)
MOST = 3

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


def equal_shares(election: Election, frame: Fraction | None = None) -> Choice:
    """Return what is bought when the sides share the frame, or another amount, and nothing is added."""
    return _Market(election, election.frame if frame is None else frame).run()


def completed(election: Election, *, step: Fraction = STEP, most: int = MOST) -> Choice:
    """Return what is bought when everybody's money is raised step by step, as long as the items fit the frame.

    Equal shares leaves money over that no group can spend. So the money is raised by a part of the frame at a time, until
    nothing more fits, until the next step would exceed the frame, or until it is so many times the frame.
    """
    found = Choice((), Fraction(0))
    amount = election.frame
    supported = [item for item in range(len(election.costs)) if election.points[:, item].any()]
    while amount <= most * election.frame:
        tried = equal_shares(election, amount)
        if tried.cost > election.frame:
            return found
        found = tried
        left = election.frame - found.cost
        if not any(election.costs[item] <= left for item in supported if item not in found.items):
            return found
        amount += step * election.frame
    return found


class _Market:
    """The money of every voter while items are bought."""

    def __init__(self, election: Election, frame: Fraction) -> None:
        self.election = election
        self.points = np.asfortranarray(election.points, dtype=np.float64)  # by column
        self.endowments = election.endowments(frame)
        self.full = (
            np.array([float(one) for one in self.endowments])[election.sides] if len(election.sides) else _none()
        )
        self.money = self.full.copy()
        self.is_broke = np.zeros(len(self.money), dtype=bool)
        self.costs = np.array([float(cost) for cost in election.costs])
        self.bought: list[int] = []
        self.unit = math.lcm(*(one.denominator for one in self.endowments))  # all money is counted in parts of this
        self.owned = [int(one * self.unit) for one in self.endowments]
        self.prices: list[int] = []
        self.given = np.empty(self.points.shape[::-1])  # points by purchase and voter, as far as bought
        self.near = NEAR * max((float(one) for one in self.endowments), default=0.0)

    def run(self) -> Choice:
        """Buy until nothing is left that its supporters can pay for."""
        points = self.points.sum(axis=0)
        least = np.divide(self.costs, points, out=np.full(len(points), np.inf), where=points > 0)
        while True:
            found = self._cheapest(least)
            if found is None:
                return Choice(tuple(self.bought), self.election.cost_of(self.bought))
            item, price = found
            self._buy(item, price)
            least[item] = np.inf

    def _cheapest(self, least: Floats) -> tuple[int, Fraction] | None:
        """Return the item with the lowest price a point, exactly; `least` is raised to what is now known of each.

        Prices only rise while money is spent, so what an item cost before is the least it can cost now: items are looked
        at in that order, and the search ends where the next cannot be cheaper.
        """
        order = np.argsort(least, kind="stable")
        order = order[np.isfinite(least[order])]
        best, at = np.inf, 0
        while at < len(order) and least[order[at]] <= best * (1 + NEAR):
            items = order[at : at + BLOCK]
            least[items] = self._proposed(items, least[items])
            best = min(best, float(least[items].min()))
            at += BLOCK
        if not np.isfinite(best):
            return None
        found: tuple[int, Fraction] | None = None
        for item in np.flatnonzero(least <= best * (1 + NEAR)):
            price = self._price(int(item), float(least[item]))
            if price is None:
                least[item] = np.inf
            elif found is None or (price, self.election.costs[item], int(item)) < (
                found[1],
                self.election.costs[found[0]],
                found[0],
            ):
                found = int(item), price
        return found or self._cheapest(least)

    def _proposed(self, items: npt.NDArray[np.int64], least: Floats) -> Floats:
        """Return prices a point in floats, infinite where there is too little money: Newton's method from below."""
        points, costs, money = self.points[:, items], self.costs[items], self.money[:, None]
        price = least.copy()
        has_enough = ((points > 0) * money).sum(axis=0) >= costs - len(self.money) * self.near
        for _step in range(len(self.money) + 1):
            gives_all = price * points > money
            paid = (gives_all * money).sum(axis=0)
            sharing = points.sum(axis=0) - (gives_all * points).sum(axis=0)
            raised = np.divide(costs - paid, sharing, out=price.copy(), where=sharing > 0.5)
            if not (raised[has_enough] > price[has_enough] * (1 + 1e-13)).any():
                break
            price = np.maximum(raised, price)
        return np.where(has_enough, price, np.inf)

    def _price(self, item: int, near: float) -> Fraction | None:
        """Return the exact price a point, none when the supporters have too little: floats say who is far from giving all."""
        cost, whole = self.election.costs[item], self.election.points[:, item]
        supporters = whole > 0
        if self.money[supporters].sum() < self.costs[item] + len(whole) * self.near:
            money = self._sum(supporters)
            if money < cost:
                return None
            if money == cost:
                return max(self._left(voter) / int(whole[voter]) for voter in self._alike(supporters, item))
        due = near * self.points[:, item]
        gives_all = supporters & (due > self.money + self.near)
        unsure = self._alike(supporters & (np.abs(due - self.money) <= self.near), item)
        while True:
            sharing = int(whole[supporters & ~gives_all].sum())
            given = self._sum(gives_all) if gives_all.any() else Fraction(0)
            price = (cost - given) / sharing
            short = [voter for voter in unsure if price * int(whole[voter]) > self._left(voter)]
            if all(gives_all[voter] for voter in short):
                return price
            gives_all = gives_all | self._like(short, item)

    def _buy(self, item: int, price: Fraction) -> None:
        """Take the money: who is due as much as it has, or more, is left with nothing."""
        whole, due = self.election.points[:, item], float(price) * self.points[:, item]
        is_spent = (whole > 0) & (due > self.money + self.near)
        unsure = self._alike((whole > 0) & (np.abs(due - self.money) <= self.near), item)
        is_spent |= self._like([one for one in unsure if price * int(whole[one]) >= self._left(one)], item)
        self.given[len(self.bought)] = self.points[:, item]
        self.bought.append(item)
        self._count_in(price.denominator)
        self.prices.append(int(price * self.unit))
        self.is_broke |= is_spent
        self.money = self.money - due
        self.money[self.is_broke] = 0.0

    def _left(self, voter: int) -> Fraction:
        """Return exactly what one voter has left."""
        if self.is_broke[voter]:
            return Fraction(0)
        points = self.election.points[voter, self.bought].tolist()
        spent = sum(price * one for price, one in zip(self.prices, points, strict=True))
        return Fraction(self.owned[self.election.sides[voter]] - spent, self.unit)

    def _sum(self, voters: Mask) -> Fraction:
        """Return exactly what some voters have left together."""
        able = voters & ~self.is_broke
        heads = np.bincount(self.election.sides[able], minlength=len(self.owned)).tolist()
        points = (
            (self.given[: len(self.bought)] @ able.astype(np.float64)).astype(np.int64).tolist()
        )  # whole numbers: exact in floats
        full = sum(one * count for one, count in zip(self.owned, heads, strict=True))
        return Fraction(full - sum(price * one for price, one in zip(self.prices, points, strict=True)), self.unit)

    def _count_in(self, parts: int) -> None:
        """Count all money in smaller parts, so that these fit too."""
        unit = math.lcm(self.unit, parts)
        smaller = unit // self.unit
        if smaller > 1:
            self.unit, self.owned = unit, [one * smaller for one in self.owned]
            self.prices = [one * smaller for one in self.prices]

    def _alike(self, voters: Mask, item: int) -> list[int]:
        """Return one voter of every kind: who spent alike and gives alike has alike."""
        where = np.flatnonzero(voters)
        if len(where) < 2:
            return [int(one) for one in where]
        _kinds, first = np.unique(self._kinds(where, item), axis=0, return_index=True)
        return [int(where[one]) for one in first]

    def _like(self, some: Iterable[int], item: int) -> Mask:
        """Return everybody of the kinds that these voters are of."""
        found = np.zeros(len(self.money), dtype=bool)
        chosen = list(some)
        if chosen:
            kinds = self._kinds(np.arange(len(found)), item)
            for voter in chosen:
                found |= (kinds == kinds[voter]).all(axis=1)
        return found

    def _kinds(self, voters: npt.NDArray[np.int64], item: int) -> npt.NDArray[np.int64]:
        points = self.election.points[voters]
        own = np.column_stack([self.election.sides[voters], self.is_broke[voters], points[:, item]])
        return np.hstack([own, points[:, self.bought]])


def _none() -> Floats:
    return np.zeros(0)

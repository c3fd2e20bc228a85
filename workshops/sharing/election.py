# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What there is to divide: voters on sides, items with a price, points that voters give; and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Election:
    """Items with prices above nought, in the order that settles a tie; `points` by voter and item, `sides` by voter.

    Every side owns an equal share of the frame, and every voter of it an equal share of that.
    """

    costs: tuple[Fraction, ...]
    points: Points
    sides: npt.NDArray[np.int64]
    frame: Fraction

    @cached_property
    def side_sizes(self) -> tuple[int, ...]:
        """Voters per side."""
        return tuple(int(size) for size in np.bincount(self.sides)) if len(self.sides) else ()

    def endowments(self, frame: Fraction) -> tuple[Fraction, ...]:
        """Return what one voter of each side has to spend of an amount."""
        seated = sum(size > 0 for size in self.side_sizes)
        return tuple(frame / (seated * size) if size else Fraction(0) for size in self.side_sizes)

    def cost_of(self, chosen: Iterable[int]) -> Fraction:
        """Return what items cost together."""
        return sum((self.costs[item] for item in chosen), Fraction(0))

    def before(self, one: int, other: int) -> bool:
        """Say whether an item goes first when two are equal: the cheaper, then the one named first."""
        return (self.costs[one], one) < (self.costs[other], other)


@dataclass(frozen=True, slots=True)
class Choice:
    """Items in the order in which they were bought, and what they cost together."""

    items: tuple[int, ...]
    cost: Fraction


def satisfaction(points: Points, sides: npt.NDArray[np.int64], chosen: Sequence[int]) -> list[Fraction | None]:
    """Return per side which share of the points that its voters gave went to what was chosen; none when it gave none."""
    found: list[Fraction | None] = []
    for side in range(int(sides.max()) + 1 if len(sides) else 0):
        given = points[sides == side]
        every, got = int(given.sum()), int(given[:, list(chosen)].sum())
        found.append(Fraction(got, every) if every else None)
    return found

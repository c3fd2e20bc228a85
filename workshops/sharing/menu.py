# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is put into the sharing and what stays out: savings raise the frame, what costs nothing is no matter of money."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
import numpy.typing as npt

from workshops.sharing.election import Election, Points


@dataclass(frozen=True, slots=True)
class Item:
    """Something that may be taken: its price (below nought it saves; none: not known), and whether the council wants it."""

    key: str
    cost: Fraction | None
    is_supported: bool


@dataclass(frozen=True)
class Menu:
    """Items by what becomes of them before any money is divided.

    `savings` are adopted and raise the frame; `free` are adopted and cost nothing; `refused` save or cost nothing but lack
    support; `unpriced` cannot take part. The rest, `priced`, is divided.
    """

    items: tuple[Item, ...]
    points: Points
    sides: npt.NDArray[np.int64]
    frame: Fraction

    @cached_property
    def savings(self) -> tuple[int, ...]:
        return self._those(lambda cost, is_supported: cost < 0 and is_supported)

    @cached_property
    def free(self) -> tuple[int, ...]:
        return self._those(lambda cost, is_supported: cost == 0 and is_supported)

    @cached_property
    def refused(self) -> tuple[int, ...]:
        return self._those(lambda cost, is_supported: cost <= 0 and not is_supported)

    @cached_property
    def priced(self) -> tuple[int, ...]:
        return self._those(lambda cost, _is_supported: cost > 0)

    @cached_property
    def unpriced(self) -> tuple[int, ...]:
        return tuple(place for place, item in enumerate(self.items) if item.cost is None)

    @cached_property
    def raised_frame(self) -> Fraction:
        """The frame with what the adopted savings bring in."""
        saved = (self.items[place].cost for place in self.savings)
        return self.frame - sum((cost for cost in saved if cost is not None), Fraction(0))

    @cached_property
    def election(self) -> Election:
        """What is divided, over the items in `priced`."""
        costs = (self.items[place].cost for place in self.priced)
        return Election(
            costs=tuple(cost for cost in costs if cost is not None),
            points=self.points[:, list(self.priced)],
            sides=self.sides,
            frame=self.raised_frame,
        )

    def taken(self, bought: Sequence[int]) -> tuple[int, ...]:
        """Return everything that is in a package: savings, what is free, and what was bought, as places in `items`."""
        return tuple(sorted({*self.savings, *self.free, *(self.priced[one] for one in bought)}))

    def _those(self, holds: Callable[[Fraction, bool], bool]) -> tuple[int, ...]:
        return tuple(
            place
            for place, item in enumerate(self.items)
            if item.cost is not None and holds(item.cost, item.is_supported)
        )

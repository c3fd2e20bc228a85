# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Packages with the proposals they are made of, and the axes they are drawn on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scenarios.selectors.studies.packages import Clash, Package, PackagesAnswer
from workshops.models import Proposal
from workshops.selectors.table import Place, Side


@dataclass(frozen=True, slots=True)
class Row:
    """One package that no other beats."""

    number: int
    package: Package
    proposals: tuple[Proposal, ...]
    side: Side | None
    place: Place | None


@dataclass(frozen=True, slots=True)
class Left:
    """Proposals that cannot be taken together."""

    proposals: tuple[Proposal, ...]
    clash: Clash


@dataclass(frozen=True, slots=True)
class Packages:
    """What was found, with names in place of numbers."""

    answer: PackagesAnswer
    rows: tuple[Row, ...]
    left: tuple[Left, ...]
    needed_share: float

    @property
    def useful(self) -> list[Row]:
        """Those that are useful in every scenario, by the model."""
        return [row for row in self.rows if row.package.useful >= self.needed_share]

    @property
    def rest(self) -> list[Row]:
        """Those that are not useful in some scenario: they stand at the edge for their cost or their support."""
        return [row for row in self.rows if row.package.useful < self.needed_share]

    @property
    def costs(self) -> tuple[float, float]:
        """The lowest and highest cost of all that was tried."""
        known = [0.0, *(row.package.cost_bn for row in self.rows), *(cost for cost, _gain in self.answer.others)]
        return min(known), max(known)

    @property
    def gains(self) -> tuple[float, float]:
        """The lowest and highest gain of all that was tried."""
        known = [0.0, *(row.package.gain for row in self.rows), *(gain for _cost, gain in self.answer.others)]
        return min(known), max(known)


def packages_with(
    answer: PackagesAnswer,
    proposals: Sequence[Proposal],
    sides: Sequence[Side],
    places: Sequence[Place],
    *,
    needed_share: float,
) -> Packages:
    """Put names in place of numbers: no statements; what left the table since is left out."""
    by_number = {str(one.number): one for one in proposals}
    by_yardstick = {str(side.yardstick_id): side for side in sides}
    by_revision = {str(place.revision_id): place for place in places}
    rows = [
        Row(0, one, _named(one.package, by_number), by_yardstick.get(one.yardstick), by_revision.get(one.scenario))
        for one in answer.efficient
        if all(key in by_number for key in one.package)
    ]
    numbered = (
        Row(number, row.package, row.proposals, row.side, row.place) for number, row in enumerate(rows, start=1)
    )
    left = (
        Left(_named(one.package, by_number), one)
        for one in answer.clashes
        if all(key in by_number for key in one.package)
    )
    return Packages(answer, tuple(numbered), tuple(left), needed_share)


def _named(package: Sequence[str], by_number: Mapping[str, Proposal]) -> tuple[Proposal, ...]:
    return tuple(by_number[key] for key in package)

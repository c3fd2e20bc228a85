# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether new policy is needed at all in a scenario: on which points each side says so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workshops.enums import NeedClass
from workshops.models import Proposal
from workshops.selectors.support import Support
from workshops.selectors.table import Place

Cell = tuple[Proposal, Place, Support | None]


@dataclass(frozen=True, slots=True)
class PlaceNeeds:
    """One scenario: the proposals that were asked about, by what the sides answered of their point."""

    place: Place
    points: Mapping[NeedClass, tuple[Proposal, ...]]

    @property
    def asked(self) -> int:
        return sum(len(proposals) for proposals in self.points.values())

    @property
    def needed(self) -> int:
        """Points on which every side says that new policy is needed."""
        return len(self.points.get(NeedClass.NEEDED, ()))

    @property
    def columns(self) -> list[tuple[NeedClass, tuple[Proposal, ...]]]:
        """Every answer in its order, also where no point got it."""
        return [(one, self.points.get(one, ())) for one in NeedClass if one != NeedClass.NOT_ANSWERED]


def needs_in(cells: Iterable[Cell]) -> list[PlaceNeeds]:
    """Return per scenario on which points new policy is needed, as far as that was answered and is told."""
    found: dict[Place, dict[NeedClass, list[Proposal]]] = {}
    for proposal, place, support in cells:
        if support is not None and support.is_shown and support.need.is_answered:
            found.setdefault(place, {}).setdefault(support.need.verdict, []).append(proposal)
    return [
        PlaceNeeds(place, {one: tuple(proposals) for one, proposals in points.items()})
        for place, points in sorted(found.items(), key=lambda item: item[0].letter)
    ]

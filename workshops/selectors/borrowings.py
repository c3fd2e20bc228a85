# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The crosswalk: what others assume, and what a scenario does with it."""

from dataclasses import dataclass

from scenarios import vocabulary
from workshops.models import Borrowing, WorkshopScenario


@dataclass(frozen=True, slots=True)
class Crossing:
    """One assumption of others and what was said of it, if anything."""

    assumption: vocabulary.OthersAssumption
    said: Borrowing | None
    is_about_earlier: bool


@dataclass(frozen=True, slots=True)
class Crossings:
    """Somebody else's scenario with all that is known to be assumed in it."""

    other: vocabulary.OtherScenario
    rows: tuple[Crossing, ...]

    @property
    def said(self) -> int:
        """Of how many assumptions something was said."""
        return sum(row.said is not None for row in self.rows)


def crosswalk_of(place: WorkshopScenario) -> list[Crossings]:
    """Return every scenario of others beside one of ours: one statement."""
    known = {
        (row.other, row.assumption): row
        for row in Borrowing.objects.filter(place=place).select_related("revision").order_by("pk")
    }
    return [
        Crossings(
            other,
            tuple(_crossing(one, known.get((other.key, one.key)), place) for one in other.assumptions),
        )
        for other in vocabulary.others()
    ]


def _crossing(assumption: vocabulary.OthersAssumption, said: Borrowing | None, place: WorkshopScenario) -> Crossing:
    return Crossing(assumption, said, said is not None and said.revision_id != place.revision_id)

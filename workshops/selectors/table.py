# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The axes of every picture: the sides at the table and the scenarios' places."""

from dataclasses import dataclass, field
from uuid import UUID

from scenarios import vocabulary
from scenarios.models import Yardstick
from workshops.models import Constituency, Workshop, WorkshopScenario


@dataclass(frozen=True, slots=True)
class Measure:
    """What a side measures by: one outcome, or a mix of several counted in smallest differences."""

    title: str
    outcome: str
    groups: tuple[str, ...]
    better: str
    smallest_difference: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Side:
    """A constituency as the pictures need it."""

    id: UUID
    key: str
    title: str
    singular: str
    mark: str
    yardstick_id: UUID
    measure: Measure
    groups: tuple[str, ...]
    yardstick: Yardstick = field(default_factory=Yardstick, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """A scenario as the pictures need it."""

    letter: str
    key: str
    title: str
    revision_id: UUID
    revision_number: int


def sides_of(workshop: Workshop) -> list[Side]:
    """Return the sides in the order of the table, each with its yardstick: one statement."""
    rows = Constituency.objects.filter(workshop=workshop).select_related("yardstick").order_by("order")
    return [side_of(row) for row in rows]


def side_of(row: Constituency) -> Side:
    """Return a constituency, loaded with its yardstick, as the pictures need it."""
    return Side(
        id=row.id,
        key=row.key,
        title=row.said("title"),
        singular=row.said("singular"),
        mark=row.mark,
        yardstick_id=row.yardstick_id,
        measure=_measure(row),
        groups=tuple(row.groups),
        yardstick=row.yardstick,
    )


def _measure(row: Constituency) -> Measure:
    lines = row.yardstick.lines
    outcomes = {line["outcome"] for line in lines}
    outcome = vocabulary.outcome(outcomes.pop()) if len(outcomes) == 1 else None
    return Measure(
        title=row.yardstick.said("title"),
        outcome=outcome.key if outcome else "",
        groups=tuple(line["group"] for line in lines),
        better=lines[0]["better"] if outcome else "up",
        smallest_difference=lines[0]["smallest_difference"] if outcome else 1.0,
        tolerance=lines[0]["tolerance"] if outcome else 0.0,
    )


def places_of(workshop: Workshop) -> list[Place]:
    """Return the scenarios in the order of the workshop: one statement."""
    return [place_of(row) for row in workshop.places.select_related("revision", "scenario").order_by("order")]


def place_of(row: WorkshopScenario) -> Place:
    """Return a scenario, loaded with its edition, as the pictures need it."""
    return Place(row.letter, row.scenario.key, row.revision.said("title"), row.revision_id, row.revision.number)

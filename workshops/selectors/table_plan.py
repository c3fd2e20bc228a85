# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who sits at the table on a day, side by side, and who has a role beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workshops.enums import Holding
from workshops.models import Constituency, Mandate, Participation, Seat, Workshop


@dataclass(frozen=True, slots=True)
class SeatHeld:
    """A seat with who holds it on the day, the member first."""

    seat: Seat
    mandates: tuple[Mandate, ...]

    @property
    def is_empty(self) -> bool:
        return not any(one.holding == Holding.MEMBER for one in self.mandates)


@dataclass(frozen=True, slots=True)
class SideSeated:
    """A side with its seats."""

    side: Constituency
    seats: tuple[SeatHeld, ...]

    @property
    def organisations(self) -> list[tuple[str, int]]:
        """The organisations with their number of seats; those without one under an empty name."""
        counted: dict[str, int] = {}
        for one in self.seats:
            name = one.seat.delegation.said("name") if one.seat.delegation else ""
            counted[name] = counted.get(name, 0) + 1
        return list(counted.items())

    @property
    def empty(self) -> int:
        return sum(one.is_empty for one in self.seats)


@dataclass(frozen=True, slots=True)
class TablePlan:
    """The whole table."""

    sides: tuple[SideSeated, ...]
    roles: tuple[Participation, ...]

    @property
    def seats(self) -> int:
        return sum(len(one.seats) for one in self.sides)


def table_plan(workshop: Workshop, *, day: date) -> TablePlan:
    """Return who sits where on a day, or will: four statements."""
    held: dict[object, list[Mandate]] = {}
    mandates = Mandate.objects.filter(seat__constituency__workshop=workshop).exclude(ends_on__lt=day)
    for one in mandates.select_related("person").order_by("holding", "starts_on"):
        held.setdefault(one.seat_id, []).append(one)
    seats: dict[object, list[SeatHeld]] = {}
    rows = Seat.objects.filter(constituency__workshop=workshop).select_related("delegation").order_by("number")
    for seat in rows:
        seats.setdefault(seat.constituency_id, []).append(SeatHeld(seat, tuple(held.get(seat.id, ()))))
    sides = Constituency.objects.filter(workshop=workshop).order_by("order")
    roles = Participation.objects.filter(workshop=workshop).select_related("person").order_by("role", "person__name")
    return TablePlan(tuple(SideSeated(side, tuple(seats.get(side.id, ()))) for side in sides), tuple(roles))


def lines_of(plan: TablePlan) -> Iterator[list[str]]:
    """Return the table as rows that can be brought in again."""
    for one in plan.sides:
        for place in one.seats:
            organisation = place.seat.delegation.name if place.seat.delegation else ""
            seat = [one.side.key, organisation, str(place.seat.number)]
            for mandate in place.mandates:
                person = mandate.person
                days = [mandate.starts_on.isoformat(), mandate.ends_on.isoformat() if mandate.ends_on else ""]
                yield [*seat, mandate.holding, person.name, person.username, *days]
            if not place.mandates:
                yield [*seat, "", "", "", "", ""]

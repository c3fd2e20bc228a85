# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who somebody is in a workshop, and who the example people are."""

from dataclasses import dataclass, field
from datetime import date

from django.contrib.auth.models import AnonymousUser

from workshops.enums import Holding, Role
from workshops.models import Mandate, Participation, Seat, User, Workshop


@dataclass(frozen=True, slots=True)
class Capacity:
    """One seat or role that a person acts in."""

    key: str
    label: str
    seat: Seat | None = None
    holding: Holding | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that decides what a person may do in one workshop: computed once a request."""

    person: User | None
    roles: frozenset[Role] = frozenset()
    seats: tuple[Seat, ...] = ()
    capacities: tuple[Capacity, ...] = field(default=())

    @property
    def is_signed_in(self) -> bool:
        return self.person is not None

    @property
    def is_facilitator(self) -> bool:
        return Role.FACILITATOR in self.roles

    @property
    def is_secretary(self) -> bool:
        return Role.SECRETARY in self.roles

    @property
    def has_seat(self) -> bool:
        return bool(self.seats)

    @property
    def takes_part(self) -> bool:
        return bool(self.roles or self.seats)

    def seat(self, seat_id: object) -> Seat | None:
        """Return the seat of that id when this person holds it."""
        return next((seat for seat in self.seats if str(seat.id) == str(seat_id)), None)

    def capacity_of(self, seat: Seat | None) -> str:
        """Return in which capacity an act through this seat, or else through a role, is done."""
        if seat is not None:
            return f"{seat.constituency.key}:{seat.number}"
        return next((role.value for role in sorted(self.roles)), "")


def standing_of(person: User | AnonymousUser, workshop: Workshop, *, day: date) -> Standing:
    """Return what a person is in a workshop on a day: two statements, none for a stranger."""
    if not isinstance(person, User):
        return Standing(person=None)
    roles = frozenset(Role(row.role) for row in Participation.objects.filter(workshop=workshop, person=person))
    mandates = list(
        Mandate.objects.current(day)
        .filter(person=person, seat__constituency__workshop=workshop)
        .select_related("seat__constituency", "seat__delegation")
        .order_by("holding", "seat__constituency__order", "seat__number")
    )
    capacities = [
        Capacity(str(row.seat_id), row.seat.constituency.said("singular"), seat=row.seat, holding=Holding(row.holding))
        for row in mandates
    ] + [Capacity(role.value, role.value, role=role) for role in sorted(roles)]
    return Standing(person, roles, tuple(row.seat for row in mandates), tuple(capacities))


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """A fictional person of the worked example, for the sign-in page."""

    username: str
    name: str
    role: str


def example_people() -> list[ExamplePerson]:
    """Return the people of the worked example that a visitor may sign in as, facilitators and secretaries first."""
    people = (
        User.objects.filter(is_fictional=True, participations__isnull=False)
        .distinct()
        .prefetch_related("participations")
    )
    members = (
        Mandate.objects.filter(person__is_fictional=True, holding=Holding.MEMBER, seat__number__lte=1)
        .select_related("person", "seat__constituency")
        .order_by("seat__constituency__order", "seat__number")
    )
    return [
        ExamplePerson(row.person.username, row.person.name, row.seat.constituency.said("singular")) for row in members
    ] + [ExamplePerson(one.username, one.name, one.participations.all()[0].role) for one in people]

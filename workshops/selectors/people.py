# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who somebody is in a workshop, and who the example people are."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from workshops.enums import Holding, Role
from workshops.models import Mandate, Participation, Seat, User, Workshop
from workshops.rules import NOBODY, Standing


def standing_of(person: User | AnonymousUser, workshop: Workshop, *, day: date) -> Standing:
    """Return what a person is in a workshop on a day: two statements, none for a stranger."""
    if not isinstance(person, User):
        return NOBODY
    roles = frozenset(Role(row.role) for row in Participation.objects.filter(workshop=workshop, person=person))
    mandates = list(
        Mandate.objects.current(day)
        .filter(person=person, seat__constituency__workshop=workshop)
        .select_related("seat__constituency", "seat__delegation")
        .order_by("holding", "seat__constituency__order", "seat__number")
    )
    return Standing(person, roles, *_held(mandates))


def standings_of(person: User, *, day: date) -> dict[UUID, Standing]:
    """Return what a person is in every workshop they take part in: two statements."""
    roles: dict[UUID, set[Role]] = {}
    for row in Participation.objects.filter(person=person):
        roles.setdefault(row.workshop_id, set()).add(Role(row.role))
    mandates: dict[UUID, list[Mandate]] = {}
    held = Mandate.objects.current(day).filter(person=person).select_related("seat__constituency", "seat__delegation")
    for mandate in held.order_by("holding", "seat__constituency__order", "seat__number"):
        mandates.setdefault(mandate.seat.constituency.workshop_id, []).append(mandate)
    return {
        workshop: Standing(person, frozenset(roles.get(workshop, ())), *_held(mandates.get(workshop, [])))
        for workshop in roles.keys() | mandates.keys()
    }


def _held(mandates: list[Mandate]) -> tuple[tuple[Seat, ...], frozenset[UUID]]:
    """Return the seats, own ones first, and which of them are held as a substitute only."""
    seats = {row.seat_id: row.seat for row in mandates}
    own = {row.seat_id for row in mandates if row.holding == Holding.MEMBER}
    return tuple(seats.values()), frozenset(seats.keys() - own)


def people_at(workshop: Workshop, *, day: date) -> list[User]:
    """Return who takes part in a workshop on a day, in a seat or a role, by name: one statement."""
    seated = Mandate.objects.current(day).filter(seat__constituency__workshop=workshop).values("person")
    with_role = Participation.objects.filter(workshop=workshop).values("person")
    return list(User.objects.filter(Q(pk__in=seated) | Q(pk__in=with_role)).order_by("name", "username"))


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """A fictional person of the worked example, for the sign-in page."""

    username: str
    name: str
    role: str


def example_people() -> list[ExamplePerson]:
    """Return the fictional people that a visitor may sign in as, each once: the first of each side, then those with a role."""
    roles = Participation.objects.filter(person__is_fictional=True).select_related("person").order_by("role", "pk")
    members = (
        Mandate.objects.filter(person__is_fictional=True, holding=Holding.MEMBER, seat__number__lte=2)
        .select_related("person", "seat__constituency")
        .order_by("seat__constituency__order", "seat__number")
    )
    every = [
        *(
            ExamplePerson(row.person.username, row.person.name, row.seat.constituency.said("singular"))
            for row in members
        ),
        *(ExamplePerson(row.person.username, row.person.name, row.role) for row in roles),
    ]
    found: dict[str, ExamplePerson] = {}
    for one in every:
        found.setdefault(one.username, one)
    return list(found.values())

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The invented council: sides, organisations, seats, and the people on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from scenarios.models import Yardstick
from workshops.enums import Holding, Role
from workshops.errors import WorkshopError
from workshops.models import Constituency, Delegation, Mandate, Participation, Seat, User, Workshop
from workshops.services.tables import Entry, table, written

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class SeatedCouncil:
    """Who sits where: seats and members by side and number, people by the name they sign in with."""

    constituencies: Mapping[str, Constituency]
    seats: Mapping[Place, Seat]
    members: Mapping[Place, User]
    people: Mapping[str, User]
    roles: Mapping[str, Role]

    def first_in(self, role: Role) -> User:
        """Return the first person in a role."""
        return next(self.people[name] for name, held in self.roles.items() if held == role)

    def capacity_of(self, name: str) -> str:
        """Return what somebody acts as: the first seat, else the role."""
        for (side, number), member in self.members.items():
            if member.username == name:
                return f"{side}:{number}"
        return self.roles[name].value


def load_council(
    *, workshop: Workshop, yardsticks: Mapping[str, Yardstick], password: str, since: date
) -> SeatedCouncil:
    """Seat the whole council, everybody with the same password."""
    told = table("council")
    constituencies = _constituencies(workshop, told["constituencies"], yardsticks)
    seats = _seats(constituencies, told["delegations"], told["people"])
    people = _people(told["people"], password)
    members = _mandates(told["people"], people, seats, since)
    roles = {entry["username"]: Role(entry["role"]) for entry in told["people"] if "role" in entry}
    Participation.objects.bulk_create(
        Participation(workshop=workshop, person=people[name], role=role) for name, role in roles.items()
    )
    return SeatedCouncil(constituencies, seats, members, people, roles)


def _constituencies(
    workshop: Workshop, told: list[Entry], yardsticks: Mapping[str, Yardstick]
) -> dict[str, Constituency]:
    agreed = table("agreements")
    rows = {
        entry["key"]: Constituency(
            workshop=workshop,
            key=entry["key"],
            order=entry["order"],
            mark=entry["mark"],
            yardstick=yardsticks[agreed["yardsticks"][entry["key"]]],
            groups=agreed["groups"][entry["key"]],
            quorum=agreed["quorum"][entry["key"]],
            **written(entry, "title", "singular"),
        )
        for entry in told
    }
    Constituency.objects.bulk_create(rows.values())
    return rows


def _seats(
    constituencies: Mapping[str, Constituency], delegations: list[Entry], people: list[Entry]
) -> dict[Place, Seat]:
    """Return a seat for every number that a member holds; Crown-appointed members sit without an organisation."""
    organisations: dict[Place, Delegation] = {}
    for entry in delegations:
        row = Delegation(
            constituency=constituencies[entry["constituency"]], key=entry["key"], name=entry["name"], is_fictional=True
        )
        organisations |= {(entry["constituency"], number): row for number in entry["seats"]}
    Delegation.objects.bulk_create({row.id: row for row in organisations.values()}.values())
    taken = [place for entry in people if entry.get("holding") == Holding.MEMBER for place in _places(entry)]
    seats = {
        (side, number): Seat(
            constituency=constituencies[side], delegation=organisations.get((side, number)), number=number
        )
        for side, number in taken
    }
    Seat.objects.bulk_create(seats.values())
    return seats


def _people(told: list[Entry], password: str) -> dict[str, User]:
    """Return everybody; who is there from an earlier example stays, a real person is never touched."""
    names = [entry["username"] for entry in told]
    known = {person.username: person for person in User.objects.filter(username__in=names)}
    real = sorted(name for name, person in known.items() if not person.is_fictional)
    if real:
        raise WorkshopError(f"The example needs sign-in names that real people have: {', '.join(real)}.")
    kept = make_password(password)  # one hash for all: hashing is slow on purpose
    new = [
        User(username=entry["username"], name=entry["name"], password=kept, is_fictional=True)
        for entry in told
        if entry["username"] not in known
    ]
    User.objects.bulk_create(new)
    return known | {person.username: person for person in new}


def _mandates(
    told: list[Entry], people: Mapping[str, User], seats: Mapping[Place, Seat], since: date
) -> dict[Place, User]:
    members: dict[Place, User] = {}
    mandates = []
    for entry in told:
        for place in _places(entry):
            person = people[entry["username"]]
            mandates.append(Mandate(seat=seats[place], person=person, holding=entry["holding"], starts_on=since))
            if entry["holding"] == Holding.MEMBER:
                members[place] = person
    Mandate.objects.bulk_create(mandates)
    return members


def _places(entry: Entry) -> list[Place]:
    return [(entry["constituency"], number) for number in entry.get("seats", [])]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A council: three sides with their seats, a member on every seat, a facilitator and a secretary."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from tests.factories.composition import (
    ConstituencyFactory,
    DelegationFactory,
    MandateFactory,
    ParticipationFactory,
    SeatFactory,
)
from tests.factories.workshops import WorkshopFactory
from workshops.enums import Holding, Mark, Role
from workshops.models import Constituency, Seat, User, Workshop
from workshops.rules import Standing
from workshops.selectors.people import standing_of

SIDES = (("employers", Mark.SQUARE), ("workers", Mark.DISC), ("crown", Mark.TRIANGLE))


@dataclass(frozen=True)
class Council:
    """Who sits at the table, by name of the side and number of the seat."""

    workshop: Workshop
    constituencies: Mapping[str, Constituency]
    seats: tuple[Seat, ...]
    members: Mapping[Seat, User]
    facilitator: User
    secretary: User

    def seat(self, side: str, number: int = 1) -> Seat:
        return next(seat for seat in self.seats if seat.constituency.key == side and seat.number == number)

    def member(self, side: str, number: int = 1) -> User:
        return self.members[self.seat(side, number)]

    def standing(self, person: User) -> Standing:
        return standing_of(person, self.workshop, day=timezone.localdate())

    @property
    def as_facilitator(self) -> Standing:
        return self.standing(self.facilitator)

    @property
    def as_secretary(self) -> Standing:
        return self.standing(self.secretary)

    def as_member(self, side: str, number: int = 1) -> Standing:
        return self.standing(self.member(side, number))


def council(workshop: Workshop | None = None, *, seats: int = 3) -> Council:
    """Seat three sides of `seats` seats each; the Crown members sit without an organisation."""
    workshop = workshop or WorkshopFactory()
    constituencies, taken, members = {}, [], {}
    for key, mark in SIDES:
        side = ConstituencyFactory(workshop=workshop, key=key, mark=mark)
        organisation = None if key == "crown" else DelegationFactory(constituency=side)
        constituencies[key] = side
        for number in range(1, seats + 1):
            seat = SeatFactory(constituency=side, delegation=organisation, number=number)
            taken.append(seat)
            members[seat] = MandateFactory(seat=seat, holding=Holding.MEMBER).person
    return Council(
        workshop=workshop,
        constituencies=constituencies,
        seats=tuple(taken),
        members=members,
        facilitator=ParticipationFactory(workshop=workshop, role=Role.FACILITATOR).person,
        secretary=ParticipationFactory(workshop=workshop, role=Role.SECRETARY).person,
    )

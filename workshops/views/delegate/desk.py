# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What lies on a delegate's desk while voting: which round, for which seat, which sheet."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from workshops import rules
from workshops.enums import RoundState
from workshops.models import Round, Seat
from workshops.selectors.ballots import Paper, Sheet, paper_of
from workshops.selectors.rounds import current_of, rounds_of
from workshops.selectors.table import Place, places_of
from workshops.views.room import Room, enter


@dataclass(frozen=True, slots=True)
class Desk:
    """The room, its rounds, the round and the seat that this page is about, and the seat's paper."""

    room: Room
    rounds: list[Round]
    round: Round | None
    seat: Seat | None
    places: list[Place]
    paper: Paper | None

    @property
    def is_draft(self) -> bool:
        return self.round is not None and self.round.state == RoundState.DRAFT

    @property
    def is_current(self) -> bool:
        """Whether the page is about the round that counts now, and so follows it live."""
        return self.round is not None and self.round == current_of(self.rounds)

    @property
    def may_vote(self) -> bool:
        return bool(self.round and self.seat and rules.can_cast_ballot(self.room.who, self.round, self.seat))

    @property
    def stands_in(self) -> bool:
        """Whether the seat is held as a substitute."""
        return self.seat is not None and self.seat.id in self.room.who.stands_in

    @property
    def has_choice(self) -> bool:
        """Whether the person has to say for which seat."""
        return len(self.room.who.seats) > 1

    def sheet(self, number: int) -> Sheet:
        """Return the sheet of a proposal, or say that there is none."""
        found = self.paper.sheet(number) if self.paper else None
        if found is None:
            raise Http404
        return found

    def url_of(self, sheet: Sheet | None, seat: Seat | None = None) -> str:
        """Return the address of a sheet, or of the overview, for the same seat and round."""
        slug = self.room.workshop.slug
        url = (
            reverse("workshops:ballot", args=[slug, sheet.number])
            if sheet
            else reverse("workshops:ballots", args=[slug])
        )
        asked = {}
        if self.has_choice and (seat or self.seat):
            asked["seat"] = str((seat or self.seat).id)  # type: ignore[union-attr]
        if self.round and not self.is_current:
            asked["round"] = str(self.round.number)
        return f"{url}?{urlencode(asked)}" if asked else url

    def key_of(self, sheet: Sheet) -> str:
        """Return the name under which the browser keeps what is typed on a sheet."""
        return f"ballot-{self.round.id if self.round else ''}-{sheet.number}-{self.seat.id if self.seat else ''}"


def desk_at(request: HttpRequest, slug: str) -> Desk:
    """Return the desk of who asks: four statements in the workshop."""
    room = enter(request, slug)
    given = request.POST if request.method == "POST" else request.GET
    rounds = rounds_of(room.workshop)
    wanted = next((one for one in rounds if str(one.number) == given.get("round")), None)
    one = wanted or current_of(rounds)
    seat = _seat(room, given.get("seat", ""))
    places = places_of(room.workshop)
    return Desk(room, rounds, one, seat, places, paper_of(one, seat, places) if one else None)


def _seat(room: Room, wanted: str) -> Seat | None:
    """Return the seat that is voted for: the one that was asked for, else the first; never somebody else's."""
    if not wanted:
        return next(iter(room.who.seats), None)
    seat = room.who.seat(wanted)
    if seat is None:
        raise PermissionDenied(_("You do not hold this seat. Somebody else votes for it."))
    return seat

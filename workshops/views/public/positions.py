# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The positions on a proposal: how the council divides in its own wording, and the minority positions with their reply."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.enums import Body
from workshops.forms.minorities import MandatedForm, PositionReplyForm
from workshops.models import Proposal
from workshops.reports.position_words import language_now, sentences_of
from workshops.selectors.minorities import Minority, minorities_in
from workshops.selectors.positions import positions_on, stances_on, support_with_seats
from workshops.selectors.table import places_of
from workshops.views.public.proposals import proposal_in
from workshops.views.room import Room, enter, page

Refused = Mapping[tuple[UUID, str], Form]


@require_safe
def show_positions(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show who supports it in every scenario, and what some seats want recorded beside that."""
    room = enter(request, slug)
    return positions_page(request, room, proposal_in(room, number))


def positions_page(
    request: HttpRequest,
    room: Room,
    proposal: Proposal,
    refused: Refused | None = None,
    *,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """Draw the page; forms that were refused stand where they were, with what was typed."""
    places, language = places_of(room.workshop), language_now()
    support, chambers = support_with_seats(room.workshop, proposal.id)
    stances = stances_on([one.poll_id for one in support.values()])
    positions = positions_on(proposal, support, places, stances, chambers, language=language)
    body = Body(positions[0].round.body) if positions else Body.COUNCIL
    minorities = minorities_in(room.workshop, places, body=body, language=language, proposal=proposal)
    context = {
        "proposal": proposal,
        "section": "proposals",
        "positions": [(one.place, list(sentences_of(one))) for one in positions],
        "absent": positions[0].absent if positions else "",
        "round": positions[0].round if positions else None,
        "minorities": [(one, _forms(room, one, refused or {})) for one in minorities if one.position.is_standing],
        "withdrawn": [one for one in minorities if not one.position.is_standing],
        "may_state": rules.can_state_position(room.who, room.workshop) and proposal.state != "withdrawn",
    }
    return page(request, room, "workshops/positions_show.html", context, status=status)


def _forms(room: Room, one: Minority, refused: Refused) -> dict[str, Any]:
    """Return what this person can do with a position: sign it, take a signature back, withdraw it, reply."""
    who, position = room.who, one.position
    position.workshop = room.workshop
    own = [seat for seat in who.seats if one.signed_by(seat)]
    signing = rules.can_sign_position(who, position)
    tablers = [seat for seat in who.seats if rules.is_tabled_by(seat, position.proposal)]
    return {
        "sign": refused.get((position.pk, "sign")) or sign_form(room, position.pk) if signing else None,
        "take_back": [seat for seat in own if seat.pk != position.seat_id] if signing else [],
        "has_signed": bool(own),
        "withdraw": rules.can_withdraw_position(who, position),
        "reply": refused.get((position.pk, "reply"))
        or reply_form(tablers, position.pk, text=one.reply.text if one.reply else "")
        if rules.can_reply_to_position(who, position)
        else None,
    }


def sign_form(room: Room, key: UUID, data: Any = None) -> MandatedForm:
    """Return the form to sign a position."""
    return MandatedForm(data, seats=room.who.seats, auto_id=f"sign-{key}-%s")


def reply_form(seats: list[Any], key: UUID, data: Any = None, *, text: str = "") -> PositionReplyForm:
    """Return the form to reply to a position."""
    return PositionReplyForm(data, seats=seats, auto_id=f"reply-{key}-%s", initial={"text": text})


urlpatterns = [path("proposals/<int:number>/positions/", show_positions, name="positions")]

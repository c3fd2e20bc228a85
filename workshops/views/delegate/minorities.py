# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Record a minority position, sign it, take it back, reply to it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshops import rules
from workshops.errors import NotAllowedError, WorkshopError
from workshops.forms.minorities import MinorityForm
from workshops.models import MinorityPosition
from workshops.selectors.table import places_of
from workshops.services.minorities import (
    Said,
    reply_to_position,
    sign_position,
    state_position,
    take_back_signature,
    withdraw_position,
)
from workshops.views.public.positions import positions_page, reply_form, sign_form
from workshops.views.public.proposals import proposal_in
from workshops.views.room import Room, enter, page, sign_in_first


@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Write down what a seat holds instead."""
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    proposal, places = proposal_in(room, number), places_of(room.workshop)
    may_state = rules.can_state_position(room.who, room.workshop)
    form = MinorityForm(request.POST or None, seats=room.who.seats, places=places)
    status = HTTPStatus.OK if may_state else HTTPStatus.FORBIDDEN
    if may_state and request.method == "POST" and form.is_valid():
        letter = form.cleaned_data["scenario"]
        place = next((one for one in room.workshop.places.select_related("revision") if one.letter == letter), None)
        said = Said(form.cleaned_data["text"], form.chosen_mandate, place.revision if place else None)
        try:
            position = state_position(who=room.who, proposal=proposal, seat=form.chosen_seat, said=said)
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            told = _("Minority position %(number)d is recorded.") % {"number": position.number}
            messages.success(request, told, extra_tags=f"minority-{slug}-{number}")
            return _back(position)
    if form.errors:
        status = HTTPStatus.BAD_REQUEST
    context = {"form": form, "proposal": proposal, "section": "proposals", "may_state": may_state}
    return page(request, room, "workshops/position_state.html", context, status=status)


@require_POST
def sign(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Put one's seat under a position, or say anew how far one may speak."""
    room, position = _found(request, slug, number)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    form = sign_form(room, position.pk, request.POST)
    if not form.is_valid():
        refused = {(position.pk, "sign"): form}
        proposal = proposal_in(room, position.proposal.number)
        return positions_page(request, room, proposal, refused, status=HTTPStatus.BAD_REQUEST)
    try:
        sign_position(who=room.who, position=position, seat=form.chosen_seat, mandated=form.chosen_mandate)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Your seat has signed minority position %(number)d.") % {"number": number})
    return _back(position)


@require_POST
def take_back(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take one's signature back."""
    room, position = _found(request, slug, number)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    seat = room.who.seat(request.POST.get("seat"))
    try:
        if seat is None:
            raise NotAllowedError(_("You do not hold this seat. Choose one that you hold."))
        take_back_signature(who=room.who, position=position, seat=seat)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Your signature has been taken back."))
    return _back(position)


@require_POST
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take the whole position back; it stays readable."""
    room, position = _found(request, slug, number)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    try:
        withdraw_position(who=room.who, position=position)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(
            request, _("Minority position %(number)d is withdrawn. It stays readable.") % {"number": number}
        )
    return _back(position)


@require_POST
def reply(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer a position as the delegation that tabled the proposal."""
    room, position = _found(request, slug, number)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    tablers = [seat for seat in room.who.seats if rules.is_tabled_by(seat, position.proposal)]
    form = reply_form(tablers, position.pk, request.POST)
    if tablers and not form.is_valid():
        refused = {(position.pk, "reply"): form}
        proposal = proposal_in(room, position.proposal.number)
        return positions_page(request, room, proposal, refused, status=HTTPStatus.BAD_REQUEST)
    try:
        if not tablers:
            raise NotAllowedError(_("Only the delegation that tabled the proposal replies to a position on it."))
        reply_to_position(who=room.who, position=position, seat=form.chosen_seat, text=form.cleaned_data["text"])
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Your reply stands beside minority position %(number)d.") % {"number": number})
    return _back(position)


def _found(request: HttpRequest, slug: str, number: int) -> tuple[Room, MinorityPosition]:
    room = enter(request, slug)
    rows = room.workshop.minority_positions.select_related("proposal", "workshop")
    position = rows.filter(number=number).first()
    if position is None:
        raise Http404
    return room, position


def _back(position: MinorityPosition) -> HttpResponse:
    return redirect("workshops:positions", position.workshop.slug, position.proposal.number)


urlpatterns = [
    path("proposals/<int:number>/positions/new/", state, name="position_state"),
    path("positions/<int:number>/sign/", sign, name="position_sign"),
    path("positions/<int:number>/take-back/", take_back, name="position_take_back"),
    path("positions/<int:number>/withdraw/", withdraw, name="position_withdraw"),
    path("positions/<int:number>/reply/", reply, name="position_reply"),
]

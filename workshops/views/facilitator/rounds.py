# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose what the round is about, open it, watch turnout, close it."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from workshops import rules
from workshops.enums import RoundState
from workshops.errors import AgreementsError, WorkshopError
from workshops.forms.agenda import AgendaForm, AnnulForm
from workshops.models import Round
from workshops.selectors.agenda import agenda_of
from workshops.selectors.agreements import agreed_in
from workshops.selectors.ballots import paper_of
from workshops.selectors.rounds import SeatTurnout, SideTurnout, Turnout, current_of, holders_of, rounds_of, turnout_of
from workshops.selectors.table import places_of
from workshops.services.rounds import MOST_PROPOSALS, annul_round, close_round, open_round, prepare_round
from workshops.views.facilitator.door import enter_as_facilitator
from workshops.views.room import Drawn, Room, draw, enter, page, piece

KEEP = "agenda"


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose at most eight proposals; the others are parked, each with its reason."""
    room = enter_as_facilitator(request, slug)
    rounds = rounds_of(room.workshop)
    one = current_of(rounds)
    form = AgendaForm(
        agenda_of(room.workshop),
        request.POST if request.method == "POST" else None,
        prepared=one if one and one.state == RoundState.DRAFT else None,
    )
    status = HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            prepared = prepare_round(
                who=room.who, workshop=room.workshop, chosen=form.chosen, parked=form.parked, ballots=form.rule
            )
        except WorkshopError as refusal:
            form.add_error(None, refusal.message)
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _prepared_words(prepared, form), extra_tags=KEEP)
            return redirect("workshops:round_open", slug)
    elif form.is_bound:
        status = HTTPStatus.BAD_REQUEST
    context = {
        "form": form,
        "keep": KEEP,
        "most": MOST_PROPOSALS,
        "round": one,
        "may_prepare": rules.can_prepare_round(room.who, room.workshop) and not (one and one.is_open),
    }
    return page(request, room, "workshops/agenda_choose.html", context, status=status)


def _prepared_words(one: Round, form: AgendaForm) -> str:
    facts = {"number": one.number, "chosen": len(form.chosen), "parked": len(form.parked)}
    words = ngettext(
        "Round %(number)d is prepared with %(chosen)d proposal; %(parked)d parked.",
        "Round %(number)d is prepared with %(chosen)d proposals; %(parked)d parked.",
        facts["chosen"],
    )
    return words % facts


@require_http_methods(["GET", "HEAD", "POST"])
def open_prepared(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what opening fixes; open when that is confirmed."""
    room = enter_as_facilitator(request, slug)
    one = current_of(rounds_of(room.workshop))
    if one is None or one.state != RoundState.DRAFT:
        messages.info(request, _("No round is waiting to be opened."))
        return redirect("workshops:ballots", slug)
    if request.method == "POST":
        try:
            opened = open_round(who=room.who, one=one)
        except AgreementsError as refusal:
            messages.error(request, refusal.message)
            return redirect("workshops:agreements", slug)
        except WorkshopError as refusal:
            messages.error(request, refusal.message)
            return redirect("workshops:ballots", slug)
        messages.success(request, _("Round %(number)d is open.") % {"number": opened.number})
        return redirect("workshops:turnout", slug)
    agreed = agreed_in(room.workshop)
    context = {
        "round": one,
        "paper": paper_of(one, None, places_of(room.workshop)),
        "agreed": agreed,
        "may_open": rules.can_open_round(room.who, one) and agreed is not None and agreed.agreements.is_locked,
    }
    return page(request, room, "workshops/round_open.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def close_open(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the turnout and say what closing means; close when that is confirmed."""
    room = enter_as_facilitator(request, slug)
    one = current_of(rounds_of(room.workshop))
    if one is None or not one.is_open:
        messages.info(request, _("No round is open, so there is nothing to close."))
        return redirect("workshops:ballots", slug)
    if request.method == "POST":
        try:
            closed = close_round(who=room.who, one=one)
        except WorkshopError as refusal:
            messages.error(request, refusal.message)
        else:
            words = _("Round %(number)d is closed. What was cast stays; nothing can be added.")
            messages.success(request, words % {"number": closed.number})
        return redirect("workshops:turnout", slug)
    context = {"round": one, "turnout": _turnout_piece(request, room, one)}
    return page(request, room, "workshops/round_close.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def annul(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say what annulling a round means; annul it when that is confirmed, with a reason."""
    room = enter_as_facilitator(request, slug)
    one = next((one for one in rounds_of(room.workshop) if one.number == number), None)
    if one is None or not rules.can_annul_round(room.who, one):
        messages.info(request, _("There is no such round that can be annulled."))
        return redirect("workshops:turnout", slug)
    form = AnnulForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            annul_round(who=room.who, one=one, because=form.cleaned_data["because"])
        except WorkshopError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, _("Round %(number)d is annulled and counts nowhere.") % {"number": number})
            return redirect("workshops:agenda", slug)
    if form.is_bound:
        status = HTTPStatus.BAD_REQUEST
    return page(request, room, "workshops/round_annul.html", {"round": one, "form": form}, status=status)


@require_safe
def show_turnout(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how many have answered; to the facilitator of a round by name also who has not."""
    room = _enter_for_turnout(request, slug)
    one = _round_of(request, room)
    context: dict[str, Any] = {"round": one}
    if one is not None:
        context |= {
            "turnout": _turnout_piece(request, room, one),
            "may_close": rules.can_close_round(room.who, one),
            "may_annul": rules.can_annul_round(room.who, one),
        }
    return page(request, room, "workshops/turnout_show.html", context)


def _turnout_piece(request: HttpRequest, room: Room, one: Round) -> Drawn:
    return draw(request, room, "workshops/_turnout_seats.html", _turnout_context(room, one))


@require_safe
def show_turnout_now(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the piece of the turnout that open pages ask for at every ballot."""
    room = _enter_for_turnout(request, slug)
    one = _round_of(request, room)
    context = _turnout_context(room, one) if one else {"round": None}
    with_seats = "seats" in request.GET
    return piece(request, room, "workshops/_turnout_seats.html" if with_seats else "workshops/_turnout.html", context)


def _enter_for_turnout(request: HttpRequest, slug: str) -> Room:
    room = enter(request, slug)
    if not rules.can_see_turnout(room.who):
        raise PermissionDenied(_("Only who takes part in this workshop sees the turnout."))
    return room


def _round_of(request: HttpRequest, room: Room) -> Round | None:
    """Return the round that was asked for, else the one that is voted on or was voted on last."""
    rounds = [one for one in rounds_of(room.workshop) if one.state != RoundState.DRAFT]
    wanted = next((one for one in rounds if str(one.number) == request.GET.get("round")), None)
    return wanted or current_of(rounds)


def _turnout_context(room: Room, one: Round) -> dict[str, Any]:
    turnout = turnout_of(one)
    sees_who = rules.can_see_who_answered(room.who, one)
    return {
        "round": one,
        "turnout": turnout,
        "sees_who": sees_who,
        "waiting": _waiting(turnout) if sees_who else [],
    }


def _waiting(turnout: Turnout) -> list[tuple[SideTurnout, list[tuple[SeatTurnout, list[str]]]]]:
    """Return per side the seats that have not answered everything, each with who holds it."""
    seats = [one.seat.id for side in turnout.sides for one in side.waiting_for]
    holders = holders_of(seats, day=timezone.localdate())
    return [
        (side, [(one, holders.get(one.seat.id, [])) for one in side.waiting_for])
        for side in turnout.sides
        if side.waiting_for
    ]


urlpatterns = [
    path("agenda/", choose, name="agenda"),
    path("round/open/", open_prepared, name="round_open"),
    path("round/close/", close_open, name="round_close"),
    path("rounds/<int:number>/annul/", annul, name="round_annul"),
    path("turnout/", show_turnout, name="turnout"),
    path("turnout/now", show_turnout_now, name="turnout_now"),
]

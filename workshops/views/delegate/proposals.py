# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Table and withdraw a proposal."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scenarios.errors import ScenarioError
from scenarios.selectors.reforms import catalogue_reforms, with_words
from workshops import rules
from workshops.enums import ProposalState
from workshops.errors import NotAllowedError, WorkshopError, WrongPhaseError
from workshops.forms.levers import PREFIX, themes_in
from workshops.forms.proposals import ProposalForm, Start, seat_words
from workshops.forms.readings import reading_of
from workshops.forms.trial_levers import taken_over
from workshops.models import Proposal
from workshops.selectors.proposals import YEAR, developments_by_place, proposals_in
from workshops.selectors.table import places_of
from workshops.services.proposals import project_again, table_proposal, withdraw_proposal
from workshops.views.delegate.typed import keep_typed, typed_before
from workshops.views.public.proposals import proposal_in
from workshops.views.room import Room, enter, page, sign_in_first
from workshops.views.starts import start_of

STATUS: dict[type[Exception], HTTPStatus] = {
    NotAllowedError: HTTPStatus.FORBIDDEN,
    WrongPhaseError: HTTPStatus.CONFLICT,
}


@require_http_methods(["GET", "POST"])
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Three steps on one address: choose a start, write, check and submit."""
    room = enter(request, slug)
    start = start_of(room, request.GET.get("from", ""))
    key = f"proposal-{slug}-{start.key}" if start else ""
    if not room.who.is_signed_in:
        if request.method == "POST" and start:
            keep_typed(request, key)
        return sign_in_first(request)
    if not room.who.has_seat or (request.method == "GET" and not rules.can_table_proposal(room.who, room.workshop)):
        return page(
            request, room, "workshops/proposal_closed.html", {"section": "proposals"}, status=HTTPStatus.FORBIDDEN
        )
    if start is None:
        return _choose(request, room)
    if request.method == "POST":
        return _step(request, room, start, key)
    initial = taken_over(request.GET, start) | typed_before(request, key)
    form = ProposalForm(start=start, seats=room.who.seats, initial=initial)
    return _write(request, room, form, key)


def _step(request: HttpRequest, room: Room, start: Start, key: str) -> HttpResponse:
    """Go where the button says, once everything is in order; else back to the form, with what is wrong."""
    form = ProposalForm(request.POST, start=start, seats=room.who.seats)
    if not form.is_valid():
        return _write(request, room, form, key, status=HTTPStatus.BAD_REQUEST)
    if request.POST.get("step") == "submit":
        return _submit(request, room, form, key)
    if request.POST.get("step") == "edit":
        return _write(request, room, form, key)
    return _confirm(request, room, form)


def _choose(request: HttpRequest, room: Room) -> HttpResponse:
    words = request.GET.get("q", "")[:200]
    context = {"section": "proposals", "q": words, "reforms": with_words(catalogue_reforms(), words)}
    return page(request, room, "workshops/proposal_choose.html", context)


def _write(
    request: HttpRequest, room: Room, form: ProposalForm, key: str, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    themes = list(themes_in(form, is_first_open=not form.start.levers)) if form.start.has_levers else []
    context = {
        "section": "proposals",
        "form": form,
        "start": form.start,
        "themes": themes,
        "keep_key": key,
        "futures": developments_by_place(places_of(room.workshop)),
    }
    return page(request, room, "workshops/proposal_write.html", context, status=status)


def _confirm(request: HttpRequest, room: Room, form: ProposalForm) -> HttpResponse:
    others = list(proposals_in(room.workshop).exclude(state=ProposalState.WITHDRAWN))
    agreed = room.workshop.agreements.first()
    context = {
        "section": "proposals",
        "form": form,
        "draft": form.draft,
        "seat": seat_words(room.who.seat(form.cleaned_data["seat"])),  # type: ignore[arg-type]  # one of one's own
        "reading": reading_of(form.draft, others, year=agreed.report_year if agreed else YEAR),
    }
    return page(request, room, "workshops/proposal_confirm.html", context)


def _submit(request: HttpRequest, room: Room, form: ProposalForm, key: str) -> HttpResponse:
    seat = room.who.seat(form.cleaned_data["seat"])
    try:
        proposal = table_proposal(
            who=room.who,
            workshop=room.workshop,
            seat=seat,  # type: ignore[arg-type]  # the form knows only seats of one's own
            draft=form.draft,
            form_key=form.cleaned_data["form_key"],
        )
    except (WorkshopError, ScenarioError) as refusal:
        names = (refusal.field, f"{PREFIX}{refusal.field}")
        form.add_error(next((name for name in names if name in form.fields), None), refusal.message)
        return _write(request, room, form, key, status=STATUS.get(type(refusal), HTTPStatus.BAD_REQUEST))
    told = _("Proposal %(number)d is on the table.") % {"number": proposal.number}
    messages.success(request, told, extra_tags=key)
    return redirect("workshops:proposal", room.workshop.slug, proposal.number)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask once more, then take a proposal back; it stays readable."""
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    proposal = proposal_in(room, number)
    context: dict[str, Any] = {"proposal": proposal, "section": "proposals"}
    if request.method == "GET":
        context["may_withdraw"] = rules.can_withdraw_proposal(room.who, proposal)
        return page(request, room, "workshops/proposal_withdraw.html", context)
    try:
        withdraw_proposal(who=room.who, proposal=proposal)
    except NotAllowedError as refusal:
        context["refusal"] = refusal.message
        return page(request, room, "workshops/proposal_withdraw.html", context, status=HTTPStatus.FORBIDDEN)
    messages.success(request, _("Proposal %(number)d has been withdrawn. It stays readable.") % {"number": number})
    return redirect("workshops:proposal", slug, number)


@require_POST
def compute_again(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Put a failed projection back in the queue."""
    room = enter(request, slug)
    proposal: Proposal = proposal_in(room, number)
    try:
        project_again(who=room.who, proposal=proposal)
    except NotAllowedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The model computes this proposal again."))
    return redirect("workshops:proposal", slug, number)


urlpatterns = [
    path("proposals/new/", table, name="proposal_table"),
    path("proposals/<int:number>/withdraw/", withdraw, name="proposal_withdraw"),
    path("proposals/<int:number>/project/", compute_again, name="proposal_project"),
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Amend a proposal; read an amendment, say what should be done with it, decide, take it back."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scenarios.errors import ScenarioError
from workshops import rules
from workshops.errors import NotAllowedError, WorkshopError
from workshops.forms.amendments import AmendmentForm, VerdictForm, handled
from workshops.forms.levers import PREFIX, themes_in
from workshops.forms.proposals import Start
from workshops.models import Amendment, Proposal
from workshops.selectors.amendments import Amended, amendments_of, carried_onto, editions_of
from workshops.selectors.table import sides_of
from workshops.services.amendments import answer_amendment, handle_amendment, propose_amendment, withdraw_amendment
from workshops.views.delegate.typed import keep_typed, typed_before
from workshops.views.public.proposals import proposal_in
from workshops.views.room import Room, enter, page, sign_in_first

Deciding = Callable[..., Amendment]


@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Fill in how the proposal should read, and why."""
    room = enter(request, slug)
    key = f"amend-{slug}-{number}"
    if not room.who.is_signed_in:
        if request.method == "POST":
            keep_typed(request, key)
        return sign_in_first(request)
    proposal = proposal_in(room, number)
    if not rules.can_amend_proposal(room.who, proposal):
        context = {"proposal": proposal, "section": "proposals"}
        return page(request, room, "workshops/amendment_closed.html", context, status=HTTPStatus.FORBIDDEN)
    start = _start(proposal)
    if request.method == "POST":
        form = AmendmentForm(request.POST, start=start, seats=room.who.seats)
        made = _proposed(room, proposal, form) if form.is_valid() else None
        if made is not None:
            told = _("Amendment %(number)d lies beside the proposal.") % {"number": made.number}
            messages.success(request, told, extra_tags=key)
            return redirect("workshops:amendment", slug, number, made.number)
        return _write(request, room, proposal, form, key, status=HTTPStatus.BAD_REQUEST)
    form = AmendmentForm(start=start, seats=room.who.seats, initial=typed_before(request, key))
    return _write(request, room, proposal, form, key)


def _proposed(room: Room, proposal: Proposal, form: AmendmentForm) -> Amendment | None:
    """Lay it beside the proposal, or put what is refused on the form."""
    told = form.cleaned_data
    try:
        return propose_amendment(
            who=room.who,
            proposal=proposal,
            seat=room.who.seat(told["seat"]),  # type: ignore[arg-type]  # the form knows only seats of one's own
            wanted=form.wanted,
            reason=told["reason"],
            form_key=told["form_key"],
        )
    except (WorkshopError, ScenarioError) as refusal:
        _put_on(form, refusal)
    return None


def _write(  # noqa: PLR0913 -- a form, and how it went
    request: HttpRequest,
    room: Room,
    proposal: Proposal,
    form: AmendmentForm,
    key: str,
    *,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "section": "proposals",
        "proposal": proposal,
        "form": form,
        "themes": _themes(form),
        "keep_key": key,
    }
    return page(request, room, "workshops/amendment_write.html", context, status=status)


@require_safe
def list_amendments(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show every amendment of a proposal, and the versions that its text had."""
    room = enter(request, slug)
    proposal = proposal_in(room, number)
    amended = amendments_of(proposal)
    context = {
        "section": "proposals",
        "proposal": proposal,
        "amended": amended,
        "editions": editions_of(proposal, amended),
        "may_amend": rules.can_amend_proposal(room.who, proposal),
    }
    return page(request, room, "workshops/amendments_list.html", context)


@require_safe
def show(request: HttpRequest, slug: str, number: int, amendment: int) -> HttpResponse:
    """Show what it changes, why, what collides with it, what the secretariat would do, and what became of it."""
    room = enter(request, slug)
    proposal = proposal_in(room, number)
    return _shown(request, room, proposal, _amended_in(proposal, amendment))


@require_http_methods(["GET", "POST"])
def handle(request: HttpRequest, slug: str, number: int, amendment: int) -> HttpResponse:
    """Let the secretariat write down what it would do."""
    words = _("Your proposed handling stands with the amendment.")
    return _decide(request, slug, number, amendment, handle_amendment, words)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, slug: str, number: int, amendment: int) -> HttpResponse:
    """Let the proposer decide."""
    return _decide(request, slug, number, amendment, answer_amendment, _("Your answer stands with the amendment."))


@require_POST
def withdraw(request: HttpRequest, slug: str, number: int, amendment: int) -> HttpResponse:
    """Take an amendment back."""
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    amended = _amended_in(proposal_in(room, number), amendment)
    try:
        withdraw_amendment(who=room.who, amendment=amended.amendment)
    except NotAllowedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The amendment has been withdrawn. It stays readable."))
    return redirect("workshops:amendment", slug, number, amendment)


def _decide(  # noqa: PLR0913, PLR0917 -- one amendment of one proposal, and by which service
    request: HttpRequest, slug: str, number: int, amendment: int, service: Deciding, words: str
) -> HttpResponse:
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    proposal = proposal_in(room, number)
    amended = _amended_in(proposal, amendment)
    if request.method == "GET":
        return redirect("workshops:amendment", slug, number, amendment)
    form = _verdict_form(amended, data=request.POST, needs_reason=service is handle_amendment)
    if form.is_valid():
        try:
            service(who=room.who, amendment=amended.amendment, verdict=form.verdict)
        except NotAllowedError as refusal:
            messages.error(request, refusal.message)
            return redirect("workshops:amendment", slug, number, amendment)
        except (WorkshopError, ScenarioError) as refusal:
            _put_on(form, refusal)
        else:
            messages.success(request, words)
            return redirect("workshops:amendment", slug, number, amendment)
    return _shown(request, room, proposal, amended, form=form, status=HTTPStatus.BAD_REQUEST)


def _shown(  # noqa: PLR0913 -- an amendment, and what was typed about it
    request: HttpRequest,
    room: Room,
    proposal: Proposal,
    amended: Amended,
    *,
    form: VerdictForm | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    row = amended.amendment
    may_handle, may_answer = rules.can_handle_amendment(room.who, row), rules.can_answer_amendment(room.who, row)
    if form is None and (may_handle or may_answer):
        form = _verdict_form(amended, needs_reason=not may_answer)
    context = {
        "section": "proposals",
        "proposal": proposal,
        "amended": amended,
        "amendment": row,
        "sides": sides_of(room.workshop),
        "form": form,
        "themes": _themes(form) if form else [],
        "may_handle": may_handle,
        "may_answer": may_answer,
        "may_withdraw": rules.can_withdraw_amendment(room.who, row),
    }
    return page(request, room, "workshops/amendment_show.html", context, status=status)


def _verdict_form(amended: Amended, *, needs_reason: bool, data: Any = None) -> VerdictForm:
    """Return the form with the text as it would read: as the secretariat has it, else as it was asked for."""
    row = amended.amendment
    now = row.proposal.reform_revision
    changes = row.handling_changes or row.changes
    parts, _clashes = carried_onto(now, row.about, changes, row.lang)
    return VerdictForm(data, start=_start(row.proposal), parts=parts, initial=handled(row), needs_reason=needs_reason)


def _start(proposal: Proposal) -> Start:
    return Start(key=f"again-{proposal.number}", revision=proposal.reform_revision)


def _themes(form: AmendmentForm) -> list[Any]:
    return list(themes_in(form, is_first_open=False)) if form.start.has_levers else []


def _put_on(form: forms.Form, refusal: WorkshopError | ScenarioError) -> None:
    names = (refusal.field, f"{PREFIX}{refusal.field}")
    form.add_error(next((name for name in names if name in form.fields), None), refusal.message)


def _amended_in(proposal: Proposal, number: int) -> Amended:
    found = next((one for one in amendments_of(proposal) if one.amendment.number == number), None)
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("proposals/<int:number>/amend/", amend, name="proposal_amend"),
    path("proposals/<int:number>/amendments/", list_amendments, name="amendments"),
    path("proposals/<int:number>/amendments/<int:amendment>/", show, name="amendment"),
    path("proposals/<int:number>/amendments/<int:amendment>/handle/", handle, name="amendment_handle"),
    path("proposals/<int:number>/amendments/<int:amendment>/answer/", answer, name="amendment_answer"),
    path("proposals/<int:number>/amendments/<int:amendment>/withdraw/", withdraw, name="amendment_withdraw"),
]

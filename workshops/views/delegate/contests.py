# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contest an assumption, take that back, have what failed computed again."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshops import rules
from workshops.errors import NotAllowedError, WorkshopError, WrongPhaseError
from workshops.forms.contests import ContestForm, limits_of
from workshops.models import Contest
from workshops.selectors.assumptions import Assumption, assumption_about
from workshops.selectors.contests import standing_contests
from workshops.selectors.ground import ground_of
from workshops.services.contests import compute_contests_again, contest_assumption, withdraw_contest
from workshops.views.delegate.typed import keep_typed, typed_before
from workshops.views.public.assumptions import contest_in
from workshops.views.room import Room, enter, page, sign_in_first

STATUS: dict[type[Exception], HTTPStatus] = {
    NotAllowedError: HTTPStatus.FORBIDDEN,
    WrongPhaseError: HTTPStatus.CONFLICT,
}


@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, slug: str) -> HttpResponse:
    """Say which value an assumption should have, and why; what is wrong is said on the form, with all still in it."""
    room = enter(request, slug)
    about = request.GET.get("about", "")
    key = f"contest-{slug}-{about}"
    if not room.who.is_signed_in:
        if request.method == "POST":
            keep_typed(request, key)
        return sign_in_first(request)
    assumption = assumption_about(ground_of(room.workshop), about)
    if assumption is None:
        raise Http404
    if request.method == "GET" and not rules.can_contest_assumption(room.who, room.workshop):
        context = {"assumption": assumption, "section": "assumptions"}
        return page(request, room, "workshops/contest_closed.html", context, status=HTTPStatus.FORBIDDEN)
    earlier = _own(room, about)
    if request.method == "POST":
        form = ContestForm(request.POST, assumption=assumption, who=room.who, earlier=earlier)
        made = _stated(room, form) if form.is_valid() else None
        if made is not None:
            told = _("Your contest is on the table. The model computes what it changes.")
            messages.success(request, told, extra_tags=key)
            return redirect("workshops:contest", slug, made.number)
        return _write(request, room, form, key, earlier=earlier)
    form = ContestForm(assumption=assumption, who=room.who, earlier=earlier, initial=typed_before(request, key))
    return _write(request, room, form, key, earlier=earlier)


def _stated(room: Room, form: ContestForm) -> Contest | None:
    """Lay it on the table, or put what is refused on the form."""
    told = form.cleaned_data
    try:
        return contest_assumption(
            who=room.who,
            workshop=room.workshop,
            stated=form.stated,
            seat=form.seat(room.who),
            role=form.role,
            form_key=told["form_key"],
        )
    except WorkshopError as refusal:
        field = "capacity" if refusal.field == "seat" else refusal.field
        form.add_error(field if field in form.fields else None, refusal.message)
        form.refused_as = STATUS.get(type(refusal))
    return None


def _write(request: HttpRequest, room: Room, form: ContestForm, key: str, *, earlier: Contest | None) -> HttpResponse:
    assumption: Assumption = form.assumption
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {
        "form": form,
        "assumption": assumption,
        "limits": limits_of(assumption),
        "earlier": earlier,
        "keep_key": key,
        "section": "assumptions",
    }
    return page(request, room, "workshops/contest_state.html", context, status=form.refused_as or status)


def _own(room: Room, about: str) -> Contest | None:
    """Return what this person said about an assumption and still holds."""
    mine = [one for one in standing_contests(room.workshop) if one.about == about and _is_own(room, one)]
    return mine[-1] if mine else None


def _is_own(room: Room, contest: Contest) -> bool:
    if contest.seat_id:
        return room.who.seat(contest.seat_id) is not None
    return room.who.person is not None and room.who.person.pk == contest.stated_by_id


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Ask once more, then take a contest back; it stays readable."""
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    contest = contest_in(room, number)
    context = {"contest": contest, "section": "assumptions", "refusal": ""}
    if request.method == "GET":
        context["may_withdraw"] = rules.can_withdraw_contest(room.who, contest)
        return page(request, room, "workshops/contest_withdraw.html", context)
    try:
        withdraw_contest(who=room.who, contest=contest)
    except NotAllowedError as refusal:
        context["refusal"] = refusal.message
        return page(request, room, "workshops/contest_withdraw.html", context, status=HTTPStatus.FORBIDDEN)
    messages.success(request, _("Contest %(number)d has been withdrawn. It stays readable.") % {"number": number})
    return redirect("workshops:assumptions", slug)


@require_POST
def compute_again(request: HttpRequest, slug: str) -> HttpResponse:
    """Put what failed back in the queue."""
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    try:
        compute_contests_again(who=room.who, workshop=room.workshop)
    except NotAllowedError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The model computes the contested assumptions again."))
    return redirect("workshops:assumptions", slug)


urlpatterns = [
    path("assumptions/contest/", state, name="contest_state"),
    path("assumptions/<int:number>/withdraw/", withdraw, name="contest_withdraw"),
    path("assumptions/again/", compute_again, name="contests_again"),
]

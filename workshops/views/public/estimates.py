# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How likely and how large developments are: what the rounds found, taking part, and leading them."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.estimates import EstimatesForm, RuleForm
from workshops.models import Estimation
from workshops.selectors.estimates import estimation_of, found_by, open_round_of, own_estimates, turnout_of
from workshops.selectors.table import sides_of
from workshops.services.estimates import (
    MOST_ROUNDS,
    close_estimates,
    end_estimation,
    estimate,
    open_next_round,
    start_estimation,
)
from workshops.services.insist import insist
from workshops.views.room import Room, enter, page, sign_in_first


@require_safe
def show_estimates(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what closed rounds found, and who took part in the open one."""
    return _page(request, enter(request, slug), RuleForm())


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Fix the rule and open the first round."""
    room = enter(request, slug)
    form = RuleForm(request.POST)
    if form.is_valid():
        try:
            start_estimation(who=room.who, workshop=room.workshop, **form.cleaned_data)
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Round 1 is open. The rule stands for every round that follows."))
            return redirect("workshops:estimates", slug)
    return _page(request, room, form, status=HTTPStatus.BAD_REQUEST)


@require_POST
def open_next(request: HttpRequest, slug: str) -> HttpResponse:
    """Open one more round."""
    return _lead(request, slug, open_next_round, _("The next round is open."))


@require_POST
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Close the open round."""
    return _lead(request, slug, close_estimates, _("The round is closed. Everybody sees what it found."))


@require_POST
def end(request: HttpRequest, slug: str) -> HttpResponse:
    """End the rounds, and cut the tie between persons and answers."""
    return _lead(request, slug, end_estimation, _("The rounds have ended. No answer can be led back to a person."))


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Estimate the developments of one scenario in the open round."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room = enter(request, slug)
    estimation = estimation_of(room.workshop)
    one = open_round_of(estimation)
    if estimation is None or one is None:
        messages.info(request, _("No round is open now. Here is what the rounds found."))
        return redirect("workshops:estimates", slug)
    insist(rules.can_estimate(room.who, one), _("Who holds a seat estimates, while a round is open."))
    places = found_by(estimation)
    found = next((place for place in places if place.place.key == key), None)
    if found is None:
        raise Http404
    own = own_estimates(one, room.who.person)
    form = EstimatesForm(request.POST or None, developments=found.developments, own=own)
    if request.method == "POST" and form.is_valid():
        try:
            estimate(who=room.who, one=one, about=form.about())
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Your estimates are kept, without your name."), extra_tags=f"estimates-{key}")
            return redirect("workshops:estimates", slug)
    context = {"form": form, "found": found, "round": one, "section": "scenarios"}
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return page(request, room, "workshops/estimates_give.html", context, status=status)


def _lead(request: HttpRequest, slug: str, act: Callable[..., Any], done: str) -> HttpResponse:
    room = enter(request, slug)
    estimation = estimation_of(room.workshop)
    if estimation is None:
        raise Http404
    try:
        act(who=room.who, estimation=estimation)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return redirect("workshops:estimates", slug)


def _page(request: HttpRequest, room: Room, form: RuleForm, *, status: int = HTTPStatus.OK) -> HttpResponse:
    estimation = estimation_of(room.workshop)
    one = open_round_of(estimation)
    may_lead = rules.can_run_estimates(room.who, room.workshop)
    context = {
        "form": form,
        "estimation": estimation,
        "round": one,
        "places": found_by(estimation) if estimation else [],
        "turnout": turnout_of(one, sides_of(room.workshop)) if one else [],
        "may_estimate": one is not None and rules.can_estimate(room.who, one),
        "may_lead": may_lead,
        "may_start": may_lead and (estimation is None or estimation.ended_at is not None),
        "may_go_on": may_lead and _is_between(estimation),
        "has_closed": estimation is not None and any(not each.is_open for each in estimation.rounds.all()),
        "section": "scenarios",
    }
    return page(request, room, "workshops/estimates_show.html", context, status=status)


def _is_between(estimation: Estimation | None) -> bool:
    """Say whether one more round may follow."""
    if estimation is None or estimation.ended_at is not None:
        return False
    rounds = list(estimation.rounds.all())
    return not any(one.is_open for one in rounds) and len(rounds) < MOST_ROUNDS


urlpatterns = [
    path("estimates/", show_estimates, name="estimates"),
    path("estimates/start/", start, name="estimates_start"),
    path("estimates/next/", open_next, name="estimates_next"),
    path("estimates/close/", close, name="estimates_close"),
    path("estimates/end/", end, name="estimates_end"),
    path("estimates/about/<slug:key>/", give, name="estimates_give"),
]

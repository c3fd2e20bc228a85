# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The conditions of a proposal: read them, ask one from a seat, say whether one is met."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from workshops import rules
from workshops.enums import ConditionState
from workshops.errors import WorkshopError
from workshops.forms.conditions import ConditionForm
from workshops.models import Proposal
from workshops.selectors.conditions import conditions_of
from workshops.selectors.studies import proposals_standing
from workshops.services.conditions import ask_condition, settle_condition
from workshops.views.delegate.typed import keep_typed, typed_before
from workshops.views.public.proposals import proposal_in
from workshops.views.room import Room, enter, page, sign_in_first

SETTLED = (ConditionState.MET, ConditionState.NOT_MET, ConditionState.WITHDRAWN)


@require_http_methods(["GET", "HEAD", "POST"])
def conditions(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show what seats ask before they support it; take in another."""
    room = enter(request, slug)
    key = f"condition-{slug}-{number}"
    if request.method == "POST" and not room.who.is_signed_in:
        keep_typed(request, key)
        return sign_in_first(request)
    proposal = proposal_in(room, number)
    may_ask = rules.can_ask_condition(room.who, proposal)
    if request.method != "POST":
        form = _form(room, proposal, initial=typed_before(request, key)) if may_ask else None
        return _shown(request, room, proposal, form, key)
    form = _form(room, proposal, data=request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            ask_condition(
                who=room.who,
                proposal=proposal,
                seat=room.who.seat(told["seat"]),  # type: ignore[arg-type]  # the form knows only seats of one's own
                asked=form.asked,
                form_key=told["form_key"],
            )
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Your condition stands with the proposal."), extra_tags=key)
            return redirect("workshops:conditions", slug, number)
    return _shown(request, room, proposal, form, key, status=HTTPStatus.BAD_REQUEST)


@require_POST
def settle(request: HttpRequest, slug: str, number: int, condition: int) -> HttpResponse:
    """Say whether a condition is met, or is asked no longer."""
    room = enter(request, slug)
    if not room.who.is_signed_in:
        return sign_in_first(request)
    proposal = proposal_in(room, number)
    found = proposal.conditions.filter(number=condition).first()
    told = next((state for state in SETTLED if state == request.POST.get("state")), None)
    if found is None or told is None:
        raise Http404
    try:
        settle_condition(who=room.who, condition=found, state=told)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("That stands with the condition now."))
    return redirect("workshops:conditions", slug, number)


def _form(room: Room, proposal: Proposal, **how: object) -> ConditionForm:
    others = [one for one in proposals_standing(room.workshop) if one.pk != proposal.pk]
    places = room.workshop.places.select_related("revision", "scenario").order_by("letter")
    return ConditionForm(seats=room.who.seats, others=others, places=list(places), **how)


def _shown(  # noqa: PLR0913, PLR0917 -- what is there, a form, and how it went
    request: HttpRequest,
    room: Room,
    proposal: Proposal,
    form: ConditionForm | None,
    key: str,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "section": "proposals",
        "proposal": proposal,
        "conditions": [(one, rules.can_settle_condition(room.who, one.condition)) for one in _of(proposal)],
        "places": {place.scenario_id: place.letter for place in room.workshop.places.all()},
        "form": form,
        "keep_key": key,
    }
    return page(request, room, "workshops/conditions.html", context, status=status)


def _of(proposal: Proposal) -> list:
    found = conditions_of(proposal)
    for one in found:
        one.condition.proposal = proposal
    return found


urlpatterns = [
    path("proposals/<int:number>/conditions/", conditions, name="conditions"),
    path("proposals/<int:number>/conditions/<int:condition>/", settle, name="condition_settle"),
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Move the workshop from step to step."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops.enums import Phase
from workshops.errors import WorkshopError
from workshops.forms.words import PHASES
from workshops.selectors.rounds import current_of, rounds_of
from workshops.services.phases import move_phase
from workshops.views.facilitator.door import enter_as_facilitator
from workshops.views.room import Room, page


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what each step changes for whom; move when one is chosen."""
    room = enter_as_facilitator(request, slug)
    if request.method != "POST":
        return _show(request, room)
    wanted = request.POST.get("phase", "")
    if wanted not in set(Phase):
        return _show(request, room, problem=_("Choose a step from the list."), status=HTTPStatus.BAD_REQUEST)
    try:
        moved = move_phase(who=room.who, workshop=room.workshop, phase=Phase(wanted))
    except WorkshopError as refusal:
        return _show(request, room, problem=refusal.message, status=HTTPStatus.CONFLICT)
    messages.success(request, _("The workshop is now in the step %(phase)s.") % {"phase": PHASES[Phase(moved.phase)]})
    return redirect("workshops:workshop_home", slug)


def _show(request: HttpRequest, room: Room, *, problem: str = "", status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    one = current_of(rounds_of(room.workshop))
    context = {"phases": list(Phase), "problem": problem, "open_round": one if one and one.is_open else None}
    return page(request, room, "workshops/phase_move.html", context, status=status)


urlpatterns = [path("phase/", move, name="phase")]

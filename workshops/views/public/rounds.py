# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a round found: every count with its bases, per proposal and scenario."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops.models import Round
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.tallies import round_numbered, tallies_of
from workshops.views.room import Room, enter, page


@require_safe
def show_tallies(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show how a round was answered, as far as it may be told."""
    room = enter(request, slug)
    one = round_in(room, number)
    context: dict[str, Any] = {"section": "matrix", "round": one}
    if one.shows_counts:
        sides = sides_of(room.workshop)
        context |= {"sides": sides, "tallies": tallies_of(one, sides, places_of(room.workshop))}
    return page(request, room, "workshops/round_tallies.html", context)


def round_in(room: Room, number: int) -> Round:
    """Return a round of the workshop that was opened."""
    one = round_numbered(room.workshop, number)
    if one is None:
        raise Http404
    return one


urlpatterns = [path("rounds/<int:number>/", show_tallies, name="round_tallies")]

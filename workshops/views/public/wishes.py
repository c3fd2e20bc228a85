# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would move each constituency: a page for whoever looks for an agreement."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops.selectors.studies import proposals_standing
from workshops.selectors.support import support_in
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.wishes import Table, moved_sides
from workshops.views.room import enter, page


@require_safe
def show_wishes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show per constituency what it does not carry, how many seats that takes, and what they say would change it."""
    room = enter(request, slug)
    workshop = room.workshop
    standing, places = proposals_standing(workshop), places_of(workshop)
    support = support_in(workshop, proposal_ids=[one.id for one in standing])
    sides = moved_sides(Table(standing, sides_of(workshop), places, support))
    context = {"section": "matrix", "sides": sides, "places": places, "has_answers": any(support.values())}
    return page(request, room, "workshops/wishes_show.html", context)


urlpatterns = [path("what-would-move/", show_wishes, name="wishes")]

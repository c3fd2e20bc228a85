# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures side by side, and one of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops.selectors.institutions import institutions_under_strain
from workshops.selectors.scenarios import Futures, futures_of
from workshops.views.room import Room, enter, page


@require_safe
def compare_scenarios(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the scenarios side by side: story, drivers, developments, relations, institutions and key figures."""
    room = enter(request, slug)
    found = _futures(room)
    context = {"found": found, "institutions": institutions_under_strain([one.key for one in found.futures])}
    return page(request, room, "workshops/scenarios_compare.html", context)


@require_safe
def show_scenario(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one scenario whole."""
    room = enter(request, slug)
    found = _futures(room)
    future = next((one for one in found.futures if one.key == key), None)
    if future is None:
        raise Http404
    return page(
        request, room, "workshops/scenario_show.html", {"found": found, "future": future, "section": "scenarios"}
    )


def _futures(room: Room) -> Futures:
    agreed = room.workshop.agreements.first()
    return futures_of(room.workshop, year=agreed.report_year if agreed else 2030)


urlpatterns = [
    path("scenarios/", compare_scenarios, name="scenarios"),
    path("scenarios/<slug:key>/", show_scenario, name="scenario"),
]

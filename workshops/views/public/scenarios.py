# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The futures side by side, and one of them."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.selectors.claims import ledger_of
from workshops.selectors.drafts import drivers_of_edition
from workshops.selectors.editions import pointing_earlier
from workshops.selectors.institutions import institutions_under_strain
from workshops.selectors.recognitions import recognitions_of
from workshops.selectors.scenarios import Futures, futures_of
from workshops.selectors.table import places_of, sides_of
from workshops.views.room import Room, enter, page
from workshops.views.writing.door import enter_place


@require_safe
def compare_scenarios(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the scenarios side by side: story, drivers, developments, relations, institutions and key figures."""
    room = enter(request, slug)
    found = _futures(room)
    context = {"found": found, "institutions": institutions_under_strain([one.key for one in found.futures])}
    return page(request, room, "workshops/scenarios_compare.html", context)


@require_safe
def show_scenario(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one scenario whole, what each side says of it, and the way to its earlier editions and its draft."""
    room, place = enter_place(request, slug, key)
    sides = sides_of(room.workshop)
    draft = getattr(place, "draft", None)
    ledger = ledger_of(room.who, room.workshop)
    context = {
        "place": place,
        "ledger": ledger,
        "evidence": ledger.with_evidence(key),
        "revision": place.revision,
        "others": [one for one in places_of(room.workshop) if one.key != key],
        "developments": list(place.revision.developments.order_by("order")),
        "drivers": drivers_of_edition(place.revision),
        "sides": sides,
        "recognitions": recognitions_of(place, sides),
        "pointing": pointing_earlier(place),
        "draft": draft,
        "may_read_draft": draft is not None and rules.can_read_draft(room.who),
        "may_open_draft": draft is None and rules.can_open_draft(room.who, room.workshop),
        "may_recognise": rules.can_recognise_future(room.who, room.workshop),
        "section": "scenarios",
    }
    return page(request, room, "workshops/scenario_show.html", context)


def _futures(room: Room) -> Futures:
    agreed = room.workshop.agreements.first()
    return futures_of(room.workshop, year=agreed.report_year if agreed else 2030)


urlpatterns = [
    path("scenarios/", compare_scenarios, name="scenarios"),
    path("scenarios/<slug:key>/", show_scenario, name="scenario"),
]

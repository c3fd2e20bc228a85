# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The map of institutions over the scenarios, and one institution whole."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.selectors.institutions import institution_map
from workshops.views.room import enter, page


@require_safe
def show_map(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how every institution of today fares in every scenario: a picture, and the same as a table."""
    room = enter(request, slug)
    found = institution_map(room.workshop, room.who)
    rows = sorted(found.rows, key=lambda row: -row.weight)
    context = {
        "found": found,
        "rows": rows,
        "may_rate": rules.can_rate_institution(room.who, room.workshop),
        "section": "scenarios",
    }
    return page(request, room, "workshops/institutions_map.html", context)


@require_safe
def show_institution(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one institution: what it is for, how it works, and how it fares in each scenario with every reason."""
    room = enter(request, slug)
    found = institution_map(room.workshop, room.who, key=key)
    if not found.rows:
        raise Http404
    context = {
        "found": found,
        "row": found.rows[0],
        "institution": found.rows[0].institution,
        "may_rate": rules.can_rate_institution(room.who, room.workshop),
        "may_decide": rules.can_decide_institution(room.who, room.workshop),
        "section": "scenarios",
    }
    return page(request, room, "workshops/institution_show.html", context)


urlpatterns = [
    path("institutions/", show_map, name="institutions"),
    path("institutions/<slug:key>/", show_institution, name="institution"),
]

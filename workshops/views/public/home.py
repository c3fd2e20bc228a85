# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The workshop's front page: where it stands and what is next; and the record of acts."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.enums import RoundState
from workshops.selectors.asked import things_asked
from workshops.selectors.journal import chain_of, lines_of, told
from workshops.selectors.rounds import current_of, turnout_of
from workshops.selectors.workshops import bring_along, dates_of, holdings_of
from workshops.views.room import Room, draw, enter, page, piece

LINES_A_PAGE = 50


@require_safe
def show_workshop(request: HttpRequest, slug: str) -> HttpResponse:
    """Show where the workshop stands, what is asked of who looks, and every room of it."""
    room = enter(request, slug)
    now = _now(room)
    context = {
        "round": now["round"],
        "now": draw(request, room, "workshops/_workshop_now.html", now),
        "dates": dates_of(room.workshop, day=timezone.localdate()),
        "holdings": holdings_of(room.workshop),
    }
    return page(request, room, "workshops/workshop_home.html", context)


@require_safe
def show_workshop_now(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the piece that says where the round stands and what is asked."""
    room = enter(request, slug)
    return piece(request, room, "workshops/_workshop_now.html", _now(room))


def _now(room: Room) -> dict[str, Any]:
    workshop, today = room.workshop, timezone.localdate()
    bring_along(workshop)
    one = current_of(workshop.rounds.all())
    has_begun = one is not None and one.state != RoundState.DRAFT
    return {
        "asked": things_asked([workshop], {workshop.id: room.who}, day=today),
        "round": one,
        "turnout": turnout_of(one) if one and has_begun and rules.can_see_turnout(room.who) else None,
        "today": today,
    }


@require_safe
def show_journal(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell the record of acts in words, the newest on top, and whether its chain holds."""
    room = enter(request, slug)
    with_ballots = request.GET.get("ballots") != "hidden"
    lines = Paginator(lines_of(room.workshop, with_ballots=with_ballots), LINES_A_PAGE)
    shown = lines.get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "lines": told(room.workshop, shown.object_list),
        "chain": chain_of(room.workshop),
        "with_ballots": with_ballots,
        "query": "" if with_ballots else "ballots=hidden&",
    }
    return page(request, room, "workshops/journal_show.html", context)


urlpatterns = [
    path("", show_workshop, name="workshop_home"),
    path("now", show_workshop_now, name="workshop_now"),
    path("journal/", show_journal, name="journal"),
]

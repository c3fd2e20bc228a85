# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front page: what this is, and what is asked of you today."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone

from workshops import rules
from workshops.models import User
from workshops.selectors.asked import things_asked
from workshops.selectors.news import mentions_of
from workshops.selectors.people import standings_of
from workshops.selectors.rounds import current_of
from workshops.selectors.workshops import dates_of, workshops_open_to

NAMED_FOR = timedelta(days=14)  # a call to read along stands on the front page


def home(request: HttpRequest) -> HttpResponse:
    """Show the workshops that somebody may enter, and to who is signed in what is asked of them."""
    now, today = timezone.now(), timezone.localdate()
    person = request.user if isinstance(request.user, User) else None
    standings = standings_of(person, day=today) if person else {}
    workshops = list(workshops_open_to(standings))
    running = [
        (one, standings.get(one.id), current_of(one.rounds.all()), _coming(dates_of(one, day=today)))
        for one in workshops
    ]
    context = {
        "running": running,
        "asked": things_asked(workshops, standings, day=today),
        "named": mentions_of(person, standings, since=now - NAMED_FOR, until=now) if person else [],
        "takes_part": bool(standings),
        "may_start": rules.can_start_workshop(person, standings),
        "today": today,
    }
    return render(request, "home.html", context)


def _coming(dates: list) -> object | None:
    return next((one for one in dates if not one.is_past), None)


def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- the shape of a view
    """Send old browsers to the picture that new ones find in the page."""
    return redirect(static("favicon.svg"), permanent=False)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The front page: what this is, and what is asked of you today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone

from workshops.selectors.asked import things_asked_of
from workshops.selectors.workshops import running_workshops


def home(request: HttpRequest) -> HttpResponse:
    """Show the running workshops, and to who is signed in what is asked of them."""
    workshops = running_workshops()
    asked = things_asked_of(request.user, day=timezone.localdate()) if request.user.is_authenticated else []
    return render(request, "home.html", {"workshops": workshops, "asked": asked})


def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- the shape of a view
    """Send old browsers to the picture that new ones find in the page."""
    return redirect(static("favicon.svg"), permanent=False)

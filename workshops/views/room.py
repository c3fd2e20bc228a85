# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Enter a workshop: which one, who you are in it, who else can see the page."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from workshops.forms.words import capacity_of
from workshops.models import Workshop
from workshops.rules import Standing, can_enter
from workshops.selectors.people import standing_of


@dataclass(frozen=True, slots=True)
class Room:
    """A workshop as one person sees it during one request."""

    workshop: Workshop
    who: Standing


@dataclass(frozen=True, slots=True)
class Drawn:
    """A piece of a page, and the tag by which the page knows later that it did not change."""

    html: SafeString
    tag: str


def enter(request: HttpRequest, slug: str) -> Room:
    """Return the workshop and the person's standing, or refuse: unknown and closed look the same to strangers."""
    workshop = Workshop.objects.filter(slug=slug).first()
    if workshop is None:
        raise Http404
    who = standing_of(request.user, workshop, day=timezone.localdate())
    if not can_enter(who, workshop):
        raise Http404
    return Room(workshop, who)


def page(
    request: HttpRequest, room: Room, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render a page of the workshop."""
    shared = {"workshop": room.workshop, "who": room.who, "capacity": capacity_of(room.who)}
    return render(request, template, shared | (context or {}), status=status)


def piece(request: HttpRequest, room: Room, template: str, context: dict[str, Any]) -> HttpResponseBase:
    """Answer a piece that an open page fetches again and again: what did not change is not sent twice."""
    drawn = draw(request, room, template, context)
    response = HttpResponse(drawn.html, headers={"Cache-Control": "private, no-cache", "ETag": drawn.tag})
    return get_conditional_response(request, etag=drawn.tag, response=response) or response


def draw(request: HttpRequest, room: Room, template: str, context: dict[str, Any]) -> Drawn:
    """Draw a piece, for the page that holds it or by itself."""
    content = page(request, room, template, context).content
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    return Drawn(mark_safe(content.decode()), tag)  # noqa: S308 -- rendered by a template


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Send somebody to sign in, and back to where they were."""
    return redirect(f"{reverse('login')}?{urlencode({'next': request.get_full_path()})}")

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read what was told, publish it, or send it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshops.errors import NotAllowedError, WorkshopError
from workshops.services.examples import publish_example, return_example
from workshops.views.public.practice import example_in
from workshops.views.room import enter


@require_POST
def publish(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Let everybody read the newest edition, if it is the one that was read."""
    room = enter(request, slug)
    onto = request.POST.get("onto", "")
    try:
        publish_example(
            who=room.who,
            workshop=room.workshop,
            example=example_in(room, pk),
            onto=int(onto) if onto.isdecimal() and len(onto) < len("1000000") else None,
        )
    except NotAllowedError:
        raise
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The example can now be read by everybody who may enter."))
    return redirect("workshops:example", slug, pk)


@require_POST
def send_back(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Ask who told it to change something first."""
    room = enter(request, slug)
    reason = request.POST.get("reason", "")
    try:
        return_example(who=room.who, workshop=room.workshop, example=example_in(room, pk), reason=reason)
    except NotAllowedError:
        raise
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Who told this example now sees what you ask."))
    return redirect("workshops:example", slug, pk)


urlpatterns = [
    path("practice/<uuid:pk>/publish", publish, name="example_publish"),
    path("practice/<uuid:pk>/return", send_back, name="example_return"),
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read and publish practice examples."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshops.services.examples import publish_example
from workshops.views.public.practice import example_in
from workshops.views.room import enter


@require_POST
def publish(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Let everybody read an example."""
    room = enter(request, slug)
    publish_example(who=room.who, workshop=room.workshop, example=example_in(room, pk))
    messages.success(request, _("The example can now be read by everybody who may enter."))
    return redirect("workshops:example", slug, pk)


urlpatterns = [path("practice/<uuid:pk>/publish", publish, name="example_publish")]

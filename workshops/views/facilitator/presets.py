# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lay a state of knowledge on the table."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshops.errors import WorkshopError
from workshops.services.contests import table_preset
from workshops.views.facilitator.door import enter_as_facilitator


@require_POST
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Table it in one step; what cannot be done is said on the page."""
    room = enter_as_facilitator(request, slug)
    try:
        made = table_preset(who=room.who, workshop=room.workshop, key=request.POST.get("preset", ""))
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
        return redirect("workshops:assumptions", slug)
    messages.success(request, _("This state of knowledge lies on the table. The model computes what it changes."))
    return redirect("workshops:contest", slug, made.number)


urlpatterns = [path("assumptions/presets/", table, name="preset_table")]

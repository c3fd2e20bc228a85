# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How participants see the driving forces of a scenario: the spread, one's own, and taking it back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.own_settings import OwnSettingsForm
from workshops.selectors.own_settings import own_settings_of, spread_of
from workshops.selectors.table import sides_of
from workshops.services.insist import insist
from workshops.services.own_settings import set_own_drivers, withdraw_own_drivers
from workshops.views.room import page, sign_in_first
from workshops.views.writing.door import enter_place


@require_safe
def show_spread(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show how far participants differ on each driving force, and how many set it."""
    room, place = enter_place(request, slug, key)
    sides = sides_of(room.workshop)
    context = {
        "place": place,
        "spread": spread_of(place, sides, room.who.person),
        "may_set": rules.can_set_drivers(room.who, room.workshop),
        "section": "scenarios",
    }
    return page(request, room, "workshops/spread_show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def set_drivers(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what one set, and change it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, place = enter_place(request, slug, key)
    insist(
        rules.can_set_drivers(room.who, room.workshop),
        _("Who takes part in this workshop sets these, until the conclusions."),
    )
    own = own_settings_of(place, room.who.person)
    form = OwnSettingsForm(request.POST or None, held=place.revision.drivers, own=own)
    if request.method == "POST" and form.is_valid():
        try:
            set_own_drivers(who=room.who, place=place, values=form.values())
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("What you set is kept, without your name."), extra_tags=f"own-{key}")
            return redirect("workshops:spread", slug, key)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"form": form, "place": place, "has_set": bool(own), "section": "scenarios"}
    return page(request, room, "workshops/spread_set.html", context, status=status)


@require_POST
def withdraw_drivers(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Take back all that one set."""
    room, place = enter_place(request, slug, key)
    withdraw_own_drivers(who=room.who, place=place)
    messages.success(request, _("What you set is taken back."))
    return redirect("workshops:spread", slug, key)


urlpatterns = [
    path("scenarios/<slug:key>/spread/", show_spread, name="spread"),
    path("scenarios/<slug:key>/spread/own/", set_drivers, name="spread_set"),
    path("scenarios/<slug:key>/spread/own/withdraw/", withdraw_drivers, name="spread_withdraw"),
]

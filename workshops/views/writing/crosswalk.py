# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scenarios of others beside one of ours, and what ours does with what they assume."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.borrowings import BorrowingsForm
from workshops.selectors.borrowings import crosswalk_of
from workshops.services.insist import insist
from workshops.services.writing.borrowing import cross
from workshops.views.room import page, sign_in_first
from workshops.views.writing.door import enter_place


@require_safe
def show_crosswalk(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what others assume and what this scenario does with it."""
    room, place = enter_place(request, slug, key)
    context = {
        "place": place,
        "crosswalk": crosswalk_of(place),
        "may_say": rules.can_state_borrowing(room.who, place),
        "section": "scenarios",
    }
    return page(request, room, "workshops/crosswalk_show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def write_crosswalk(request: HttpRequest, slug: str, key: str, other: str) -> HttpResponse:
    """Say it for one scenario of others."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    room, place = enter_place(request, slug, key)
    insist(
        rules.can_state_borrowing(room.who, place),
        _("Who holds the pen of this scenario, the facilitator or the secretariat says this, until the conclusions."),
    )
    crossings = next((one for one in crosswalk_of(place) if one.other.key == other and one.rows), None)
    if crossings is None:
        raise Http404
    form = BorrowingsForm(request.POST or None, crossings=crossings)
    if request.method == "POST" and form.is_valid():
        try:
            cross(who=room.who, place=place, other=other, said=form.said())
        except WorkshopError as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            messages.success(request, _("Kept."), extra_tags=f"crosswalk-{key}-{other}")
            return redirect("workshops:crosswalk", slug, key)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    context = {"form": form, "place": place, "other": crossings.other, "section": "scenarios"}
    return page(request, room, "workshops/crosswalk_write.html", context, status=status)


urlpatterns = [
    path("scenarios/<slug:key>/others/", show_crosswalk, name="crosswalk"),
    path("scenarios/<slug:key>/others/<slug:other>/", write_crosswalk, name="crosswalk_write"),
]

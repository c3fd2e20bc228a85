# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Read, change and lock the agreements beforehand."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.agreements import AgreementsForm, initial_of
from workshops.selectors.agreements import Agreed, agreed_in
from workshops.services.agreements import change_agreements, lock_agreements
from workshops.views.facilitator.door import enter_as_facilitator
from workshops.views.room import Room, enter, page

KEEP = "agreements"


@require_safe
def show_agreements(request: HttpRequest, slug: str) -> HttpResponse:
    """Show in words what was agreed: whom each side represents, when support counts, the budget frame."""
    room = enter(request, slug)
    asked = request.GET.get("version", "")
    agreed = agreed_in(room.workshop, version=int(asked) if asked.isdecimal() else None)
    if asked and agreed is None:
        raise Http404
    may_change = rules.can_change_agreements(room.who, room.workshop)
    context = {
        "agreed": agreed,
        "may_change": may_change and agreed is not None,
        "may_lock": bool(
            agreed and agreed.is_latest and rules.can_lock_agreements(room.who, room.workshop, agreed.agreements)
        ),
    }
    return page(request, room, "workshops/agreements_show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Change the agreements; when the last version is locked this begins the next."""
    room = enter_as_facilitator(request, slug)
    agreed = _agreed(room)
    data = request.POST if request.method == "POST" else None
    form = AgreementsForm(data, initial=initial_of(agreed.agreements))
    status = HTTPStatus.OK
    if form.is_bound and form.is_valid():
        try:
            changed = change_agreements(who=room.who, workshop=room.workshop, values=form.changes)
        except WorkshopError as refusal:
            form.add_error(None, refusal.message)
            status = HTTPStatus.CONFLICT
        else:
            words = _("Version %(version)d of the agreements holds what you changed. Lock it before a round opens.")
            nothing = _("Nothing was different, so nothing was changed.")
            messages.success(
                request, words % {"version": changed.version} if form.changes else nothing, extra_tags=KEEP
            )
            return redirect("workshops:agreements", slug)
    elif form.is_bound:
        status = HTTPStatus.BAD_REQUEST
    context = {"agreed": agreed, "form": form, "keep": KEEP}
    return page(request, room, "workshops/agreements_change.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what locking means; lock when that is confirmed."""
    room = enter_as_facilitator(request, slug)
    agreed = _agreed(room)
    if request.method == "POST":
        try:
            locked = lock_agreements(who=room.who, workshop=room.workshop)
        except WorkshopError as refusal:
            messages.warning(request, refusal.message)
        else:
            words = _("Version %(version)d of the agreements is locked. A round can open under it.")
            messages.success(request, words % {"version": locked.version})
        return redirect("workshops:agreements", slug)
    if agreed.agreements.is_locked:
        return redirect("workshops:agreements", slug)
    return page(request, room, "workshops/agreements_lock.html", {"agreed": agreed})


def _agreed(room: Room) -> Agreed:
    agreed = agreed_in(room.workshop)
    if agreed is None:
        raise Http404
    return agreed


urlpatterns = [
    path("agreements/", show_agreements, name="agreements"),
    path("agreements/change/", change, name="agreements_change"),
    path("agreements/lock/", lock, name="agreements_lock"),
]

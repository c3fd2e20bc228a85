# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Change by what a side of the table measures."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops.errors import WorkshopError
from workshops.forms.yardsticks import LinesForm, NamedForm, initial_lines
from workshops.selectors.agreements import SideAgreed, agreed_in
from workshops.services.yardsticks import change_yardstick
from workshops.views.facilitator.door import enter_as_facilitator
from workshops.views.room import Room, page


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, side: str) -> HttpResponse:
    """Show the lines of a side, with room for more; write what is sent into the agreements."""
    room = enter_as_facilitator(request, slug)
    agreed = agreed_in(room.workshop)
    one = next((one for one in agreed.sides if one.side.key == side), None) if agreed else None
    if agreed is None or one is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    named = NamedForm(data, initial={name: one.yardstick.said(name) for name in ("title", "source")})
    lines = LinesForm(data, initial=initial_lines(one.yardstick.lines), prefix="line")
    status = HTTPStatus.OK
    if named.is_bound:
        status = HTTPStatus.BAD_REQUEST
        if not lines.is_valid():
            named.add_error(None, _("A line is not filled in well yet; what is wrong stands beside it."))
        if named.is_valid() and _stored(room, one, named, lines):
            words = _("The agreements hold what %(side)s will measure by.") % {"side": one.side.said("title")}
            messages.success(request, words)
            return redirect("workshops:agreements", slug)
    context = {"agreed": agreed, "one": one, "form": named, "lines": lines, "keep": f"yardstick-{side}"}
    return page(request, room, "workshops/yardstick_change.html", context, status=status)


def _stored(room: Room, one: SideAgreed, named: NamedForm, lines: LinesForm) -> bool:  # type: ignore[valid-type]
    """Store what is filled in, or say on the form why that cannot be."""
    try:
        change_yardstick(who=room.who, side=one.side, lines=lines.lines, **named.cleaned_data)  # type: ignore[attr-defined]
    except WorkshopError as refusal:
        named.add_error(refusal.field if refusal.field in named.fields else None, refusal.message)
        return False
    return True


urlpatterns = [path("agreements/measures/<slug:side>/", change, name="yardstick_change")]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a draft: its sections, who holds the pen, what waits; laying one ready, handing over the pen."""

from http import HTTPStatus

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workshops import rules
from workshops.forms.writing import PenForm
from workshops.selectors.drafts import drivers_of_draft, people_to_write, summaries_of
from workshops.selectors.table import sides_of
from workshops.services.insist import insist
from workshops.services.writing.opening import give_pen, open_draft
from workshops.views.room import draw, page, piece, sign_in_first
from workshops.views.writing.door import Desk, enter_draft, enter_place


@require_safe
def show_draft(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show the whole draft, section by section, with what waits in each margin."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    desk = enter_draft(request, slug, key)
    who, draft = desk.room.who, desk.draft
    context = {
        **_shared(desk),
        "now": draw(request, desk.room, "workshops/_draft_sections.html", _sections(desk)),
        "may_give_pen": rules.can_give_pen(who, draft),
        "may_adopt": rules.can_adopt_scenario(who, desk.room.workshop),
        "is_mine": rules.holds_pen(who, draft),
    }
    return page(request, desk.room, "workshops/draft_show.html", context)


@require_safe
def show_sections(request: HttpRequest, slug: str, key: str) -> HttpResponseBase:
    """Answer the sections, which an open page fetches when one of them changed."""
    desk = enter_draft(request, slug, key)
    return piece(request, desk.room, "workshops/_draft_sections.html", _sections(desk))


def _sections(desk: Desk) -> dict[str, object]:
    prefetch_related_objects([desk.draft], "drivers")  # read once: the summaries and the table both ask
    summaries = summaries_of(desk.draft, now=timezone.now())
    return {
        **_shared(desk),
        "summaries": [(one, rules.can_write_section(desk.room.who, one.section)) for one in summaries],
        "may_suggest": rules.can_suggest_change(desk.room.who, desk.draft),
        "drivers": drivers_of_draft(desk.draft),
        "developments": list(desk.draft.developments.order_by("order")),
        "sides": sides_of(desk.room.workshop),
    }


def _shared(desk: Desk) -> dict[str, object]:
    return {"draft": desk.draft, "place": desk.place, "section": "scenarios"}


@require_POST
def open_now(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Lay a draft ready."""
    room, place = enter_place(request, slug, key)
    open_draft(who=room.who, place=place)
    messages.success(request, _("The draft lies ready. You hold the pen."))
    return redirect("workshops:draft", slug, key)


@require_http_methods(["GET", "POST"])
def hand_over_pen(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Choose who writes from now on."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    desk = enter_draft(request, slug, key)
    insist(
        rules.can_give_pen(desk.room.who, desk.draft),
        _("Who holds the pen, the facilitator or the secretariat hands it over, until voting starts."),
    )
    people = people_to_write(desk.room.workshop, day=timezone.localdate())
    form = PenForm(request.POST or None, people=people, initial={"to": str(desk.draft.penholder_id)})
    if request.method == "POST" and form.is_valid():
        to = next(one for one in people if str(one.pk) == form.cleaned_data["to"])
        give_pen(who=desk.room.who, draft=desk.draft, to=to)
        messages.success(request, _("%(name)s holds the pen now.") % {"name": to.name})
        return redirect("workshops:draft", slug, key)
    status = HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK
    return page(request, desk.room, "workshops/draft_pen.html", {**_shared(desk), "form": form}, status=status)


urlpatterns = [
    path("scenarios/<slug:key>/draft/", show_draft, name="draft"),
    path("scenarios/<slug:key>/draft/now", show_sections, name="draft_now"),
    path("scenarios/<slug:key>/draft/open", open_now, name="draft_open"),
    path("scenarios/<slug:key>/draft/pen/", hand_over_pen, name="draft_pen"),
]

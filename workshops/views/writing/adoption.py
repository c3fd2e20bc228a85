# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Adopt a draft after reading what changed; bring an earlier edition back."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from workshops import rules
from workshops.errors import WorkshopError
from workshops.selectors.contents import compare, content_of_draft, content_of_edition
from workshops.selectors.editions import edition_in
from workshops.services.insist import insist
from workshops.services.writing.adoption import adopt_scenario, return_to_edition
from workshops.views.room import page, sign_in_first
from workshops.views.writing.door import Desk, enter_draft


@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show what would change, and let it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    desk = _desk(request, slug, key)
    if request.method != "POST":
        return _adopt_page(request, desk)
    try:
        edition = adopt_scenario(
            who=desk.room.who, draft=desk.draft, base=_base(request), seen=request.POST.get("seen", "")
        )
    except WorkshopError as refusal:
        return _adopt_page(request, enter_draft(request, slug, key), refusal.message, HTTPStatus.CONFLICT)
    words = _("Edition %(number)d holds now. The model computes its figures; this page shows them when they are there.")
    messages.success(request, words % {"number": edition.number})
    return redirect("workshops:scenario", slug, key)


def _adopt_page(
    request: HttpRequest, desk: Desk, problem: str = "", status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    draft = content_of_draft(desk.draft)
    context = {
        "draft": desk.draft,
        "place": desk.place,
        "section": "scenarios",
        "comparison": compare(content_of_edition(desk.place.revision), draft),
        "base": desk.place.revision_id,
        "seen": draft.digest,
        "problem": problem,
        "waiting": desk.draft.suggestions.filter(state="open").count(),
    }
    return page(request, desk.room, "workshops/draft_adopt.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_back(request: HttpRequest, slug: str, key: str, number: int) -> HttpResponse:
    """Show what would change when an earlier edition comes back, and let it."""
    if not request.user.is_authenticated:
        return sign_in_first(request)
    desk = _desk(request, slug, key)
    edition = edition_in(desk.place, number)
    if edition is None:
        raise Http404
    problem, status = "", HTTPStatus.OK
    if request.method == "POST":
        try:
            made = return_to_edition(who=desk.room.who, draft=desk.draft, edition=edition, base=_base(request))
        except WorkshopError as refusal:
            problem, status, desk = refusal.message, HTTPStatus.CONFLICT, enter_draft(request, slug, key)
        else:
            words = _("Edition %(number)d holds now: it reads as edition %(earlier)d.")
            messages.success(request, words % {"number": made.number, "earlier": number})
            return redirect("workshops:scenario", slug, key)
    context = {
        "draft": desk.draft,
        "place": desk.place,
        "section": "scenarios",
        "edition": edition,
        "comparison": compare(content_of_edition(desk.place.revision), content_of_edition(edition)),
        "base": desk.place.revision_id,
        "problem": problem,
    }
    return page(request, desk.room, "workshops/edition_return.html", context, status=status)


def _desk(request: HttpRequest, slug: str, key: str) -> Desk:
    desk = enter_draft(request, slug, key)
    insist(
        rules.can_adopt_scenario(desk.room.who, desk.room.workshop),
        _("The facilitator or the secretariat records what the table adopts, until voting starts."),
    )
    return desk


def _base(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("base", ""))
    except ValueError:
        return UUID(int=0)


urlpatterns = [
    path("scenarios/<slug:key>/draft/adopt/", adopt, name="draft_adopt"),
    path("scenarios/<slug:key>/editions/<int:number>/return/", bring_back, name="edition_return"),
]

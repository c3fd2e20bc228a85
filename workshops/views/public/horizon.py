# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""By when something is needed, and which proposals go well together: two pages of a whole workshop."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from scenarios.selectors.studies.asked import Asked
from scenarios.selectors.studies.packages import PackagesAnswer
from scenarios.selectors.studies.timing import TimingAnswer
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.studies import HorizonChoice, SharingChoice
from workshops.reports.sharing_csv import sharing_rows
from workshops.reports.studies_csv import package_rows, timing_rows
from workshops.selectors.packages import packages_with
from workshops.selectors.sharing import Table, sharing_of
from workshops.selectors.studies import (
    computable_of,
    computable_proposals,
    ground_and_axes,
    packages_asked_of,
    progress_of,
    proposals_standing,
    timing_asked,
)
from workshops.selectors.support import support_in
from workshops.selectors.timing import blocks_of, with_helpers
from workshops.services.studies import ask_about_packages, ask_about_timing
from workshops.views.public.studies import spreadsheet
from workshops.views.room import Room, draw, enter, page, piece

TIMING, PACKAGES = "workshops/_timing.html", "workshops/_packages.html"


@require_safe
def show_timing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show by when something is needed: per floor and scenario the years on an axis."""
    room = enter(request, slug)
    context = _timing(request, room)
    context["piece"] = draw(request, room, TIMING, context)
    return page(request, room, "workshops/timing_show.html", context)


@require_safe
def timing_fragment(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the axis by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, TIMING, _timing(request, room))


@require_safe
def timing_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the years for a spreadsheet."""
    room = enter(request, slug)
    found = _timing(request, room)
    return spreadsheet(f"{slug}-needed-by.csv", timing_rows(found["blocks"], found["choice"].lead, found["choice"].now))


@require_safe
def show_packages(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the packages that follow from support, and those that no other beats on cost, gain and support."""
    room = enter(request, slug)
    context = _packages(request, room)
    context |= _sharing(request, context)
    context["piece"] = draw(request, room, PACKAGES, context)
    return page(request, room, "workshops/packages_show.html", context)


@require_safe
def packages_fragment(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the packages by themselves, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, PACKAGES, _packages(request, room))


@require_safe
def packages_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the packages for a spreadsheet."""
    room = enter(request, slug)
    found = _packages(request, room)["found"]
    return spreadsheet(f"{slug}-packages.csv", package_rows(found) if found else [])


@require_safe
def sharing_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out the packages from support for a spreadsheet."""
    room = enter(request, slug)
    found = _sharing(request, _packages(request, room))["sharing"]
    return spreadsheet(f"{slug}-packages-from-support.csv", sharing_rows(found) if found else [])


@require_POST
def ask_timing(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask by when something is needed."""
    room = enter(request, slug)
    try:
        ask_about_timing(who=room.who, workshop=room.workshop)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    return redirect("workshops:timing", slug)


@require_POST
def ask_packages(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask which proposals go well together."""
    room = enter(request, slug)
    try:
        ask_about_packages(who=room.who, workshop=room.workshop)
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    return redirect("workshops:packages", slug)


def _timing(request: HttpRequest, room: Room) -> dict[str, Any]:
    ground, places, sides = ground_and_axes(room.workshop)
    found = timing_asked(room.workshop, ground)
    proposals = computable_proposals(room.workshop)
    choice = HorizonChoice(request.GET, due_year=room.workshop.due_on.year)
    answer = found.answer_as(TimingAnswer)
    blocks = blocks_of(answer, places, sides, lead=choice.lead, now=choice.now) if answer else []
    return {
        "choice": choice,
        "answer": answer,
        "blocks": with_helpers(blocks, proposals, places, year=ground.year) if blocks else [],
        "has_floors": bool(found.question.yardsticks),
        "year": ground.year,
        **_shared(request, room, found),
    }


def _packages(request: HttpRequest, room: Room) -> dict[str, Any]:
    ground, places, sides = ground_and_axes(room.workshop)
    standing = proposals_standing(room.workshop)
    support = support_in(room.workshop, proposal_ids=[one.id for one in standing])
    proposals = computable_of(standing)
    found = packages_asked_of(room.workshop, ground, proposals, support)
    answer = found.answer_as(PackagesAnswer)
    return {
        "table": Table(sides, places, standing, support, ground.frame_bn, ground.year),
        "found": packages_with(answer, proposals, sides, places, needed_share=ground.useful_share) if answer else None,
        "answer": answer,
        "proposals": proposals,
        "frame_bn": ground.frame_bn,
        "year": ground.year,
        **_shared(request, room, found),
    }


def _sharing(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    table: Table = context["table"]
    choice = SharingChoice(request.GET, agreed_bn=table.frame_bn)
    return {
        "sharing": sharing_of(replace(table, frame_bn=choice.frame_bn), choice.own),
        "sharing_choice": choice,
    }


def _shared(request: HttpRequest, room: Room, found: Asked) -> dict[str, Any]:
    return {
        "section": "matrix",
        "progress": progress_of(found),
        "study": found.answered,
        "query": request.GET.urlencode(),
        "may_ask": rules.can_ask_projection(room.who),
    }


urlpatterns = [
    path("needed-by/", show_timing, name="timing"),
    path("needed-by/fragment/", timing_fragment, name="timing_fragment"),
    path("needed-by/csv/", timing_csv, name="timing_csv"),
    path("needed-by/ask/", ask_timing, name="timing_ask"),
    path("packages/", show_packages, name="packages"),
    path("packages/fragment/", packages_fragment, name="packages_fragment"),
    path("packages/csv/", packages_csv, name="packages_csv"),
    path("packages/support/csv/", sharing_csv, name="sharing_csv"),
    path("packages/ask/", ask_packages, name="packages_ask"),
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A round after closing: who was entitled, who voted, by name every ballot; and a file to recompute it all with."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from workshops.enums import RoundState
from workshops.models import Round
from workshops.reports.round_archive import round_archive
from workshops.reports.round_file import Published, round_file
from workshops.selectors.records import record_of
from workshops.selectors.table import places_of, sides_of
from workshops.selectors.tallies import tallies_of
from workshops.views.public.rounds import round_in
from workshops.views.room import Room, enter, page


@require_safe
def show_record(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show the electorate, the turnout, the quorum, and the ballots of a round by name."""
    room = enter(request, slug)
    one = round_in(room, number)
    record = None
    if one.state == RoundState.CLOSED:
        record = record_of(one, sides_of(room.workshop), places_of(room.workshop))
    return page(request, room, "workshops/round_record.html", {"section": "matrix", "round": one, "record": record})


@require_safe
def download_archive(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out the round with its tables and the script that recomputes them."""
    published = _published(enter(request, slug), number)
    return _file(round_archive(published), f"{slug}-round-{number}.zip", "application/zip")


@require_safe
def download_data(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out the round as data alone."""
    told = json.dumps(round_file(_published(enter(request, slug), number)), ensure_ascii=False, indent=1)
    return _file(told.encode(), f"{slug}-round-{number}.json", "application/json")


def _published(room: Room, number: int) -> Published:
    one = _closed(room, number)
    sides, places = sides_of(room.workshop), places_of(room.workshop)
    language = "en" if (get_language() or "nl").startswith("en") else "nl"
    return Published(record_of(one, sides, places), tallies_of(one, sides, places), language)


def _closed(room: Room, number: int) -> Round:
    one = round_in(room, number)
    if one.state != RoundState.CLOSED:
        raise Http404
    return one


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


urlpatterns = [
    path("rounds/<int:number>/record/", show_record, name="round_record"),
    path("rounds/<int:number>/record/round.zip", download_archive, name="round_archive"),
    path("rounds/<int:number>/record/round.json", download_data, name="round_data"),
]

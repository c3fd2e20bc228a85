# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a browser and the site tell one another while somebody types: plain requests, small answers."""

import base64
import binascii
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from scenarios.errors import BehindError, ScenarioError
from scenarios.selectors.documents import news_since
from scenarios.services.documents import Sent
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.words import as_whom
from workshops.models import DraftSection
from workshops.selectors.presence import people_in
from workshops.selectors.table import Side, sides_of
from workshops.services.writing.presence import be_here, leave
from workshops.services.writing.typing import take_update
from workshops.views.room import Room
from workshops.views.writing.door import enter_section

LARGEST_NUMBER = 2**53
MOST_ENCODED = 600_000


@require_http_methods(["GET", "POST"])
def updates(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Answer what came in since a number, or store what was typed."""
    if not request.user.is_authenticated:
        return _refuse(HTTPStatus.UNAUTHORIZED, _("You are signed out. Sign in again to see what is new."))
    room, section = enter_section(request, slug, key, part)
    if section.document is None:
        return _refuse(HTTPStatus.NOT_FOUND, _("There is nothing at this address."))
    return _take(request, room, section) if request.method == "POST" else _tell(request, room, section)


def _tell(request: HttpRequest, room: Room, section: DraftSection) -> HttpResponse:
    since = request.GET.get("since", "")
    news = news_since(section.document, int(since) if since.isdigit() and len(since) < len(str(LARGEST_NUMBER)) else -1)  # type: ignore[arg-type]
    return JsonResponse(
        {
            "epoch": news.epoch,
            "number": news.number,
            "updates": [base64.b64encode(one).decode() for one in news.updates],
            "people": _people(room, section),
            "mayWrite": rules.can_write_section(room.who, section),
        },
        headers={"Cache-Control": "no-store"},
    )


def _take(request: HttpRequest, room: Room, section: DraftSection) -> HttpResponse:
    sent = _sent(request.body)
    if sent is None:
        return _refuse(HTTPStatus.BAD_REQUEST, _("What your browser sent cannot be read. Open the page again."))
    try:
        document = take_update(who=room.who, section=section, sent=sent)
    except WorkshopError as refusal:
        return _refuse(HTTPStatus.FORBIDDEN, refusal.message)
    except BehindError as refusal:
        return _refuse(HTTPStatus.CONFLICT, refusal.message, epoch=section.document.epoch)  # type: ignore[union-attr]
    except ScenarioError as refusal:
        return _refuse(HTTPStatus.UNPROCESSABLE_ENTITY, refusal.message)
    return JsonResponse({"epoch": document.epoch, "number": document.number})


def _sent(body: bytes) -> Sent | None:
    """Read what a browser sent; none when it is not what it should be."""
    try:
        told = json.loads(body)
        encoded = _held(told["data"], lambda data: isinstance(data, str) and len(data) <= MOST_ENCODED)
        return Sent(
            key=UUID(_held(told["key"], lambda key: isinstance(key, str))),
            epoch=_number(told["epoch"]),
            data=base64.b64decode(encoded, validate=True),
            client=_number(told["client"]),
            clock=_number(told["clock"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError, binascii.Error):
        return None


def _number(value: Any) -> int:
    return int(_held(value, lambda one: type(one) is int and 0 <= one <= LARGEST_NUMBER))


def _held(value: Any, is_right: Callable[[Any], bool]) -> Any:
    if not is_right(value):
        raise ValueError
    return value


@require_POST
def here(request: HttpRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Note that somebody is in this section, or leaves it; answer who else is."""
    if not request.user.is_authenticated:
        return _refuse(HTTPStatus.UNAUTHORIZED, _("You are signed out. Sign in again to see what is new."))
    room, section = enter_section(request, slug, key, part)
    if request.POST.get("leave"):
        leave(who=room.who, section=section)
    else:
        be_here(who=room.who, section=section)
    return JsonResponse({"people": _people(room, section)})


def _people(room: Room, section: DraftSection) -> list[dict[str, str]]:
    sides: list[Side] = sides_of(room.workshop)
    found = people_in([section.id], now=timezone.now()).get(section.id, [])
    return [
        {"name": one.person.name, "as": as_whom(one.capacity, sides)} for one in found if one.person != room.who.person
    ]


def _refuse(status: HTTPStatus, detail: str, **more: Any) -> JsonResponse:
    return JsonResponse({"detail": detail, **more}, status=status)


urlpatterns = [
    path("scenarios/<slug:key>/draft/<slug:part>/updates", updates, name="section_updates"),
    path("scenarios/<slug:key>/draft/<slug:part>/here", here, name="section_here"),
]

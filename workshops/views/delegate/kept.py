# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody had filled in when their session turned out to have ended: kept until they are signed in again."""

from django.http import HttpRequest

from workshops.models import Seat

KEY = "kept_ballot"
MOST = 40_000


def keep_for_later(request: HttpRequest) -> None:
    """Keep the answers of one sheet in the new session, which signing in takes over."""
    typed: dict[str, dict[str, str]] = {}
    for name in request.POST:
        scenario, dash, field = name.rpartition("-")
        if dash:
            typed.setdefault(scenario, {})[field] = request.POST[name]
    length = sum(len(value) for fields in typed.values() for value in fields.values())
    if length <= MOST:
        request.session[KEY] = {"path": request.path, "seat": request.POST.get("seat", ""), "typed": typed}


def take_kept(request: HttpRequest, seat: Seat | None) -> dict[str, dict[str, str]]:
    """Return what was kept for this sheet and this seat, once."""
    kept = request.session.get(KEY)
    if not kept or kept["path"] != request.path or seat is None or kept["seat"] != str(seat.id):
        return {}
    del request.session[KEY]
    return kept["typed"]

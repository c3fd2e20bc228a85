# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way back from what was last stored: kept in the session, good for one sheet and until it changes again."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from workshops.enums import Need, Stance
from workshops.models import Ballot
from workshops.selectors.ballots import Sheet
from workshops.services.ballots import Answer
from workshops.views.delegate.desk import Desk

KEY = "undo_ballots"


def remember(request: HttpRequest, desk: Desk, sheet: Sheet, polls: Iterable[UUID], left_at: datetime | None) -> None:
    """Keep how a sheet stood before it was stored; `left_at` is when it was last cast afterwards."""
    if desk.round is not None and desk.round.is_secret:
        return  # nothing of a sealed ballot is kept open
    stood = {question.poll.id: question.ballot for question in sheet.questions}
    request.session[KEY] = {
        "sheet": desk.key_of(sheet),
        "workshop": desk.room.workshop.slug,
        "number": sheet.number,
        "fields": {"seat": str(desk.seat.id) if desk.seat else "", "round": desk.round.number if desk.round else ""},
        "before": {str(poll): _plain(stood.get(poll)) for poll in polls},
        "left_at": left_at.isoformat() if left_at else "",
    }


def offer(request: HttpRequest, desk: Desk) -> dict[str, Any] | None:
    """Return the undo form that belongs to the flash message of the same key."""
    kept = request.session.get(KEY)
    if not kept or kept["workshop"] != desk.room.workshop.slug:
        return None
    url = reverse("workshops:ballot_undo", args=[kept["workshop"], kept["number"]])
    return {"key": kept["sheet"], "url": url, "fields": list(kept["fields"].items())}


def take(request: HttpRequest, desk: Desk, sheet: Sheet) -> Mapping[UUID, Answer | None] | None:
    """Return how the sheet stood, once; nothing when it was changed since, here or elsewhere."""
    kept = request.session.get(KEY)
    now = sheet.last_cast_at.isoformat() if sheet.last_cast_at else ""
    if not kept or kept["sheet"] != desk.key_of(sheet) or kept["left_at"] != now:
        return None
    del request.session[KEY]
    return {UUID(poll): _answer(told) for poll, told in kept["before"].items()}


def _plain(ballot: Ballot | None) -> dict[str, str] | None:
    if ballot is None:
        return None
    return {name: str(getattr(ballot, name)) for name in ("stance", "need", "reason", "would_change", "lang")}


def _answer(told: dict[str, str] | None) -> Answer | None:
    if told is None:
        return None
    need = Need(told["need"]) if told["need"] else None
    return Answer(Stance(told["stance"]), need, told["reason"], told["would_change"], told["lang"])

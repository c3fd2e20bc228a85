# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answer to what is tried, as a page and to a moved lever: both from the same picture, and nothing is kept.

The address holds everything that is tried and everything that is held beside it, so a link is all that is needed to
show it to somebody else.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from secrets import token_hex
from typing import Any, Protocol

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode

from scenarios.errors import BusyError
from scenarios.services.previews import (
    MODEL_VERSION,
    MOST_WAITING,
    NOT_ASKED,
    SEED,
    BandState,
    Trial,
    band_of,
    preview,
)
from workshops.forms.trials import HELD, TrialForm, settled
from workshops.reports.trial_picture import Picture, Version
from workshops.reports.trial_words import band_words, caution_words
from workshops.views.room import Room, page

ALL, REST, POLL, PAGE = "all", "rest", "poll", "page"
FRESH = {"Cache-Control": "private, no-store"}
STRANGERS_SHARE = 4  # of those that may wait for a band, one part is for all who are not signed in


@dataclass(frozen=True, slots=True)
class Tried:
    """Fields that are in order, what was computed of them, and how far the band is."""

    form: TrialForm
    trial: Trial
    version: Version
    state: BandState


class Desk(Protocol):
    """Where something can be tried: what its fields are, what they mean, and what is drawn of it."""

    @property
    def address(self) -> str:
        """Where a moved lever is answered."""

    @property
    def places(self) -> Mapping[str, str]:
        """What the address always carries along."""

    def form(self, query: QueryDict, *, held: bool) -> TrialForm:
        """Return the fields as an address fills them in."""

    def trial(self, form: TrialForm) -> Trial:
        """Return what fields that are in order stand for."""

    def picture(self, now: Tried, held: Tried | None, *, is_all: bool) -> Picture:
        """Draw it."""

    def finding(self, now: Tried) -> str:
        """Say what stands out."""

    def take_over(self, form: TrialForm) -> str:
        """Return where this can be made more of; empty when it cannot."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that changes on the page when something is moved."""

    picture: Picture
    finding: str
    state: BandState
    status: str
    caution: str
    now: str
    held: str
    held_fields: tuple[tuple[str, str], ...]
    link: str
    take_over: str

    def as_data(self) -> dict[str, Any]:
        """Return it for the script."""
        return {
            **self.picture.as_data(),
            "finding": self.finding,
            "band": self.state,
            "status": self.status,
            "caution": self.caution,
            "now": self.now,
            "held": self.held,
            "heldFields": self.held_fields,
            "link": self.link,
            "takeOver": self.take_over,
        }


def answer(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Answer to a moved lever: the point at once; with `rest`, when the hand rests, the band or how far it is."""
    query = settled(request.GET)
    form, held = _forms(desk, query)
    if not form.is_valid():
        return JsonResponse({"errors": _errors(form)}, status=HTTPStatus.BAD_REQUEST, headers=FRESH)
    try:
        told = _answer(request, desk, form, held, with_band=REST in query)
    except BusyError as busy:
        headers = FRESH | {"Retry-After": "1"}
        return JsonResponse({"busy": busy.message}, status=HTTPStatus.SERVICE_UNAVAILABLE, headers=headers)
    if POLL in query and told.state != BandState.THERE:
        return JsonResponse({"band": told.state, "status": told.status}, headers=FRESH)
    return JsonResponse(told.as_data(), headers=FRESH)


def show(request: HttpRequest, room: Room, desk: Desk, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """Show the page: what a script does by moving, a form and a button do as well."""
    query = settled(request.GET)
    form, held = _forms(desk, query)
    shared = {
        **context,
        "form": form,
        "desk": desk,
        "is_all": ALL in query,
        "trial_page": "" if request.user.is_authenticated else token_hex(8),
        "made_by": {"version": MODEL_VERSION, "draws": settings.PROJECTION_DRAWS, "seed": SEED},
    }
    if not form.is_valid():
        return page(request, room, template, shared, status=HTTPStatus.BAD_REQUEST)
    try:
        shared["answer"] = _answer(request, desk, form, held, with_band=True)
    except BusyError as busy:
        shared["busy"] = busy.message
        return page(request, room, template, shared, status=HTTPStatus.SERVICE_UNAVAILABLE)
    if held and not held.is_valid():
        shared["held_problem"] = "; ".join(one for found in _errors(held).values() for one in found)
    return page(request, room, template, shared)


def _forms(desk: Desk, query: QueryDict) -> tuple[TrialForm, TrialForm | None]:
    return desk.form(query, held=False), desk.form(query, held=True) if HELD in query else None


def _answer(request: HttpRequest, desk: Desk, form: TrialForm, held: TrialForm | None, *, with_band: bool) -> Answer:
    now = _tried(request, desk, form, with_band=with_band)
    beside = None
    if held and held.is_valid():
        beside = _tried(request, desk, held, with_band=with_band, slot=f":{HELD}")
    held_fields = (
        {HELD: "1", **{f"{HELD}-{name}": value for name, value in held.moved.items()}} if held and beside else {}
    )
    state = next((one.state for one in (now, beside) if one and one.state != BandState.THERE), BandState.THERE)
    return Answer(
        picture=desk.picture(now, beside, is_all=ALL in request.GET),
        finding=desk.finding(now),
        state=state,
        status=band_words(state, draws=settings.PROJECTION_DRAWS),
        caution=caution_words(now.version.comparison),
        now=form.words,
        held=held.words if held and beside else "",
        held_fields=tuple(held_fields.items()),
        link=f"?{urlencode({**desk.places, **_of_page(request), **form.moved, **held_fields})}",
        take_over=desk.take_over(form),
    )


def _tried(request: HttpRequest, desk: Desk, form: TrialForm, *, with_band: bool, slot: str = "") -> Tried:
    """Compute a trial: by the band that a worker drew, else by one draw here."""
    trial = desk.trial(form)
    asker, most = asker_of(request), MOST_WAITING
    if not request.user.is_authenticated:
        most //= STRANGERS_SHARE
    band = band_of(trial, asker=asker + slot, most_waiting=most) if with_band else NOT_ASKED
    if band.comparison is not None:
        return Tried(form, trial, Version(band.comparison, has_band=True), band.state)
    turn = asker if request.user.is_authenticated else ""
    return Tried(form, trial, Version(preview(trial, asker=turn), has_band=False), band.state)


def asker_of(request: HttpRequest) -> str:
    """Return a word for whoever asks, by which a newer wish takes the place of an older one; no name in it.

    A stranger's page brings a word of its own; without scripts what is asked is that word.
    """
    if request.user.is_authenticated:
        return salted_hmac("workshops.trials", str(request.user.pk)).hexdigest()[:16]
    own = request.GET.get(PAGE, "")
    if re.fullmatch(r"[0-9a-f]{16}", own):
        return f"page-{own}"
    return f"asked-{hashlib.sha256(request.META['QUERY_STRING'].encode()).hexdigest()[:16]}"


def _of_page(request: HttpRequest) -> dict[str, str]:
    return {ALL: "1"} if ALL in request.GET else {}


def _errors(form: TrialForm) -> dict[str, list[str]]:
    """Return what is wrong, by the id of the field; what belongs to none stands under an empty one."""
    return {
        form[name].id_for_label if name in form.fields else "": [str(one) for one in found]
        for name, found in form.errors.items()
    }

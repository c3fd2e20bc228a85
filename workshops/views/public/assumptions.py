# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model assumes, who holds what otherwise, and whether a verdict changes by it."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.enums import Contestable
from workshops.forms.contests import AssumptionChoice
from workshops.models import Contest
from workshops.reports.contested import finding_of, lead_of
from workshops.reports.contested_csv import contested_csv
from workshops.selectors.assumptions import Assumption, assumptions_in, knowledge
from workshops.selectors.contested import Findings, Stage, finding_on, findings_in
from workshops.selectors.contests import contests_in
from workshops.selectors.fixed import fixed_numbers
from workshops.views.room import Room, draw, enter, page, piece

ANSWER, EVERY = "workshops/_assumptions_answer.html", "workshops/_assumptions_every.html"
CHANGES = "workshops/_contest_changes.html"
Headed = list[tuple[str, list[Any]]]


@require_safe
def show_assumptions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the answer first: which verdicts change; then the quarrels; then everything that the model assumes."""
    room = enter(request, slug)
    found = _findings(request, room)
    answer, every = _answer(room, found), _every(request, room, found)
    context = {
        "finding": answer["finding"],
        "choice": every["choice"],
        "proposal": found.proposal,
        "query": request.GET.urlencode(),
        "answer": draw(request, room, ANSWER, answer),
        "every": draw(request, room, EVERY, every),
        "may_table_preset": rules.can_table_preset(room.who, room.workshop),
        "knowledge": [(one, bool(found.of(one.about))) for one in knowledge()],
    }
    return page(request, room, "workshops/assumptions_show.html", context)


@require_safe
def show_answer(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer what changes by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, ANSWER, _answer(room, _findings(request, room)))


@require_safe
def show_every(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the list of assumptions by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, EVERY, _every(request, room, _findings(request, room)))


@require_safe
def show_contest(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one contest whole: who, what, why, what came before it, and every verdict beside the record."""
    room = enter(request, slug)
    contest = contest_in(room, number)
    changes = _changes(room, contest)
    finding = changes["finding"]
    context = {
        "contest": contest,
        "finding": finding,
        "changes": draw(request, room, CHANGES, changes),
        "only": [finding],
        "earlier": contest.replaces,
        "later": getattr(contest, "replaced_by", None),
        "may_withdraw": rules.can_withdraw_contest(room.who, contest),
        "may_contest": rules.can_contest_assumption(room.who, room.workshop),
        "section": "assumptions",
    }
    return page(request, room, "workshops/contest_show.html", context)


@require_safe
def show_changes(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Answer what one contest changes by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, CHANGES, _changes(room, contest_in(room, number)))


@require_safe
def download_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out who holds what and what it changes, a line per contest, proposal and scenario."""
    room = enter(request, slug)
    language = "en" if (get_language() or "nl").startswith("en") else "nl"
    name = f"{room.workshop.slug}-{'assumptions' if language == 'en' else 'aannames'}.csv"
    return HttpResponse(
        contested_csv(_findings(request, room), language=language),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def contest_in(room: Room, number: int) -> Contest:
    """Return the contest of that number in this workshop."""
    found = contests_in(room.workshop).select_related("workshop", "replaces", "replaced_by").filter(number=number)
    contest = found.first()
    if contest is None:
        raise Http404
    return contest


def _changes(room: Room, contest: Contest) -> dict[str, Any]:
    finding = finding_on(contest)
    may_ask = finding.stage == Stage.FAILED and rules.can_ask_projection(room.who)
    return {"finding": finding, "may_ask": may_ask}


def _findings(request: HttpRequest, room: Room) -> Findings:
    asked = request.GET.get("proposal", "")
    return findings_in(room.workshop, proposal_number=int(asked) if asked.isdecimal() and len(asked) < 6 else None)


def _answer(room: Room, found: Findings) -> dict[str, Any]:
    return {
        "found": found,
        "finding": finding_of(found),
        "lead": lead_of(found),
        "has_failed": any(one.stage == Stage.FAILED for one in found.every),
        "may_ask": rules.can_ask_projection(room.who),
    }


def _every(request: HttpRequest, room: Room, found: Findings) -> dict[str, Any]:
    choice = AssumptionChoice(request.GET)
    contested = {held.assumption.about for one in found.every for held in one.holdings if held.assumption}
    shown = choice.among(assumptions_in(found.ground), contested)
    return {
        "found": found,
        "choice": choice,
        "priors": _by_theme(one for one in shown if one.kind == Contestable.PRIOR),
        "drivers": _by_driver(one for one in shown if one.kind == Contestable.DRIVER),
        "budgets": [one for one in shown if one.kind == Contestable.BUDGET],
        "fixed": [(title, list(rows)) for title, rows in groupby(choice.fixed(fixed_numbers()), lambda one: one.room)],
        "may_contest": rules.can_contest_assumption(room.who, room.workshop),
    }


def _by_theme(assumptions: Any) -> Headed:
    return [(title, list(rows)) for title, rows in groupby(assumptions, lambda one: one.theme)]


def _by_driver(assumptions: Any) -> list[list[Assumption]]:
    return [list(rows) for _key, rows in groupby(assumptions, lambda one: one.key)]


urlpatterns = [
    path("assumptions/", show_assumptions, name="assumptions"),
    path("assumptions/answer/", show_answer, name="assumptions_answer"),
    path("assumptions/every/", show_every, name="assumptions_every"),
    path("assumptions/csv/", download_csv, name="assumptions_csv"),
    path("assumptions/<int:number>/", show_contest, name="contest"),
    path("assumptions/<int:number>/changes/", show_changes, name="contest_changes"),
]

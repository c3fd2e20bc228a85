# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What could make a proposal fail, and what determines its effect: two pages one step from the proposal."""

import csv
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from scenarios.enums import StudyKind
from scenarios.selectors.studies.asked import Asked
from scenarios.selectors.studies.discovery import DiscoveryAnswer, Outcome
from scenarios.selectors.studies.sensitivity import SensitivityAnswer
from workshops import rules
from workshops.errors import WorkshopError
from workshops.forms.studies import Choice
from workshops.models import Proposal
from workshops.reports import failure, what_moves
from workshops.reports.failure import Names
from workshops.reports.studies_csv import failure_rows, moved_rows
from workshops.selectors.studies import asked_of_proposal, ground_of, progress_of
from workshops.selectors.table import places_of, sides_of
from workshops.services.studies import ask_about_proposal
from workshops.views.public.proposals import proposal_in
from workshops.views.room import Room, draw, enter, page, piece

FAILURE, MOVES = "workshops/_failure.html", "workshops/_moves.html"


@require_safe
def show_failure(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show in which futures a proposal fails: a sentence, a picture and a table."""
    room = enter(request, slug)
    context = _failure(request, room, proposal_in(room, number))
    context["piece"] = draw(request, room, FAILURE, context)
    return page(request, room, "workshops/failure_show.html", context)


@require_safe
def failure_fragment(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Answer the finding by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, FAILURE, _failure(request, room, proposal_in(room, number)))


@require_safe
def failure_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out every way to fail for a spreadsheet."""
    room = enter(request, slug)
    found = _failure(request, room, proposal_in(room, number))
    rows = failure_rows(found["answer"], found["names"]) if found["answer"] else []
    return spreadsheet(f"{slug}-{number}-failure.csv", rows)


@require_safe
def show_moves(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show which assumptions determine an effect of a proposal."""
    room = enter(request, slug)
    context = _moves(request, room, proposal_in(room, number))
    context["piece"] = draw(request, room, MOVES, context)
    return page(request, room, "workshops/moves_show.html", context)


@require_safe
def moves_fragment(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Answer the bars by themselves, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, MOVES, _moves(request, room, proposal_in(room, number)))


@require_safe
def moves_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out every share for a spreadsheet."""
    room = enter(request, slug)
    found = _moves(request, room, proposal_in(room, number))
    rows = moved_rows(found["answer"], found["places"], found["names"]) if found["answer"] else []
    return spreadsheet(f"{slug}-{number}-assumptions.csv", rows)


@require_POST
def ask(request: HttpRequest, slug: str, number: int, kind: str) -> HttpResponse:
    """Ask for a study of a proposal, and go back to its page."""
    if kind not in {StudyKind.DISCOVERY, StudyKind.SENSITIVITY}:
        raise Http404
    room = enter(request, slug)
    try:
        ask_about_proposal(who=room.who, proposal=proposal_in(room, number), kind=StudyKind(kind))
    except WorkshopError as refusal:
        messages.error(request, refusal.message)
    to = "proposal_failure" if kind == StudyKind.DISCOVERY else "proposal_moves"
    return redirect(f"workshops:{to}", slug, number)


def spreadsheet(name: str, rows: Iterable[Iterable[str]]) -> HttpResponse:
    """Hand out rows as a file for a spreadsheet."""
    response = HttpResponse(
        "\N{ZERO WIDTH NO-BREAK SPACE}",  # tells spreadsheets that this is UTF-8
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    csv.writer(response).writerows(rows)
    return response


def _failure(request: HttpRequest, room: Room, proposal: Proposal) -> dict[str, Any]:
    sides, names, found = _about(StudyKind.DISCOVERY, room, proposal)
    answer = found.answer_as(DiscoveryAnswer)
    shared = {"answer": answer, "sides": sides, "names": names, **_shared(request, room, proposal, found)}
    if answer is None:
        return shared
    told = [one for one in answer.ways if one.found != Outcome.NEVER or one.criterion != "group"]
    choice = Choice(request.GET, "way", [(one.key, failure.way_label(one, names)) for one in told])
    way = answer.way(choice.chosen)
    if way is None:
        return shared
    return shared | {
        "choice": choice,
        "way": way,
        "finding": failure.finding_of(way, names),
        "lead": failure.lead_of(way, answer),
        "steadiness": failure.steadiness_of(way),
        "limits": failure.limits_of(way.box, way, answer) if way.box else [],
        "others": [(failure.box_sentence(one), one) for one in way.others],
        "ways": [(one, failure.way_label(one, names), failure.finding_of(one, names)) for one in told],
        "untold": len(answer.ways) - len(told),
    }


def _moves(request: HttpRequest, room: Room, proposal: Proposal) -> dict[str, Any]:
    _sides, names, found = _about(StudyKind.SENSITIVITY, room, proposal)
    answer = found.answer_as(SensitivityAnswer)
    places = places_of(room.workshop)
    shared = {"answer": answer, "places": places, "names": names, **_shared(request, room, proposal, found)}
    known = [place for place in places if answer and str(place.revision_id) in answer.scenarios]
    if answer is None or not known:
        return shared
    scenario = Choice(request.GET, "scenario", [(place.letter, f"{place.letter}: {place.title}") for place in known])
    chosen = next(place for place in known if place.letter == scenario.chosen)
    effects = answer.scenarios[str(chosen.revision_id)]
    options = [(one.key, what_moves.effect_label(one, names)) for one in effects if one.is_moved]
    effect = Choice(
        request.GET, "effect", options or [(one.key, what_moves.effect_label(one, names)) for one in effects[:1]]
    )
    moved = answer.moved(str(chosen.revision_id), effect.chosen)
    if moved is None:
        return shared
    bars = what_moves.bars_of(moved, answer)
    cut = what_moves.shown_first(bars)
    return shared | {
        "scenario": scenario,
        "chosen": chosen,
        "effect": effect,
        "moved": moved,
        "value": what_moves.effect_words(moved),
        "first": bars[:cut],
        "rest": bars[cut:],
        "finding": what_moves.finding_of(moved, bars, names),
        "elsewhere": list(_elsewhere(answer, known, chosen, effect.chosen, names)),
    }


def _elsewhere(
    answer: SensitivityAnswer, places: Iterable[Any], chosen: Any, key: str, names: Names
) -> Iterable[tuple[Any, str]]:
    """Yield what decides the same effect in the other scenarios."""
    for place in places:
        moved = answer.moved(str(place.revision_id), key)
        if place != chosen and moved:
            yield place, what_moves.finding_of(moved, what_moves.bars_of(moved, answer), names)


def _about(kind: StudyKind, room: Room, proposal: Proposal) -> tuple[Any, Names, Asked]:
    sides = sides_of(room.workshop)
    return sides, Names.of(sides), asked_of_proposal(kind, proposal, ground_of(room.workshop))


def _shared(request: HttpRequest, room: Room, proposal: Proposal, found: Asked) -> dict[str, Any]:
    return {
        "proposal": proposal,
        "section": "proposals",
        "progress": progress_of(found),
        "year": found.question.year,  # type: ignore[union-attr]
        "study": found.answered,
        "query": request.GET.urlencode(),
        "may_ask": rules.can_ask_projection(room.who) and proposal.reform_revision.is_computable,
        "nothing_yet": _("The model cannot compute this proposal, so there is nothing to look into.")
        if not proposal.reform_revision.is_computable
        else "",
    }


urlpatterns = [
    path("proposals/<int:number>/failure/", show_failure, name="proposal_failure"),
    path("proposals/<int:number>/failure/fragment/", failure_fragment, name="failure_fragment"),
    path("proposals/<int:number>/failure.csv", failure_csv, name="failure_csv"),
    path("proposals/<int:number>/assumptions/", show_moves, name="proposal_moves"),
    path("proposals/<int:number>/assumptions/fragment/", moves_fragment, name="moves_fragment"),
    path("proposals/<int:number>/assumptions.csv", moves_csv, name="moves_csv"),
    path("proposals/<int:number>/study/<slug:kind>/", ask, name="proposal_study"),
]

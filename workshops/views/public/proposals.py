# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The proposals, and one proposal: impact beside support."""

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.decorators.http import require_safe

from scenarios.selectors.impacts import impacts_of
from workshops import rules
from workshops.forms.proposal_list import ListChoice
from workshops.models import Proposal
from workshops.reports.impact_csv import impact_rows
from workshops.reports.position_words import language_now, sentences_of
from workshops.reports.proposal_finding import finding_of, judged_finding_of
from workshops.selectors.claims import weight_of, with_weights
from workshops.selectors.gains import gains_in
from workshops.selectors.impact_table import impact_table
from workshops.selectors.matrix import cost_of
from workshops.selectors.positions import positions_on, support_with_seats
from workshops.selectors.progress import progress_of, provenance_of, usual_seconds
from workshops.selectors.proposals import YEAR, judged_rows, judgements_of, listed, proposals_in
from workshops.selectors.table import Place, Side, places_of, sides_of
from workshops.selectors.usefulness import grounds_of
from workshops.selectors.voices import voices_on
from workshops.views.room import Room, draw, enter, page, piece

A_PAGE = 25
ALL = "all"


@require_safe
def list_proposals(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every proposal: who tabled it, what it costs, how far it is, and support in short."""
    room = enter(request, slug)
    sides, places = sides_of(room.workshop), places_of(room.workshop)
    choice = ListChoice(request.GET, sides)
    every = list(proposals_in(room.workshop))
    shown = Paginator(choice.among(every), A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "choice": choice,
        "sides": sides,
        "total": len(every),
        "shown": shown,
        "listed": listed(room.workshop, list(shown), places),
        "query": f"{query.urlencode()}&" if query else "",
        "may_table": rules.can_table_proposal(room.who, room.workshop),
    }
    return page(request, room, "workshops/proposals_list.html", context)


@require_safe
def show_proposal(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one proposal: its text, what it does for whom in every scenario, and beside it how it was answered."""
    room = enter(request, slug)
    proposal = proposal_in(room, number)
    sides, places = sides_of(room.workshop), places_of(room.workshop)
    impact = {"proposal": proposal, **_impact(room, proposal, sides, places)}
    support = {"proposal": proposal, **_support(request, room, proposal, sides, places)}
    claim_key, weight = weight_of(proposal)
    context = {
        **impact,
        "claim_key": claim_key,
        "weight": weight,
        "section": "proposals",
        "chosen": support["chosen"],
        "impact_piece": draw(request, room, "workshops/_proposal_impacts.html", impact),
        "support_piece": draw(request, room, "workshops/_proposal_support.html", support),
        "topics": ",".join(dict.fromkeys([room.workshop.topic, proposal.topic, impact["progress"].topic])),
        "may_withdraw": rules.can_withdraw_proposal(room.who, proposal),
        "may_table": rules.can_table_proposal(room.who, room.workshop),
        "may_amend": rules.can_amend_proposal(room.who, proposal),
        "may_ask_condition": rules.can_ask_condition(room.who, proposal),
    }
    return page(request, room, "workshops/proposal_show.html", context)


@require_safe
def impacts_fragment(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Answer the impact by itself, for pages that stay open."""
    room = enter(request, slug)
    proposal = proposal_in(room, number)
    found = _impact(room, proposal, sides_of(room.workshop), places_of(room.workshop))
    return piece(request, room, "workshops/_proposal_impacts.html", {"proposal": proposal, **found})


@require_safe
def support_fragment(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Answer the support by itself, for pages that stay open."""
    room = enter(request, slug)
    proposal = proposal_in(room, number)
    found = _support(request, room, proposal, sides_of(room.workshop), places_of(room.workshop))
    return piece(request, room, "workshops/_proposal_support.html", {"proposal": proposal, **found})


@require_safe
def download_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out the same numbers for a spreadsheet."""
    room = enter(request, slug)
    proposal = proposal_in(room, number)
    found = _impact(room, proposal, sides_of(room.workshop), places_of(room.workshop))
    name = f"{room.workshop.slug}-{proposal.number}.csv"
    response = HttpResponse(
        "\N{ZERO WIDTH NO-BREAK SPACE}",  # tells spreadsheets that this is UTF-8
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    csv.writer(response).writerows(impact_rows(proposal, found["table"], found["judged"], found["provenance"]))
    return response


def proposal_in(room: Room, number: int) -> Proposal:
    """Return the proposal of that number in this workshop."""
    proposal = with_weights(proposals_in(room.workshop)).filter(number=number).first()
    if proposal is None:
        raise Http404
    return proposal


def _impact(room: Room, proposal: Proposal, sides: list[Side], places: list[Place]) -> dict[str, Any]:
    year = getattr(proposal, "report_year", None) or YEAR
    reform = proposal.reform_revision
    found = impacts_of(
        reform_revision_id=reform.id, scenario_revision_ids=[one.revision_id for one in places], year=year
    )
    table = impact_table(found.cells, year=year, places=places, sides=sides)
    judgements = judgements_of(proposal)
    progress = progress_of(proposal, found.projections, places)
    gains = gains_in(table)
    budget = [change.band.mid for change in _budget_changes(table) if change]
    return {
        "places": places,
        "sides": sides,
        "table": table,
        "judged": judged_rows(judgements, sides, places),
        "progress": progress,
        "usual_seconds": usual_seconds(len(places)) if progress.is_underway and not progress.has_figures else None,
        "provenance": provenance_of(found.projections, places, year=year),
        "grounds": grounds_of(found.projections, places, sides, needed=_needed(proposal)),
        "cost": cost_of(reform, budget),
        "finding": finding_of(gains) if table.outcomes else "",
        "judged_finding": judged_finding_of(judgements, sides, places),
        "may_project": progress.stage in {"failed", "not_asked"} and rules.can_project_again(room.who, proposal),
        "may_judge": rules.can_judge_proposal(room.who, room.workshop),
    }


def _needed(proposal: Proposal) -> tuple[float, int]:
    """Return the share of the draws and the number of rival theories that were agreed to be enough."""
    return getattr(proposal, "needed_share", None) or 0.8, getattr(proposal, "needed_variants", None) or 5


def _budget_changes(table: Any) -> tuple[Any, ...]:
    row = table.row("balance_bn", "government")
    return row.changes if row else ()


def _support(
    request: HttpRequest, room: Room, proposal: Proposal, sides: list[Side], places: list[Place]
) -> dict[str, Any]:
    found, chambers = support_with_seats(room.workshop, proposal.id)
    support = {scenario: one for (_proposal, scenario), one in found.items()}
    asked = request.GET.get("scenario", ALL)
    chosen = next((place for place in places if place.letter == asked), None)
    voices = voices_on(support, places, sides)
    return {
        "places": places,
        "sides": sides,
        "chosen": chosen,
        "answers": [(place, support.get(place.revision_id)) for place in places if chosen in {None, place}],
        "round": next((one.round for one in support.values()), None),
        "voices": voices.in_place(chosen) if chosen else voices,
        "positions": [
            (one.place, list(sentences_of(one)))
            for one in positions_on(
                proposal, found, [chosen] if chosen else places, voices.stances, chambers, language=language_now()
            )
        ],
    }


urlpatterns = [
    path("proposals/", list_proposals, name="proposals"),
    path("proposals/<int:number>/", show_proposal, name="proposal"),
    path("proposals/<int:number>/impacts/", impacts_fragment, name="proposal_impacts"),
    path("proposals/<int:number>/support/", support_fragment, name="proposal_support"),
    path("proposals/<int:number>/impacts.csv", download_csv, name="proposal_csv"),
]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Other measures than the one verdict: the same proposals by several of them, and where those disagree."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from workshops.enums import ProposalState
from workshops.forms.metrics import MetricsChoice
from workshops.reports.metric_words import WHY_NOT, disagreement_of, explained, finding_of
from workshops.reports.metrics_csv import COLUMNS, metrics_csv
from workshops.selectors.matrix import support_impact_matrix
from workshops.selectors.metrics import Metrics, metrics_of
from workshops.views.room import Room, enter, page

AT_FIRST = 6  # pairs that are told without unfolding


@require_safe
def show_metrics(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the proposals by every measure."""
    room = enter(request, slug)
    choice = MetricsChoice(request.GET)
    found = _found(room, choice)
    context: dict[str, Any] = {
        "section": "matrix",
        "found": found,
        "choice": choice,
        "query": request.GET.urlencode(),
        "has_parked": any(row.proposal.state == ProposalState.PARKED for row in found.matrix.rows),
        "finding": finding_of(found),
        "disagreement": disagreement_of(found),
        "explained": explained(),
        "left_out": [(one.row, WHY_NOT[one.because]) for one in found.left_out],
        "pairs": found.pairs[:AT_FIRST],
        "more_pairs": found.pairs[AT_FIRST:],
        "columns": COLUMNS.items(),
    }
    return page(request, room, "workshops/metrics_show.html", context)


@require_safe
def download_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out every measure, per choice, scenario and side."""
    room = enter(request, slug)
    found = _found(room, MetricsChoice(request.GET))
    language = "en" if (get_language() or "nl").startswith("en") else "nl"
    name = f"{room.workshop.slug}-measures-{found.over}-{language}.csv"
    return HttpResponse(
        metrics_csv(found, language=language),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _found(room: Room, choice: MetricsChoice) -> Metrics:
    matrix = support_impact_matrix(room.workshop, keep_payoffs=True)
    return metrics_of(matrix, over=choice.chosen_over, with_parked=choice.with_parked)


urlpatterns = [
    path("matrix/measures/", show_metrics, name="metrics"),
    path("matrix/measures/csv/", download_csv, name="metrics_csv"),
]

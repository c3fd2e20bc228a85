# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Support beside impact, for every proposal in every scenario: the picture, its table, its CSV."""

import hashlib
import pickle
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from workshops.forms.matrix import MatrixChoice
from workshops.forms.words import STANCES
from workshops.models import Workshop
from workshops.reports.finding import finding_of, near_misses_of
from workshops.reports.matrix_table import COLUMNS, matrix_csv
from workshops.selectors.matrix import Matrix, support_impact_matrix
from workshops.views.room import Room, draw, enter, page, piece

FINDING, PICTURE = "workshops/_matrix_finding.html", "workshops/_matrix.html"


@require_safe
def show_matrix(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the picture."""
    room = enter(request, slug)
    context = _picture(request, room)
    context |= {"title": draw(request, room, FINDING, context), "picture": draw(request, room, PICTURE, context)}
    return page(request, room, "workshops/matrix_show.html", context)


@require_safe
def show_fragment(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the picture by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, PICTURE, _picture(request, room))


@require_safe
def show_finding(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Answer the title by itself, for pages that stay open."""
    room = enter(request, slug)
    return piece(request, room, FINDING, _finding(support_impact_matrix(room.workshop)))


@require_safe
def show_table(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all numbers of the picture as tables."""
    room = enter(request, slug)
    context = _picture(request, room) | {"columns": COLUMNS, "stances": STANCES.values(), "section": "matrix"}
    return page(request, room, "workshops/matrix_table.html", context)


@require_safe
def download_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand out all numbers of the picture, a line per proposal, scenario and side."""
    room = enter(request, slug)
    matrix = support_impact_matrix(room.workshop)
    rows = MatrixChoice(request.GET, matrix).rows_of(matrix)
    name = f"{room.workshop.slug}-{matrix.year}-{_language()}.csv"
    return HttpResponse(
        matrix_csv(matrix, rows, language=_language()),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _picture(request: HttpRequest, room: Room) -> dict[str, Any]:
    matrix = support_impact_matrix(room.workshop)
    choice = MatrixChoice(request.GET, matrix)
    first = matrix.places[0].letter if matrix.places else ""
    return {
        "choice": choice,
        "rows": choice.rows_of(matrix),
        "scenario": choice.chosen("scenario") or first,
        "query": request.GET.urlencode(),
        "digest": _digest(room.workshop, matrix, choice),
        **_finding(matrix),
    }


def _finding(matrix: Matrix) -> dict[str, Any]:
    return {"matrix": matrix, "finding": finding_of(matrix), "near_misses": near_misses_of(matrix)}


def _digest(workshop: Workshop, matrix: Matrix, choice: MatrixChoice) -> str:
    """Return what the picture depends on as one digest: the same figures are drawn once, whoever looks."""
    shown = (workshop.slug, workshop.is_fictional, matrix, choice.key, get_language())
    return hashlib.sha256(pickle.dumps(shown)).hexdigest()


def _language() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


urlpatterns = [
    path("matrix/", show_matrix, name="matrix"),
    path("matrix/fragment/", show_fragment, name="matrix_fragment"),
    path("matrix/finding/", show_finding, name="matrix_finding"),
    path("matrix/table/", show_table, name="matrix_table"),
    path("matrix/csv/", download_csv, name="matrix_csv"),
]

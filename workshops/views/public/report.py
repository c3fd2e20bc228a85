# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The compiled reports, as page and PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from workshops import rules
from workshops.models import ConsensusReport
from workshops.services.reports import pdf_in
from workshops.views.room import enter, page


def _report(slug_room: object, number: int | None) -> ConsensusReport | None:
    reports = slug_room.workshop.reports.order_by("-number")  # type: ignore[attr-defined]
    return reports.filter(number=number).first() if number else reports.first()


@require_safe
def show_report(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Show the latest report, or an earlier one; without any, say how one is made."""
    room = enter(request, slug)
    report = _report(room, number)
    if number and report is None:
        raise Http404
    context = {
        "report": report,
        "content": report.content[_language()] if report else None,
        "numbers": room.workshop.reports.values_list("number", flat=True),
        "may_compile": rules.can_compile_report(room.who),
    }
    return page(request, room, "workshops/report_show.html", context)


@require_safe
def download_report(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hand out the PDF in the reader's language."""
    room = enter(request, slug)
    report = _report(room, number)
    if report is None:
        raise Http404
    name = f"{slugify(room.workshop.said('title'))}-{report.number}-{_language()}.pdf"
    return HttpResponse(
        pdf_in(report, _language()),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _language() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"


urlpatterns = [
    path("report/", show_report, name="report"),
    path("report/<int:number>/", show_report, name="report_number"),
    path("report/<int:number>/pdf", download_report, name="report_pdf"),
]

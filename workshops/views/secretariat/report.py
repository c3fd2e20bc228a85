# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compile the report."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workshops.errors import NotAllowedError
from workshops.services.reports import compile_report
from workshops.views.room import enter


@require_POST
def compile_now(request: HttpRequest, slug: str) -> HttpResponse:
    """One button: compile, then show."""
    room = enter(request, slug)
    try:
        report = compile_report(who=room.who, workshop=room.workshop)
    except NotAllowedError as refusal:
        messages.error(request, refusal.message)
        return redirect("workshops:report", slug)
    messages.success(request, _("Report %(number)d has been compiled.") % {"number": report.number})
    return redirect("workshops:report", slug)


urlpatterns = [path("report/compile", compile_now, name="report_compile")]

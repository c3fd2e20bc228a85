# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good is this model? What it is held to, what it gives, and what it cannot do."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from scenarios import vocabulary
from scenarios.jobs.validation import TOPIC
from scenarios.reports.validation import validation_report
from scenarios.services.validation import request_validation


@require_safe
def show_validation(request: HttpRequest) -> HttpResponse:
    """Show what is stored; who comes first for a version has it computed."""
    now = drawn_now(request)
    context = {"topic": TOPIC, "now": now, "tag": tag_of(now), "weaknesses": vocabulary.weaknesses()}
    return render(request, "scenarios/validation_show.html", context)


@require_safe
def validation_now(request: HttpRequest) -> HttpResponseBase:
    """Answer the figures to an open page; what did not change is not sent twice."""
    now = drawn_now(request)
    tag = tag_of(now)
    response = HttpResponse(now, headers={"Cache-Control": "private, no-cache", "ETag": tag})
    return get_conditional_response(request, etag=tag, response=response) or response


def drawn_now(request: HttpRequest) -> SafeString:
    """Draw the figures, or how far they are."""
    report = validation_report()
    if not report.judgement.is_done and not report.judgement.error:
        request_validation()
    return render_to_string("scenarios/_validation_now.html", {"report": report}, request)


def tag_of(drawn: SafeString) -> str:
    """Return the tag by which an open page knows later that nothing changed."""
    return f'"{hashlib.sha256(drawn.encode()).hexdigest()[:32]}"'

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model consists of, and where its numbers come from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from scenarios.reports.model_card import model_card


@require_safe
def show_model(request: HttpRequest) -> HttpResponse:
    """Lay the model open."""
    return render(request, "scenarios/model_show.html", {"card": model_card()})

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of what all may read, under /api/v1/."""

from typing import Any

from django.urls import path

from scenarios.api.institutions import Institutions
from scenarios.api.model import Model
from scenarios.api.reforms import Reforms
from scenarios.api.scenarios import Figures, Scenarios

LIST: dict[str, Any] = {"get": "list"}
ONE: dict[str, Any] = {"get": "retrieve"}

urlpatterns = [
    path("scenarios", Scenarios.as_view(LIST), name="scenarios"),
    path("scenarios/<slug:scenario>", Scenarios.as_view(ONE), name="scenario"),
    path("scenarios/<slug:scenario>/figures", Figures.as_view(LIST), name="figures"),
    path("institutions", Institutions.as_view(LIST), name="institutions"),
    path("institutions/<slug:institution>", Institutions.as_view(ONE), name="institution"),
    path("reforms", Reforms.as_view(LIST), name="reforms"),
    path("reforms/<slug:reform>", Reforms.as_view(ONE), name="reform"),
    path("model", Model.as_view(ONE), name="model"),
]

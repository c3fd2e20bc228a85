# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of version 1: the description, what all may read, and the acts."""

from django.urls import path

from config.api.views import OpenApi
from scenarios.api.urls import urlpatterns as knowledge
from workshops.api.urls import urlpatterns as acts

app_name = "api"
urlpatterns = [path("openapi.json", OpenApi.as_view(), name="openapi"), *knowledge, *acts]

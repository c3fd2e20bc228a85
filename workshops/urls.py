# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of a workshop."""

from django.urls import URLPattern

app_name = "workshops"
urlpatterns: list[URLPattern] = []

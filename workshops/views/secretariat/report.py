# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Compile the report."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

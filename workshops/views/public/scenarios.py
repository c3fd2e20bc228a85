# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The futures side by side."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

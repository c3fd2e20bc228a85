# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Move the workshop from step to step."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fix and lock the agreements beforehand."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

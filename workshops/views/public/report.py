# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The compiled reports, as page and PDF."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

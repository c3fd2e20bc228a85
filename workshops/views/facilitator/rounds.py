# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choose, open and close a round, and see turnout."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

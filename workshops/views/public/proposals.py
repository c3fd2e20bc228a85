# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The proposals, and one proposal: impact beside support."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

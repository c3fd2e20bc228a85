# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Table and withdraw a proposal."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

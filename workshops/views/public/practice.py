# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Practice examples and the remarks on them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

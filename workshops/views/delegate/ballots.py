# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answer a round, one proposal a screen."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workshop's front page: where it stands and what is next."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

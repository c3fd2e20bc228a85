# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read and publish practice examples."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

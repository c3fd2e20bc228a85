# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Support beside impact, for every proposal in every scenario."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of what all may read."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

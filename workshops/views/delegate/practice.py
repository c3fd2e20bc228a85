# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Submit an example and add a remark."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

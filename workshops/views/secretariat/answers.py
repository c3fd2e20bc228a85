# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Draft the short answers to the questions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter, sentence by sentence, and what answers it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write down what the council judges where the model cannot say."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of what all may read."""

from django.urls import path

from scenarios.views.model import show_model

urlpatterns = [path("", show_model, name="model")]

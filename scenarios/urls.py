# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of what all may read."""

from django.urls import path

from scenarios.views.model import show_model
from scenarios.views.validation import show_validation, validation_now

urlpatterns = [
    path("", show_model, name="model"),
    path("validation/", show_validation, name="validation"),
    path("validation/now/", validation_now, name="validation_now"),
]

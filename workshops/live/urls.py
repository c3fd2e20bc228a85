# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses of the live channel."""

from django.urls import path

from workshops.live.views import events

urlpatterns = [path("events/<str:topics>", events, name="live-events")]

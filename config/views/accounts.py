# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in and out."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView, PasswordResetConfirmView
from django.urls import reverse_lazy

from workshops.selectors.people import example_people


class SignIn(LoginView):
    """By name and password; a demonstration shows its example people to choose from."""

    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the chooser, only while this is a demonstration."""
        people = example_people() if settings.DEMO else []
        return super().get_context_data(**kwargs, example_people=people)


class SignOut(LogoutView):
    """By POST only, as Django insists."""


class TakeUpInvitation(PasswordResetConfirmView):
    """Who is invited chooses a password, and is signed in; the link works once, and some days."""

    template_name = "registration/invitation.html"
    success_url = reverse_lazy("home")
    post_reset_login = True
    post_reset_login_backend = "django.contrib.auth.backends.ModelBackend"

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Erasing one's own account."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.models import User


class EraseForm(forms.Form):
    """Asks once more for the password: an open screen is not enough."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    sure = forms.BooleanField(
        label=gettext_lazy("I know that this cannot be undone."),
        error_messages={
            "required": gettext_lazy("Say that you know this cannot be undone, or leave things as they are.")
        },
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        """Hold the password against the account's."""
        typed: str = self.cleaned_data["password"]
        if not self.person.check_password(typed):
            raise forms.ValidationError(_("This is not the password of this account. Type it again."))
        return typed

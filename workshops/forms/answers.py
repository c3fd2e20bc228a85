# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The short answer to a question."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Short answer"),
        help_text=_("Four to six sentences. Votes and model figures are added by the report itself."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    roles = forms.CharField(
        label=_("Who does what"),
        help_text=_("Who acts, centrally and locally; or, for question 4, the international context."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

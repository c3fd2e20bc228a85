# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where somebody gets mail, how often, in which language."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.enums import MailRhythm

RHYTHMS = {
    MailRhythm.DAILY: _("At most once a day"),
    MailRhythm.WEEKLY: _("At most once a week"),
    MailRhythm.NEVER: _("Never"),
}


class MailForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only for this mail. Others who take part do not see it."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    rhythm = forms.ChoiceField(
        label=_("How often"),
        choices=[(one.value, words) for one, words in RHYTHMS.items()],
        widget=forms.RadioSelect,
    )
    lang = forms.ChoiceField(
        label=_("In which language"),
        choices=[("nl", "Nederlands"), ("en", "English")],
        widget=forms.RadioSelect,
    )

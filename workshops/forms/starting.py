# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is known of a workshop on its first day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.services.starting import LONGEST, Beginning


class BeginningForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=LONGEST["title"])
    purpose = forms.CharField(
        label=_("What is this workshop for?"),
        help_text=_("One or two sentences. Everybody who enters reads them first."),
        max_length=LONGEST["purpose"],
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = forms.DateField(
        label=_("Day on which the advice is due"),
        help_text=_("Six other dates are counted back from it."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    frame_bn = forms.FloatField(
        label=_("Budget frame"),
        help_text=_(
            "What the proposals together may cost a year, in billions of euros of 2015. It can change until the agreements are locked."
        ),
        min_value=0,
        max_value=1000,
    )
    frame_year = forms.IntegerField(label=_("Year of the budget frame"), min_value=2015, max_value=2060, initial=2030)
    frame_source = forms.CharField(
        label=_("Source of the budget frame"),
        help_text=_("Where the amount comes from; or that it is an amount to practise with."),
        max_length=LONGEST["frame_source"],
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_public = forms.TypedChoiceField(
        label=_("Who may read?"),
        choices=[("False", _("Only who takes part")), ("True", _("Everybody"))],
        initial="False",
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    slug = forms.CharField(
        label=_("Name in the address"),
        help_text=_("Letters, digits and hyphens. Left empty, it is made from the title."),
        max_length=LONGEST["slug"],
        required=False,
    )

    @property
    def beginning(self) -> Beginning:
        return Beginning(**self.cleaned_data)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the council agrees before it votes."""

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.models import Agreements

YEARS = [(year, str(year)) for year in (2020, 2025, 2030, 2040)]
STATUSES = [("found", _("Read in the source")), ("assumption", _("Our own assumption"))]
SHARES = ("broad_share", "majority_share", "response_share", "useful_share")
MOST_VARIANTS = 7
THIRDS = (Fraction(1, 3), Fraction(2, 3))
LONGEST = 2_000


class PercentField(forms.FloatField):
    """A share, typed and shown as a percentage."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=100, step_size=None, **kwargs)
        self.widget.attrs.update({"step": "0.1", "inputmode": "decimal"})

    def prepare_value(self, value: Any) -> Any:
        """Show 0.667 as 66.7 and 0.75 as 75."""
        return f"{round(value * 100, 1):g}" if isinstance(value, float) else value

    def clean(self, value: Any) -> Any:
        """Read 75 as 0.75; and 66.7 as two thirds, which nobody can type: of twelve seats that is eight, not nine."""
        percentage = super().clean(value)
        if percentage is None:
            return None
        exact = next(
            (third for third in THIRDS if round(float(100 * third), 1) == percentage), round(percentage / 100, 4)
        )
        return float(exact)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """A share that is shown rounded did not change when nobody touched it."""
        return super().has_changed(round(initial * 100, 1) if isinstance(initial, float) else initial, data)


class AgreementsForm(forms.Form):
    broad_share = PercentField(
        label=_("Broad support: share that must support it, in every constituency"),
        help_text=_("Of the seats that took a position."),
    )
    majority_share = PercentField(
        label=_("With reservations: more than this share must support it, in every constituency"),
        help_text=_("Of the seats that took a position."),
    )
    response_share = PercentField(
        label=_("Share of the seats that must take a position"),
        help_text=_("In every constituency. Below it the verdict is: too few spoke out."),
    )
    useful_share = PercentField(
        label=_("Useful: share of the computed futures in which a proposal must be useful"),
        help_text=_("The model computes each scenario many times, each time with other assumptions."),
    )
    useful_variants = forms.IntegerField(
        label=_("Useful: number of model variants in which it must be useful"),
        help_text=_("Of the seven variants of the model."),
        min_value=0,
        max_value=MOST_VARIANTS,
    )
    report_year = forms.TypedChoiceField(
        label=_("Year in which effects are compared"),
        help_text=_("In another year every proposal is computed again."),
        choices=YEARS,
        coerce=int,
    )
    frame_bn = forms.FloatField(
        label=_("Budget frame"),
        help_text=_("What the proposals together may cost a year, in billions of euros of 2015."),
        min_value=0,
        max_value=1000,
    )
    frame_year = forms.IntegerField(label=_("Year of the budget frame"), min_value=2015, max_value=2060)
    frame_is_structural = forms.TypedChoiceField(
        label=_("Structural or once"),
        choices=[("True", _("Every year (structural)")), ("False", _("Once"))],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    frame_source = forms.CharField(
        label=_("Source of the budget frame"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )
    frame_status = forms.ChoiceField(label=_("How sure is this amount?"), choices=STATUSES, widget=forms.RadioSelect)
    absent_groups = forms.CharField(
        label=_("Groups that nobody at the table represents"),
        help_text=_("They stand beside every result: their support is unknown, not zero."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Broad support asks at least as much as support with reservations."""
        told = super().clean() or {}
        broad, majority = told.get("broad_share"), told.get("majority_share")
        if broad is not None and majority is not None and broad < majority:
            self.add_error("broad_share", _("This share must be at least the share for support with reservations."))
        return told

    @property
    def changes(self) -> dict[str, Any]:
        """What is different from how the form was shown."""
        told = {name: self.cleaned_data[name] for name in self.changed_data}
        return {name: value for name, value in told.items() if value != self.initial.get(name)}


def initial_of(agreements: Agreements) -> dict[str, Any]:
    """Return the agreements as the form shows them, texts in the reader's language."""
    return {name: agreements.said(name) for name in AgreementsForm.base_fields}

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A minority position, a signature under one, a reply to one."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from workshops.enums import Mandated
from workshops.forms.proposals import seat_words
from workshops.models import Seat
from workshops.reports.words import MANDATED
from workshops.selectors.table import Place
from workshops.services.minorities import LONGEST

IN_ALL = ""


class OwnSeatForm(forms.Form):
    """Asks in which of one's own seats; with one seat there is nothing to ask."""

    seat = forms.ChoiceField(
        label=_("For which seat?"),
        error_messages={"invalid_choice": _("You do not hold this seat. Choose a seat of your own.")},
    )

    def __init__(self, *args: Any, seats: Sequence[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {str(seat.pk): seat for seat in seats}
        field = self.fields["seat"]
        field.choices = [(key, seat_words(seat)) for key, seat in self.seats.items()]  # type: ignore[attr-defined]
        if len(self.seats) == 1:
            field.widget = forms.HiddenInput()
            self.initial["seat"] = next(iter(self.seats))

    @property
    def chosen_seat(self) -> Seat:
        return self.seats[self.cleaned_data["seat"]]


class MandatedForm(OwnSeatForm):
    mandated = forms.ChoiceField(
        label=_("How far may you speak for those who sent you?"),
        choices=[(one.value, MANDATED[one]) for one in Mandated],
        widget=forms.RadioSelect,
        help_text=_("You can change this later: sign again."),
    )

    @property
    def chosen_mandate(self) -> Mandated:
        return Mandated(self.cleaned_data["mandated"])


class MinorityForm(MandatedForm):
    text = forms.CharField(
        label=_("What is to be recorded"),
        help_text=_(
            "Say what you hold instead, and why. The text cannot be changed afterwards, but you can withdraw it."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    scenario = forms.ChoiceField(label=_("In which scenario?"), required=False)
    field_order = ("seat", "text", "scenario", "mandated")

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [(place.letter, f"{place.letter} {place.title}") for place in places]
        self.fields["scenario"].choices = [(IN_ALL, _("In all scenarios")), *options]  # type: ignore[attr-defined]


class PositionReplyForm(OwnSeatForm):
    text = forms.CharField(label=_("Your reply"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Yes, if ...: what a seat needs before it supports a proposal."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workshops.enums import ConditionKind, ConditionState
from workshops.forms.proposals import CHOOSE, TOO_LONG, seat_words
from workshops.models import Proposal, Seat, WorkshopScenario
from workshops.services.conditions import LONGEST_WORDS, Asked

KINDS: dict[ConditionKind, Promise] = {
    ConditionKind.COMPENSATION: _("Somebody is compensated"),
    ConditionKind.START: _("It starts later"),
    ConditionKind.REFORM: _("Another proposal comes along"),
    ConditionKind.SCENARIO: _("Only in one scenario"),
    ConditionKind.OTHER: _("Something else"),
}
STATES: dict[ConditionState, Promise] = {
    ConditionState.OPEN: _("open"),
    ConditionState.MET: _("met"),
    ConditionState.NOT_MET: _("not met"),
    ConditionState.WITHDRAWN: _("asked no longer"),
}
EMPTY = ("", "–")


class ConditionForm(forms.Form):
    """One condition; what does not belong to its kind is left out."""

    seat = forms.ChoiceField(label=_("Which seat asks this?"), error_messages=CHOOSE)
    words = forms.CharField(
        label=_("Yes, if …"),
        help_text=_("One condition in one sentence. Others read it with the name of your seat."),
        widget=forms.Textarea(attrs={"rows": 2}),
        validators=[MaxLengthValidator(LONGEST_WORDS, TOO_LONG)],
        error_messages={"required": _("Write what you need before you support this proposal.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of condition is it?"),
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    year = forms.IntegerField(label=_("Starts later: in which year at the earliest?"), required=False)
    other = forms.ChoiceField(label=_("Comes along: which proposal?"), required=False)
    scenario = forms.ChoiceField(label=_("Only in one scenario: which?"), required=False)
    form_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        seats: Sequence[Seat],
        others: Sequence[Proposal],
        places: Sequence[WorkshopScenario],
        **options: Any,
    ) -> None:
        options["initial"] = {"form_key": uuid4()} | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.others = {str(one.number): one for one in others}
        self.places = {place.letter: place for place in places}
        self.fields["seat"].choices = [(str(seat.id), seat_words(seat)) for seat in seats]  # type: ignore[attr-defined]
        self.fields["other"].choices = [EMPTY, *((key, _title(one)) for key, one in self.others.items())]  # type: ignore[attr-defined]
        self.fields["scenario"].choices = [  # type: ignore[attr-defined]
            EMPTY,
            *((letter, f"{letter}. {place.revision.said('title')}") for letter, place in self.places.items()),
        ]
        if len(seats) == 1:
            self.fields["seat"].widget = forms.HiddenInput()
            self.initial.setdefault("seat", str(seats[0].id))

    @property
    def asked(self) -> Asked:
        """What was asked, once it is valid."""
        told = self.cleaned_data
        place = self.places.get(told["scenario"])
        return Asked(
            kind=ConditionKind(told["kind"]),
            words=told["words"],
            year=told["year"],
            other=self.others.get(told["other"]),
            scenario=place.scenario if place else None,
        )


def _title(one: Proposal) -> str:
    return f"{one.number}. {one.reform_revision.said('title')}"

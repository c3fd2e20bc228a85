# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How an institution fares in each scenario, for one's side; what is to become of it, for the council."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workshops.enums import Fate, Stress
from workshops.models import InstitutionVerdict, Proposal, StressRating, WorkshopScenario
from workshops.reports.words import FATE, STRESS, seat_name
from workshops.rules import Standing
from workshops.services.institutions import Decided, Rated
from workshops.services.writing.suggestions import LONGEST_WORDS

NOT_SAID = ("", gettext_lazy("Not said"))


class PerScenarioForm(forms.Form):
    """Some fields for each scenario, named by its letter; an answer needs its reason and a reason its answer."""

    answer_name = "answer"
    names: tuple[str, ...] = ("answer", "reason")

    def __init__(self, data: Mapping[str, Any] | None = None, *, places: Sequence[WorkshopScenario]) -> None:
        super().__init__(cast("Any", data))
        self.places = places

    def _reason(self, earlier: StressRating | InstitutionVerdict | None) -> forms.CharField:
        return forms.CharField(
            label=_("Why"),
            required=False,
            max_length=LONGEST_WORDS,
            initial=earlier.said("reason") if earlier else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        """Say all that is missing at once."""
        cleaned = super().clean() or {}
        for place in self.places:
            answer, reason = cleaned.get(f"{place.letter}-{self.answer_name}"), cleaned.get(f"{place.letter}-reason")
            if answer and not reason and f"{place.letter}-reason" not in self.errors:
                self.add_error(
                    f"{place.letter}-reason", _("Give the reason: without it nobody can weigh what you say.")
                )
            if reason and not answer:
                self.add_error(f"{place.letter}-{self.answer_name}", _("Choose an answer that goes with this reason."))
        return cleaned

    def rows(self) -> Iterator[tuple[WorkshopScenario, list[BoundField]]]:
        """Return the fields as the page shows them: per scenario."""
        for place in self.places:
            yield place, [self[f"{place.letter}-{name}"] for name in self.names]


class RatingForm(PerScenarioForm):
    """One seat says for its side whether an institution still does what it is for."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        who: Standing,
        places: Sequence[WorkshopScenario],
        known: Mapping[UUID, StressRating],
    ) -> None:
        super().__init__(data, places=places)
        self.fields["seat"] = forms.ChoiceField(
            label=_("You say this for"), choices=[(str(seat.id), seat_name(seat)) for seat in who.seats]
        )
        if len(who.seats) == 1:
            self.fields["seat"].widget = forms.HiddenInput()
            self.fields["seat"].initial = str(who.seats[0].id)
        choices = [NOT_SAID, *((one.value, capfirst(str(words))) for one, words in STRESS.items())]
        for place in places:
            earlier = known.get(place.revision_id)
            self.fields[f"{place.letter}-answer"] = forms.ChoiceField(
                label=_("Does it still do what it is for?"),
                choices=choices,
                required=False,
                initial=earlier.answer if earlier else "",
                widget=forms.RadioSelect,
            )
            self.fields[f"{place.letter}-reason"] = self._reason(earlier)

    def rated(self) -> list[Rated]:
        """Return what was said per scenario, for the service."""
        told = self.cleaned_data
        return [
            Rated(
                place,
                Stress(told[f"{place.letter}-answer"]) if told[f"{place.letter}-answer"] else None,
                told[f"{place.letter}-reason"],
            )
            for place in self.places
        ]


class VerdictForm(PerScenarioForm):
    """What the council would have become of an institution, with the proposals that go with it."""

    answer_name = "fate"
    names = ("fate", "reason", "proposals")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        places: Sequence[WorkshopScenario],
        known: Mapping[UUID, InstitutionVerdict],
        proposals: Sequence[Proposal],
    ) -> None:
        super().__init__(data, places=places)
        choices = [NOT_SAID, *((one.value, capfirst(str(words))) for one, words in FATE.items())]
        listed = [(str(one.pk), f"{one.number}. {one.reform_revision.said('title')}") for one in proposals]
        for place in places:
            earlier = known.get(place.revision_id)
            self.fields[f"{place.letter}-fate"] = forms.ChoiceField(
                label=_("What is to become of it"),
                choices=choices,
                required=False,
                initial=earlier.fate if earlier else "",
                widget=forms.RadioSelect,
            )
            self.fields[f"{place.letter}-reason"] = self._reason(earlier)
            self.fields[f"{place.letter}-proposals"] = forms.MultipleChoiceField(
                label=_("Proposals that go with it"),
                choices=listed,
                required=False,
                initial=[str(one.pk) for one in earlier.proposals.all()] if earlier else [],
                widget=forms.CheckboxSelectMultiple,
            )

    def decided(self) -> list[Decided]:
        """Return what was decided per scenario, for the service."""
        told = self.cleaned_data
        return [
            Decided(
                place,
                Fate(told[f"{place.letter}-fate"]) if told[f"{place.letter}-fate"] else None,
                told[f"{place.letter}-reason"],
                tuple(UUID(one) for one in told[f"{place.letter}-proposals"]),
            )
            for place in self.places
        ]

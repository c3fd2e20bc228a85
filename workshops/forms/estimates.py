# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rule of a row of rounds, and what one estimates of the developments of one scenario."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from workshops.estimating import FEWEST
from workshops.forms.words import IMPACTS, LIKELIHOODS
from workshops.models import Estimate
from workshops.selectors.estimates import DevelopmentFound
from workshops.services.estimates import LEAST_AGREEMENT, LONGEST_REASON, MOST_AGREEMENT, Estimated

SILENT, CANNOT = "", "?"
MOST_SEATS = 500


class RuleForm(forms.Form):
    """What will count as agreement: fixed before anybody estimates."""

    agreement = forms.IntegerField(
        label=_("Agreement from so many percent"),
        help_text=_("Of those who judged, this part must lie on one side of the scale. 75 is usual."),
        min_value=LEAST_AGREEMENT,
        max_value=MOST_AGREEMENT,
        initial=75,
    )
    fewest = forms.IntegerField(
        label=_("At least so many answers"),
        help_text=_("With fewer answers a round finds nothing."),
        min_value=FEWEST,
        max_value=MOST_SEATS,
        initial=FEWEST,
    )


class EstimatesForm(forms.Form):
    """Two scales and a reason per development; what is left open is not said."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        developments: Sequence[DevelopmentFound],
        own: Mapping[UUID, Estimate],
    ) -> None:
        super().__init__(cast("Any", data))
        self.developments = developments
        for one in developments:
            said, key = own.get(one.development.pk), one.development.pk
            self.fields[f"likelihood-{key}"] = _scale(
                gettext("Suppose this future comes. How likely is it that this happens in it?"),
                LIKELIHOODS,
                _initial(said, "likelihood"),
            )
            self.fields[f"impact-{key}"] = _scale(
                gettext("And if it happens, how large are its consequences for work?"),
                IMPACTS,
                _initial(said, "impact"),
            )
            self.fields[f"because-{key}"] = forms.CharField(
                label=_("Because"),
                help_text=_("Others read this in the next round, without your name and your side."),
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=LONGEST_REASON,
                required=False,
                initial=said.reason if said else "",
            )

    def rows(self) -> Iterator[tuple[DevelopmentFound, BoundField, BoundField, BoundField]]:
        """Return the developments with their fields."""
        for one in self.developments:
            key = one.development.pk
            yield one, self[f"likelihood-{key}"], self[f"impact-{key}"], self[f"because-{key}"]

    def clean(self) -> dict[str, Any]:
        """Ask for the other scale where one was answered, and for both where a reason is given."""
        for one in self.developments:
            key = one.development.pk
            given = {name: self.cleaned_data.get(f"{name}-{key}", SILENT) for name in ("likelihood", "impact")}
            is_begun = any(given.values()) or self.cleaned_data.get(f"because-{key}")
            for name, answer in given.items():
                if is_begun and not answer and f"{name}-{key}" not in self.errors:
                    self.add_error(f"{name}-{key}", _("Choose a point here too, or that you cannot judge."))
        return self.cleaned_data

    def about(self) -> dict[UUID, Estimated | None]:
        """Return what was said, for the service; None where everything was left open."""
        return {one.development.pk: self._estimated(one.development.pk) for one in self.developments}

    def _estimated(self, key: UUID) -> Estimated | None:
        likelihood = self.cleaned_data[f"likelihood-{key}"]
        if likelihood == SILENT:
            return None
        impact = self.cleaned_data[f"impact-{key}"]
        return Estimated(_point(likelihood), _point(impact), self.cleaned_data[f"because-{key}"])


def _scale(label: str, words: Mapping[int, Promise], initial: str) -> forms.ChoiceField:
    choices = [*((str(point), told) for point, told in words.items()), (CANNOT, _("I cannot judge"))]
    return forms.ChoiceField(
        label=label,
        choices=[*choices, (SILENT, _("no answer"))],
        widget=forms.RadioSelect,
        required=False,
        initial=initial,
    )


def _initial(said: Estimate | None, name: str) -> str:
    if said is None:
        return SILENT
    point = getattr(said, name)
    return CANNOT if point is None else str(point)


def _point(answer: str) -> int | None:
    return None if answer == CANNOT else int(answer)

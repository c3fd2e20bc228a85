# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Choose which practice examples the list shows."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from scenarios import vocabulary
from scenarios.models import PracticeExample
from workshops.forms.matrix import ANY
from workshops.forms.practice import TELLERS
from workshops.selectors.table import Place

SEARCHED = ("title", "sector", "size", "place", "cope", "prepare")


class ExampleChoice(forms.Form):
    """A filter by GET: what it does not understand it leaves out."""

    told_by = forms.ChoiceField(label=_("Told by"), required=False, choices=[ANY, *TELLERS])
    sector = forms.ChoiceField(label=_("Sector"), required=False)
    scenario = forms.ChoiceField(label=_("Looks like"), required=False)
    institution = forms.ChoiceField(label=_("About the rule or body"), required=False)
    q = forms.CharField(label=_("With the words"), required=False, widget=forms.TextInput(attrs={"type": "search"}))

    def __init__(self, data: Any, examples: Sequence[PracticeExample], places: Sequence[Place]) -> None:
        super().__init__(data, auto_id="choose-%s")
        tongue = get_language() or "nl"
        about = {one.institution for one in examples}
        choices: dict[str, list[tuple[str, str]]] = {
            "sector": [(one, one) for one in sorted({one.said("sector") for one in examples})],
            "scenario": [(place.key, f"{place.letter} {place.title}") for place in places],
            "institution": [
                (one.key, one.label.in_language(tongue)) for one in vocabulary.institutions() if one.key in about
            ],
        }
        for field, found in choices.items():
            self.fields[field].choices = [ANY, *found]  # type: ignore[attr-defined]
        self.full_clean()

    def chosen(self, field: str) -> str:
        """Return what was chosen; nothing when it is no choice."""
        return str(self.cleaned_data.get(field) or "")

    @property
    def is_narrowed(self) -> bool:
        """Anything was chosen at all."""
        return any(self.chosen(field) for field in self.fields)

    def among(self, examples: Sequence[PracticeExample]) -> list[PracticeExample]:
        """Return the examples that are asked for."""
        return [one for one in examples if self._shows(one)]

    def _shows(self, example: PracticeExample) -> bool:
        told = " ".join(example.said(field) for field in SEARCHED).casefold()
        return (
            self.chosen("told_by") in {"", example.told_by}
            and self.chosen("sector") in {"", example.said("sector")}
            and self.chosen("scenario") in {"", example.scenario}
            and self.chosen("institution") in {"", example.institution}
            and all(word in told for word in self.chosen("q").casefold().split())
        )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a scenario does with the assumptions of one scenario of others: a choice and a reason each."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from workshops.enums import Use
from workshops.forms.words import USES
from workshops.selectors.borrowings import Crossing, Crossings
from workshops.services.writing.borrowing import Crossed
from workshops.services.writing.suggestions import LONGEST_WORDS

SILENT = ""


class BorrowingsForm(forms.Form):
    """A choice per assumption; one that is chosen needs its reason."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, crossings: Crossings) -> None:
        super().__init__(cast("Any", data))
        self.crossings = crossings
        for row in crossings.rows:
            self.fields[_use(row)] = forms.ChoiceField(
                label=_("What does this scenario do with it?"),
                choices=[*((one.value, words) for one, words in USES.items()), (SILENT, _("not said yet"))],
                widget=forms.RadioSelect,
                required=False,
                initial=row.said.use if row.said else SILENT,
            )
            self.fields[_because(row)] = forms.CharField(
                label=_("Because"),
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=LONGEST_WORDS,
                required=False,
                initial=row.said.said("because") if row.said else "",
            )

    def rows(self) -> Iterator[tuple[Crossing, BoundField, BoundField]]:
        """Return the assumptions with their fields."""
        for row in self.crossings.rows:
            yield row, self[_use(row)], self[_because(row)]

    def clean(self) -> dict[str, Any]:
        """Ask for the reason where something was chosen."""
        for row in self.crossings.rows:
            is_silent = not self.cleaned_data.get(_because(row)) and _because(row) not in self.errors
            if is_silent and self.cleaned_data.get(_use(row)):
                self.add_error(_because(row), _("Say why, so that others can follow you."))
        return self.cleaned_data

    def said(self) -> dict[str, Crossed]:
        """Return what was said, for the service."""
        return {
            row.assumption.key: Crossed(
                Use(self.cleaned_data[_use(row)]) if self.cleaned_data.get(_use(row)) else None,
                self.cleaned_data.get(_because(row), ""),
            )
            for row in self.crossings.rows
        }


def _use(row: Crossing) -> str:
    return f"use-{row.assumption.key}"


def _because(row: Crossing) -> str:
    return f"because-{row.assumption.key}"

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a side measures by, line by line, in the units that people read."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from scenarios import vocabulary
from scenarios.templatetags.figures import change_unit, group_label, language, unit
from workshops.forms.levers import NumberField, typed_as
from workshops.selectors.agreements import Line
from workshops.services.yardsticks import LONGEST, MOST_LINES

BETTER = [("up", _("Higher is better")), ("down", _("Lower is better"))]
SPARE = 2  # empty lines at the end


class NamedForm(forms.Form):
    title = forms.CharField(
        label=_("Name of the yardstick"),
        help_text=_("It stands on the line of this side in every picture."),
        max_length=LONGEST["title"],
    )
    source = forms.CharField(
        label=_("Where these limits come from"),
        help_text=_("A source, or why the side chooses them."),
        max_length=LONGEST["source"],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LimitField(NumberField):
    def __init__(self, **options: Any) -> None:
        super().__init__(error_messages={"invalid": _("Type a number, such as 0.5.")}, **options)


class LineForm(forms.Form):
    """One outcome of one group, and the limits of it."""

    measure = forms.ChoiceField(label=_("Outcome and group"))
    better = forms.ChoiceField(label=_("Which way is better"), choices=BETTER, initial="up")
    smallest_difference = LimitField(label=_("Counts as a difference from"))
    tolerance = LimitField(label=_("A loss up to this is bearable"))
    floor = LimitField(label=_("Never past this"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["measure"].choices = [("", _("Choose an outcome")), *measures()]  # type: ignore[attr-defined]

    @property
    def is_there(self) -> bool:
        """The line stood there, or somebody filled it in; and nobody leaves it out."""
        return bool(self.initial or self.has_changed()) and not self.cleaned_data.get("DELETE")

    @property
    def unit(self) -> str:
        """What a difference is counted in, as far as is known."""
        key = str(self["measure"].value() or "").partition(":")[0]
        return change_unit(key) if key in {one.key for one in vocabulary.outcomes()} else ""

    @property
    def level_unit(self) -> str:
        """What a level is counted in, as far as is known."""
        key = str(self["measure"].value() or "").partition(":")[0]
        return unit(key) if key in {one.key for one in vocabulary.outcomes()} else ""

    @property
    def line(self) -> Line:
        """The line in the units of the engine."""
        told = self.cleaned_data
        key, group = told["measure"].split(":")
        outcome = vocabulary.outcome(key)
        difference, level = Decimal(str(outcome.difference_scale)), Decimal(str(outcome.scale))
        floor = None if told["floor"] is None else float(told["floor"] / level)
        return Line(
            groups=(group,),
            outcome=key,
            better=told["better"],
            smallest_difference=float(told["smallest_difference"] / difference),
            tolerance=float(told["tolerance"] / difference),
            floor=floor,
        )


class BaseLines(BaseFormSet):  # type: ignore[type-arg] # no generics at run time
    deletion_widget = forms.CheckboxInput

    def add_fields(self, form: LineForm, index: int | None) -> None:
        """Say in words what the tick does."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Leave this line out")

    @property
    def lines(self) -> list[Line]:
        """What is filled in and not left out."""
        return [form.line for form in self.forms if form.is_there]


LinesForm = formset_factory(LineForm, formset=BaseLines, extra=SPARE, can_delete=True, max_num=MOST_LINES)


def measures() -> list[Any]:
    """Return every outcome with its groups and the unit of a difference, as choices under headings."""
    tongue = language()
    return [
        (
            f"{outcome.label.in_language(tongue)} ({outcome.difference_unit.in_language(tongue)})",
            [
                (f"{outcome.key}:{group}", f"{outcome.label.in_language(tongue)}: {group_label(group).lower()}")
                for group in outcome.groups
            ],
        )
        for outcome in vocabulary.outcomes()
    ]


def initial_lines(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return stored lines as the form shows them."""
    return [_shown(line) for line in lines]


def _shown(line: dict[str, Any]) -> dict[str, Any]:
    outcome = vocabulary.outcome(line["outcome"])
    floor = line.get("floor")
    return {
        "measure": f"{line['outcome']}:{line['group']}",
        "better": line["better"],
        "smallest_difference": _typed(line["smallest_difference"], outcome.difference_scale),
        "tolerance": _typed(line["tolerance"], outcome.difference_scale),
        "floor": "" if floor is None else _typed(floor, outcome.scale),
    }


def _typed(value: float, scale: float) -> str:
    """Return a number as it is typed in the reader's language, with no more digits than it has."""
    shown = (Decimal(str(value)) * Decimal(str(scale))).normalize()
    return typed_as(f"{shown:f}" if shown else "0")

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The levers of the model as fields: a number as people read it, its bounds, its unit, a sentence of what it does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils import formats
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios import vocabulary
from scenarios.services.reforms import bounds_of
from scenarios.templatetags.figures import language
from scenarios.vocabulary import Driver, Lever, Theme

PREFIX = "lever_"
MOST_DIGITS = 200  # before or behind the comma: more than that no arithmetic of ours can take


class NumberField(forms.Field):
    """A number typed with a comma or a point."""

    default_error_messages = {"invalid": gettext_lazy("Type a number, such as 2.5. Leave it at 0 to change nothing.")}

    def __init__(self, **options: Any) -> None:
        typed = forms.TextInput(
            attrs={"inputmode": "decimal", "class": "utrecht-textbox--short", "autocomplete": "off"}
        )
        super().__init__(**{"widget": typed, **options})

    def to_python(self, value: object) -> Decimal | None:
        """Read a number; empty is none."""
        typed = str(value if value is not None else "").strip().replace("\N{MINUS SIGN}", "-").replace(",", ".")
        if not typed:
            return None
        try:
            found = Decimal(typed)
        except InvalidOperation as unreadable:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from unreadable
        if not found.is_finite() or abs(found.adjusted()) > MOST_DIGITS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return found


class LeverField(NumberField):
    """How far one lever is moved, in its shown unit; cleaned it is the shift in the unit of the engine."""

    def __init__(self, lever: Lever, **options: Any) -> None:
        self.lever = lever
        self.limits = {
            "min": plain(lever.low, lever),
            "max": plain(lever.high, lever),
            "step": plain(lever.step, lever),
        }
        words = {"low": number_of(lever.low, lever), "high": number_of(lever.high, lever)}
        super().__init__(
            label=lever.label.in_language(language()),
            help_text=format_lazy(
                "{} {}", lever.sentence.in_language(language()), _("From %(low)s to %(high)s.") % words
            ),
            required=False,
            **options,
        )

    def clean(self, value: object) -> float:
        """Return the shift, held to the bounds of the lever."""
        shown = super().clean(value)
        if shown is None:
            return 0.0
        shift = float(shown / Decimal(str(self.lever.scale)))
        if not self.lever.low <= shift <= self.lever.high:
            raise ValidationError(bounds_of(self.lever), code="bounds")
        return shift


@dataclass(frozen=True, slots=True)
class LeverTheme:
    """The levers under one heading; open when one of them is moved or wrong."""

    title: str
    fields: tuple[tuple[BoundField, str], ...]
    moved: int
    is_open: bool


def lever_fields(initial: Mapping[str, float]) -> dict[str, LeverField]:
    """Return a field for every lever of the model, set to where it starts."""
    return {
        f"{PREFIX}{lever.key}": LeverField(lever, initial=typed_as(plain(initial.get(lever.key, 0.0), lever)))
        for lever in vocabulary.levers()
    }


def themes_in(form: forms.Form, *, is_first_open: bool) -> Iterator[LeverTheme]:
    """Return the lever fields of a form by heading, each with its unit."""
    for at, theme in enumerate(vocabulary.lever_themes()):
        fields = [form[f"{PREFIX}{lever.key}"] for lever in vocabulary.levers() if lever.theme == theme.key]
        moved = sum(_is_moved(field) for field in fields)
        is_wrong = any(field.errors for field in fields) if form.is_bound else False
        yield _theme(theme, fields, moved, is_open=bool(moved) or is_wrong or (is_first_open and not at))


def _theme(theme: Theme, fields: Sequence[BoundField], moved: int, *, is_open: bool) -> LeverTheme:
    with_units = tuple((field, _unit(field)) for field in fields)
    return LeverTheme(theme.label.in_language(language()), with_units, moved, is_open)


def _unit(field: BoundField) -> str:
    lever: Lever = field.field.lever  # type: ignore[attr-defined]
    return lever.unit_label.in_language(language())


def _is_moved(field: BoundField) -> bool:
    try:
        return bool(NumberField(required=False).to_python(field.value()))
    except ValidationError:
        return True


def plain(value: float, lever: Lever | Driver) -> str:
    """Write a value in its shown unit for an attribute: a point, no grouping, no more digits than it has."""
    shown = (Decimal(str(value)) * Decimal(str(lever.scale))).normalize()
    return f"{shown:f}" if shown else "0"


def typed_as(plain_number: str) -> str:
    """Write a number as people of the language type it."""
    return plain_number.replace(".", formats.get_format("DECIMAL_SEPARATOR"))


def number_of(value: float, lever: Lever | Driver) -> str:
    """Write a value in its shown unit as it is read, with no more digits than it has."""
    return typed_as(plain(value, lever)).replace("-", "\N{MINUS SIGN}")

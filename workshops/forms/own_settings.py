# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How somebody sees the drivers of a scenario: a number each, or nothing."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from scenarios import vocabulary
from scenarios.templatetags.figures import language
from workshops.forms.levers import NumberField
from workshops.services.writing.fields import shown

ROUNDING = 10**-9


class OwnSettingsForm(forms.Form):
    """Per driver a number in its shown unit; an empty field is no opinion, and takes back an earlier one."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, held: Mapping[str, float], own: Mapping[str, float]
    ) -> None:
        super().__init__(cast("Any", data))
        for driver in vocabulary.drivers():
            self.fields[driver.key] = _field(driver, held.get(driver.key), own.get(driver.key))

    def themed(self) -> Iterator[tuple[str, list[tuple[vocabulary.Driver, BoundField]]]]:
        """Return the fields as the page shows them."""
        for theme in vocabulary.driver_themes():
            fields = [(one, self[one.key]) for one in vocabulary.drivers() if one.theme == theme.key]
            yield theme.label.in_language(language()), fields

    def clean(self) -> dict[str, Any]:
        """Say at each number that lies beyond its bounds what they are."""
        for driver in vocabulary.drivers():
            value = self.cleaned_data.get(driver.key)
            if value is None:
                continue
            engine_value = float(value) / driver.scale
            if not driver.low - ROUNDING <= engine_value <= driver.high + ROUNDING:
                words = {"low": shown(driver, driver.low), "high": shown(driver, driver.high)}
                self.add_error(driver.key, _("Choose a number from %(low)s to %(high)s.") % words)
        return self.cleaned_data

    def values(self) -> dict[str, float]:
        """Return what was set, in the units of the engine."""
        return {
            driver.key: min(driver.high, max(driver.low, float(self.cleaned_data[driver.key]) / driver.scale))
            for driver in vocabulary.drivers()
            if self.cleaned_data.get(driver.key) is not None
        }


def _field(driver: vocabulary.Driver, held: float | None, own: float | None) -> NumberField:
    words = {"low": shown(driver, driver.low), "high": shown(driver, driver.high)}
    here = _("This edition: %(value)s.") % {"value": shown(driver, held)} if held is not None else ""
    return NumberField(
        label=driver.label.in_language(language()),
        help_text=format_lazy(
            "{} {} {}", driver.sentence.in_language(language()), _("From %(low)s to %(high)s.") % words, here
        ),
        required=False,
        initial=None if own is None else shown(driver, own),
        error_messages={"invalid": _("Type a number, such as 2.5, or leave the field empty.")},
    )

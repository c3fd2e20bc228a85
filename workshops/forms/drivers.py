# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The drivers of a scenario as fields: a worded level, or a number with its unit and bounds, and the ground for it."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from scenarios.templatetags.figures import language
from scenarios.vocabulary import Driver
from workshops.forms.levers import NumberField
from workshops.selectors.drafts import DriverNow, Themes
from workshops.services.writing.fields import LONGEST_SOURCE, Setting, shown

Rows = list[tuple[DriverNow, dict[str, BoundField]]]


class DriversForm(forms.Form):
    """Per driver a level, a number, a ground, and what stood on the page; what was not touched is left alone."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, themes: Themes) -> None:
        super().__init__(cast("Any", data))
        self.themes = themes
        for row in self.rows:
            self._add(row)

    @property
    def rows(self) -> list[DriverNow]:
        return [row for _theme, rows in self.themes for row in rows]

    def _add(self, row: DriverNow) -> None:
        driver = row.driver
        words = {"low": shown(driver, driver.low), "high": shown(driver, driver.high)}
        levels = [(repr(one.value), one.label.in_language(language())) for one in driver.levels]
        self.fields[f"{driver.key}-level"] = forms.ChoiceField(
            label=gettext_lazy("Level"),
            choices=[("", gettext_lazy("a number of our own")), *levels],
            required=False,
            initial=repr(row.level.value) if row.level else "",
            widget=forms.Select(
                attrs={
                    "data-level-of": f"id_{driver.key}",
                    "data-scale": f"{driver.scale}",
                    "data-decimals": f"{driver.decimals}",
                }
            ),
        )
        self.fields[driver.key] = NumberField(
            label=driver.label.in_language(language()),
            help_text=format_lazy(
                "{} {}", driver.sentence.in_language(language()), _("From %(low)s to %(high)s.") % words
            ),
            initial=shown(driver, row.value),
            error_messages={"required": gettext_lazy("Type a number, or choose a level.")},
        )
        self.fields[f"{driver.key}-source"] = forms.CharField(
            label=gettext_lazy("On what ground"),
            help_text=gettext_lazy("Needed when you change it: a source, or that it is an assumption."),
            max_length=LONGEST_SOURCE,
            required=False,
            initial=row.source,
        )
        self.fields[f"{driver.key}-seen"] = forms.FloatField(
            widget=forms.HiddenInput, initial=row.value, localize=False
        )

    def themed(self) -> Iterator[tuple[str, Rows]]:
        """Return the fields as the page shows them."""
        for theme, rows in self.themes:
            yield theme, [(row, {part: self[_name(row.driver, part)] for part in PARTS}) for row in rows]

    def settings(self) -> dict[str, Setting]:
        """Return every driver as somebody wants it."""
        found = {}
        for row in self.rows:
            driver, seen = row.driver, self.cleaned_data[f"{row.driver.key}-seen"]
            found[driver.key] = Setting(self._wanted(driver, seen), self.cleaned_data[f"{driver.key}-source"], seen)
        return found

    def _wanted(self, driver: Driver, seen: float) -> float:
        """Return the number when it was typed anew, else the level when another was chosen, else what stood there."""
        typed, level = float(self.cleaned_data[driver.key]), self.cleaned_data[f"{driver.key}-level"]
        if abs(typed - round(seen * driver.scale, driver.decimals)) > 10**-9:
            return typed / driver.scale
        held = driver.level_at(seen)
        if level and (held is None or repr(held.value) != level):
            return float(level)
        return seen


PARTS = ("level", "number", "source", "seen")


def _name(driver: Driver, part: str) -> str:
    return driver.key if part == "number" else f"{driver.key}-{part}"

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Drivers and assumptions in words: name, number with its unit, and a limit as part of a sentence."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext as _p

from scenarios import vocabulary
from scenarios.selectors.studies.discovery import Limit
from scenarios.templatetags.figures import language, number
from scenarios.vocabulary import Text, UnknownTerm

BLUR = 0.03  # of a value: as much as rounding may move it
MOST_MORE = 2  # decimals


@dataclass(frozen=True, slots=True)
class FactorWords:
    """How a driver or assumption is shown: its value times the scale, with decimals and unit."""

    key: str
    label: Text
    sentence: Text
    unit: Text
    scale: float
    decimals: int

    @property
    def title(self) -> str:
        return self.label.in_language(language())

    @property
    def meaning(self) -> str:
        return self.sentence.in_language(language())

    @property
    def unit_words(self) -> str:
        return self.unit.in_language(language())

    def bare(self, value: float) -> str:
        """Write a value without its unit: with the decimals of its kind, and more where rounding would move it."""
        shown = value * self.scale
        enough = (
            more for more in range(MOST_MORE) if abs(round(shown, self.decimals + more) - shown) <= BLUR * abs(shown)
        )
        return number(shown, self.decimals + next(enough, MOST_MORE))

    def with_unit(self, value: float) -> str:
        """Write a value with its unit."""
        space = "" if self.unit_words.startswith("%") else " "
        return f"{self.bare(value)}{space}{self.unit_words}"


def words_of(key: str) -> FactorWords:
    """Return how a driver or an assumption is shown."""
    try:
        term: vocabulary.Driver | vocabulary.PriorTerm = vocabulary.driver(key)
    except UnknownTerm:
        term = vocabulary.prior(key)
    return FactorWords(key, term.label, term.sentence, term.unit, term.scale, term.decimals)


def condition_of(limit: Limit) -> str:
    """Say a limit as part of a sentence: "routine work disappears faster than 1.8 times the old pace"."""
    said = vocabulary.condition(limit.factor)
    parts = [
        _filled(text, limit.factor, value)
        for text, value in ((said.above, limit.low), (said.below, limit.high))
        if value is not None
    ]
    return listed(parts)


def limit_words(limit: Limit) -> str:
    """Write a limit for a table: "above 1.8 times the old pace"."""
    words = words_of(limit.factor)
    if limit.low is not None and limit.high is not None:
        facts = {"low": words.bare(limit.low), "high": words.with_unit(limit.high)}
        return _("between %(low)s and %(high)s") % facts
    if limit.low is not None:
        return _("above %(value)s") % {"value": words.with_unit(limit.low)}
    return _("below %(value)s") % {"value": words.with_unit(limit.high or 0.0)}


def listed(parts: list[str]) -> str:
    """Write some parts of a sentence as a list."""
    if len(parts) < 2:
        return "".join(parts)
    return _p("a list", "%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


def _filled(text: Text, factor: str, value: float) -> str:
    words = words_of(factor)
    said = text.in_language(language())
    return said.replace("{limit}", words.with_unit(value)).replace("{number}", words.bare(value))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers as people read them: unit, sign, decimals of the language, never bare."""

from django import template
from django.utils import formats, translation

from scenarios import vocabulary
from scenarios.selectors.impacts import Band

register = template.Library()
MINUS = "\N{MINUS SIGN}"


def language() -> str:
    return translation.get_language() or "nl"


@register.filter
def number(value: float, decimals: int = 0) -> str:
    """Write a number with the language's comma or point and a real minus sign."""
    text = formats.number_format(round(abs(value), decimals), decimal_pos=decimals, use_l10n=True, force_grouping=True)
    is_zero = round(abs(value), decimals) == 0
    return text if value >= 0 or is_zero else f"{MINUS}{text}"


@register.filter
def signed(value: float, decimals: int = 1) -> str:
    """Write a change: plus or minus always said, zero without a sign."""
    text = number(value, decimals)
    return f"+{text}" if round(value, decimals) > 0 else text


@register.filter
def level(value: float, outcome: str) -> str:
    """Write an outcome's level, without its unit."""
    term = vocabulary.outcome(outcome)
    return number(value * term.scale, term.decimals)


@register.filter
def change(value: float, outcome: str) -> str:
    """Write an outcome's change, without its unit."""
    term = vocabulary.outcome(outcome)
    return signed(value * term.difference_scale, term.difference_decimals)


def in_range(low: str, high: str) -> str:
    """Write two numbers as a range: "1 to 2" in the reader's language; once when they are written alike."""
    joiner = translation.pgettext("a range of numbers: 1 to 2", "to")
    return low if low == high else f"{low} {joiner} {high}"


@register.filter
def change_range(band: Band, outcome: str) -> str:
    """Write the interval of a change: "-0,9 to -0,4" in the reader's language."""
    joiner = translation.pgettext("a range of numbers: 1 to 2", "to")
    return f"{change(band.low, outcome)} {joiner} {change(band.high, outcome)}"


@register.filter
def level_range(band: Band, outcome: str) -> str:
    """Write the interval of a level, without its unit."""
    joiner = translation.pgettext("a range of numbers: 1 to 2", "to")
    return f"{level(band.low, outcome)} {joiner} {level(band.high, outcome)}"


@register.filter
def unit(outcome: str) -> str:
    return vocabulary.outcome(outcome).unit.in_language(language())


@register.filter
def change_unit(outcome: str) -> str:
    return vocabulary.outcome(outcome).difference_unit.in_language(language())


@register.filter
def outcome_label(key: str) -> str:
    return vocabulary.outcome(key).label.in_language(language())


@register.filter
def outcome_sentence(key: str) -> str:
    return vocabulary.outcome(key).sentence.in_language(language())


@register.filter
def group_label(key: str) -> str:
    return vocabulary.group(key).label.in_language(language())


@register.filter
def lever_label(key: str) -> str:
    return vocabulary.lever(key).label.in_language(language())


@register.filter
def lever_value(value: float, key: str) -> str:
    """Write how far a lever is moved, with its unit; one that moves both ways shows its sign."""
    term = vocabulary.lever(key)
    write = signed if term.low < 0 else number
    unit_words = term.unit_label.in_language(language())
    space = "" if unit_words.startswith("%") else " "
    return f"{write(value * term.scale, term.decimals_of(value))}{space}{unit_words}"


@register.filter
def driver_label(key: str) -> str:
    return vocabulary.driver(key).label.in_language(language())


@register.filter
def said(written: object, field: str) -> str:
    """Return a written thing's field in the reader's language."""
    return written.said(field)  # type: ignore[attr-defined, no-any-return]


@register.filter
def said_lang(written: object, field: str) -> str:
    """Return the language that `said` answers in, for a `lang` attribute."""
    return written.said_lang(field)  # type: ignore[attr-defined, no-any-return]


@register.filter
def billions(value: float) -> str:
    """Write bn EUR as a positive amount: a cost or a yield is said in words beside it."""
    return number(abs(value), 1)


@register.filter
def lever_sentence(key: str) -> str:
    return vocabulary.lever(key).sentence.in_language(language())


@register.filter
def in_my_language(text: vocabulary.Text) -> str:
    return text.in_language(language())

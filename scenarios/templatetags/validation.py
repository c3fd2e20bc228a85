# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Checks on the model in words: figures with their bounds, never bare."""

import math

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from scenarios import vocabulary
from scenarios.arrays.validation import Judged
from scenarios.templatetags.figures import MINUS, language, number

register = template.Library()
TINY = 1e-5  # below this a figure is written as a power of ten
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
USED = {
    "no": gettext_lazy("not looked at"),
    "in_view": gettext_lazy("known while the model was set"),
    "fitted": gettext_lazy("the model was set to it"),
    "by_construction": gettext_lazy("must come out"),
}


@register.filter
def figure(value: float, key: str) -> str:
    """Write a figure of a check, in its own decimals and without its unit."""
    if value and abs(value) < TINY:
        return power_of_ten(value)
    return number(value, vocabulary.validation_check(key).decimals)


def power_of_ten(value: float) -> str:
    """Write a tiny number: 1.7 x 10 to the power of -10."""
    exponent = math.floor(math.log10(abs(value)))
    digits = number(abs(value) / 10**exponent, 1)
    return f"{MINUS if value < 0 else ''}{digits} \N{MULTIPLICATION SIGN} 10{str(exponent).translate(SUPERSCRIPT)}"


@register.filter
def found_words(check: Judged, unit: str = "") -> str:
    """Write our figure with its unit, where one is given, and its band, where there is one."""
    if check.found is None:
        return "–"
    written = with_unit(figure(check.found, check.key), unit)
    if check.found_low is None or check.found_high is None:
        return written
    joiner = pgettext("a range of numbers: 1 to 2", "to")
    band = f"{figure(check.found_low, check.key)} {joiner} {figure(check.found_high, check.key)}"
    return _("%(figure)s (%(band)s)") % {"figure": written, "band": band}


@register.simple_tag
def source_of(check: Judged) -> str:
    """Write where a target comes from, in the reader's language, marked as English where it is not."""
    dutch = vocabulary.validation_check(check.key).source_nl
    if language() == "nl" and dutch:
        return dutch
    return format_html('<span lang="en">{}</span>', check.source)


@register.filter
def with_unit(words: str, unit: str) -> str:
    """Write a unit behind a figure: a percent sign sticks to it."""
    return f"{words}{unit}" if not unit or unit.startswith("%") else f"{words} {unit}"


@register.filter
def bounds_words(check: Judged) -> str:
    """Write within which bounds our figure passes."""
    if check.low is None or check.high is None:
        return _one_sided(check)
    if check.low == check.high:
        return _("exactly %(figure)s") % {"figure": figure(check.low, check.key)}
    return _("%(low)s to %(high)s") % {"low": figure(check.low, check.key), "high": figure(check.high, check.key)}


def _one_sided(check: Judged) -> str:
    if check.high is not None:
        is_exact = check.target == check.high
        words = _("exactly %(figure)s") if is_exact else _("at most %(figure)s")
        return words % {"figure": figure(check.high, check.key)}
    low = check.low if check.low is not None else 0.0
    words = _("exactly %(figure)s") if check.target == low else _("at least %(figure)s")
    return words % {"figure": figure(low, check.key)}


@register.filter
def used_words(check: Judged) -> str:
    """Say what the target had to do with setting the model."""
    return str(USED[check.used])

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What rounds found of developments: drawn, and the same in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from scenarios.models import Development
from workshops.enums import Finding
from workshops.estimating import SCALE, Told
from workshops.forms.words import IMPACT_FINDINGS, IMPACTS, LIKELIHOOD_FINDINGS, LIKELIHOODS
from workshops.selectors.estimates import Found

register = template.Library()
WORDS = {"likelihood": LIKELIHOODS, "impact": IMPACTS}
FINDINGS = {"likelihood": LIKELIHOOD_FINDINGS, "impact": IMPACT_FINDINGS}
HEIGHT, WIDTH = 34.0, 100 / len(SCALE)  # px; hundredths of the width for one point of the scale


@dataclass(frozen=True, slots=True)
class Bar:
    """One point of the scale: hundredths of the width, and px."""

    left: float
    width: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class ScaleStrip:
    """Five bars, or the band of the middle half; and where the middle stands."""

    bars: tuple[Bar, ...]
    middle: float
    ticks: tuple[float, ...]


@register.filter
def scale_strip(told: Told) -> ScaleStrip | None:
    """Return what is drawn of an answer to one question; nothing where nothing is told."""
    if told.middle is None or told.lower is None or told.upper is None:
        return None
    if told.counts:
        bars = tuple(
            _bar(point, point, count / max(told.counts))
            for point, count in zip(SCALE, told.counts, strict=True)
            if count
        )
    else:
        bars = (_bar(told.lower, told.upper, 0.5),)
    return ScaleStrip(bars, _at(told.middle), tuple(round(WIDTH * nth, 2) for nth in range(len(SCALE) + 1)))


def _bar(lowest: int, highest: int, share: float) -> Bar:
    height = round(HEIGHT * share, 2)
    return Bar(
        round(WIDTH * (lowest - 1) + 1, 2), round(WIDTH * (highest - lowest + 1) - 2, 2), HEIGHT - height, height
    )


def _at(middle: float) -> float:
    return round(WIDTH * (middle - 0.5), 2)


@register.filter
def told_words(told: Told, scale: str) -> str:
    """Write what a round gave, in words and numbers."""
    if not told.counts:
        return told_shortly(told, scale)
    words = WORDS[scale]
    each = ", ".join(f"{words[point]} {count}" for point, count in zip(SCALE, told.counts, strict=True))
    facts = {"short": told_shortly(told, scale), "each": each}
    return _("%(short)s Each point: %(each)s.") % facts


@register.filter
def told_shortly(told: Told, scale: str) -> str:
    """Write the middle of it and how many judged."""
    words = WORDS[scale]
    facts: dict[str, object] = {"judged": told.judged, "cannot": told.cannot}
    if told.middle is None or told.lower is None or told.upper is None:
        return _("%(judged)s judged this, too few to show; %(cannot)s cannot judge it.") % facts
    facts |= {"middle": _middle(told.middle, scale), "lower": words[told.lower], "upper": words[told.upper]}
    if told.lower == told.upper:
        return _("Median: %(middle)s, and so is the middle half. %(judged)s judged it, %(cannot)s cannot.") % facts
    return (
        _("Median: %(middle)s; the middle half from %(lower)s to %(upper)s. %(judged)s judged it, %(cannot)s cannot.")
        % facts
    )


def _middle(middle: float, scale: str) -> str:
    words = WORDS[scale]
    if middle == int(middle):
        return str(words[int(middle)])
    return _("between %(lower)s and %(upper)s") % {"lower": words[int(middle)], "upper": words[int(middle) + 1]}


@register.filter
def found_about(findings: Mapping[str, Found] | str, one: Development) -> Found | None:
    """Return what was found of a development; a page that reads no findings has none."""
    return findings.get(one.text) if isinstance(findings, Mapping) else None


@register.filter
def finding_words(finding: str, scale: str) -> Promise:
    """Return what was agreed, in words."""
    return FINDINGS[scale][Finding(finding)]

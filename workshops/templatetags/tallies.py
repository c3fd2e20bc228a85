# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counts of a round in words: answers, bounds, medians, shifts."""

from collections.abc import Sequence
from fractions import Fraction

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from scenarios.templatetags.figures import number, signed
from workshops.enums import LEVELS, Stance, SupportClass
from workshops.forms.words import STANCES
from workshops.reports.words import BANDS, SUPPORT
from workshops.selectors.support import Support
from workshops.selectors.table import Place, Side
from workshops.selectors.tallies import Counted, SideCount, counted
from workshops.tally import Tally

register = template.Library()
OUTSIDE = (Stance.ABSTAIN, Stance.NEED_INFORMATION, Stance.NO_MANDATE)


@register.simple_tag
def level_columns() -> list[tuple[str, str]]:
    """Return the five levels, highest first: the figure and the words."""
    return [(level.value, str(STANCES[level])) for level in LEVELS]


@register.simple_tag
def count_of(place: Place, support: Support, sides: Sequence[Side]) -> Counted:
    """Count what one poll found."""
    return counted(place, support, sides)


@register.filter
def level_counts(tally: Tally) -> list[tuple[str, int]]:
    """Return how often each level was answered, with its words."""
    return [(str(STANCES[level]), tally.counts.get(level, 0)) for level in LEVELS]


@register.filter
def outside_words(tally: Tally) -> str:
    """Say what the seats without a position did."""
    told = [f"{STANCES[one]} {tally.counts[one]}" for one in OUTSIDE if tally.counts.get(one)]
    missing = tally.seats - tally.ballots
    if missing:
        told.append(_("no ballot %(count)d") % {"count": missing})
    return "; ".join(told) or "–"


@register.filter
def share_words(share: Fraction | float | None) -> str:
    """Write a share as a percentage; a dash when there is none."""
    return "–" if share is None else f"{number(float(share) * 100)}%"


@register.filter
def bounds_words(tally: Tally) -> str:
    """Write support among all seats: if every silent seat were against, to if every one were for."""
    low, high = tally.bounds_of_seats
    if low == high:
        return share_words(float(low))
    joiner = pgettext("a range of numbers: 1 to 2", "to")
    return f"{number(float(low) * 100)} {joiner} {number(float(high) * 100)}%"


@register.filter
def median_words(tally: Tally) -> str:
    """Write the median level."""
    found = tally.median
    if found is None:
        return "–"
    low, high = found
    return low.value if low == high else _("%(low)s and %(high)s") % {"low": low.value, "high": high.value}


@register.filter
def class_words(verdict: SupportClass) -> str:
    """Say a class of support."""
    return str(SUPPORT[verdict])


@register.filter
def shift_words(one: SideCount) -> str:
    """Say how a side answered before, and by how much that changed."""
    if one.band_before is not None:
        return _("was: %(band)s") % {"band": BANDS[one.band_before]}
    if one.shift is None or one.tally_before is None:
        return "–"
    facts = {"before": share_words(one.tally_before.share_of_positions), "points": signed(float(one.shift) * 100, 0)}
    return _("%(points)s points (was %(before)s)") % facts


@register.filter
def without_level_three(one: Counted) -> str:
    """Say the verdict if only levels 5 and 4 count as support; nothing where it may not be told."""
    if one.strict is None:
        return ""
    return _("Without level 3: %(verdict)s.") % {"verdict": SUPPORT[one.strict]}

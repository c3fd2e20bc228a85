# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What determines an effect, in a sentence and as bars: the largest share first."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext as _p

from scenarios import vocabulary
from scenarios.selectors.impacts import Band
from scenarios.selectors.studies.sensitivity import Moved, SensitivityAnswer
from scenarios.templatetags.figures import change, change_range, change_unit, language, number, signed
from workshops.reports.factors import listed, words_of
from workshops.reports.failure import Names

WORTH_TELLING = 0.1  # of the variance
MOST_TOLD = 3
FEWEST_SHOWN = 6
CLEAR_RANK = 0.1


@dataclass(frozen=True, slots=True)
class Bar:
    """One assumption: its share of the variance, by itself and with others, and which way it works."""

    key: str
    label: str
    meaning: str
    total: float
    first: float
    rank: float

    @property
    def percent(self) -> float:
        """The share as a position from 0 to 100."""
        return round(100 * min(max(self.total, 0.0), 1.0), 1)

    @property
    def own_percent(self) -> float:
        """What it causes by itself, never more than in all."""
        return min(round(100 * max(self.first, 0.0), 1), self.percent)

    @property
    def direction(self) -> str:
        """Which way it works: a sign and a word."""
        if abs(self.rank) < CLEAR_RANK:
            return _("no clear direction")
        return _("more gives more") if self.rank > 0 else _("more gives less")


def bars_of(moved: Moved, answer: SensitivityAnswer) -> list[Bar]:
    """Return every assumption, the largest share of the variance first."""
    if not moved.is_moved:
        return []
    rows = zip(answer.assumptions, moved.total, moved.first, moved.ranks, strict=True)
    bars = []
    for key, total, first, rank in rows:
        words = words_of(key)
        bars.append(Bar(key, words.title, words.meaning, total, first, rank))
    return sorted(bars, key=lambda one: -one.total)


def shown_first(bars: Sequence[Bar]) -> int:
    """Return how many bars to show before the fold."""
    return max(FEWEST_SHOWN, sum(one.total >= WORTH_TELLING / 2 for one in bars))


def finding_of(moved: Moved, bars: Sequence[Bar], names: Names) -> str:
    """Say what an effect hangs on."""
    facts = {"effect": effect_label(moved, names)}
    if not bars:
        return _("This proposal does not change this: %(effect)s") % facts
    told = [one for one in bars if one.total >= WORTH_TELLING][:MOST_TOLD]
    if not told:
        return _("No single assumption decides: %(effect)s") % facts
    facts["what"] = listed(
        [_("%(label)s (%(share)s%%)") % {"label": _lower(one.label), "share": number(one.percent)} for one in told]
    )
    return capfirst(_("what decides: %(what)s") % facts)


def effect_label(moved: Moved, names: Names) -> str:
    """Name an effect: what a side measures, or an outcome of a group."""
    if moved.yardstick:
        return capfirst(_("%(side)s: by their yardstick") % {"side": names.side(moved.yardstick)})
    outcome = vocabulary.outcome(moved.outcome).label.in_language(language())
    group = _lower(vocabulary.group(moved.group).label.in_language(language()))
    return _("%(outcome)s, %(group)s") % {"outcome": outcome, "group": group}


def effect_words(moved: Moved) -> str:
    """Write the effect itself with its interval and unit."""
    band = Band(moved.low, moved.mid, moved.high)
    if moved.yardstick:
        facts = {"low": signed(band.low, 1), "high": signed(band.high, 1)}
        interval = _p("a range of numbers", "%(low)s to %(high)s") % facts
        words = {"value": signed(band.mid, 1), "range": interval}
        return _("%(value)s times the smallest difference that counts (%(range)s)") % words
    facts = {
        "value": change(band.mid, moved.outcome),
        "unit": change_unit(moved.outcome),
        "range": change_range(band, moved.outcome),
    }
    return _("%(value)s %(unit)s (%(range)s)") % facts


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

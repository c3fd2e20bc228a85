# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What could make a proposal fail, in sentences: from limits on drivers and assumptions, and how far they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.utils.translation import pgettext as _p

from scenarios import vocabulary
from scenarios.selectors.studies.discovery import Box, Criterion, DiscoveryAnswer, Outcome, Told, WayToFail
from scenarios.templatetags.figures import language, number, unit
from workshops.reports.factors import condition_of, limit_words, listed, words_of
from workshops.selectors.table import Side

LEAST_CASES = 100


@dataclass(frozen=True, slots=True)
class Names:
    """The sides by what they measure by: a study knows yardsticks only."""

    sides: Mapping[str, Side]

    @classmethod
    def of(cls, sides: Sequence[Side]) -> "Names":
        return cls({str(side.yardstick_id): side for side in sides})

    def side(self, yardstick: str) -> str:
        found = self.sides.get(yardstick)
        return found.title if found else _("a side")


@dataclass(frozen=True, slots=True)
class Share:
    """One limit of a box with how often it comes back."""

    label: str
    meaning: str
    limit: str
    examined: str
    refits: str


def way_label(way: WayToFail, names: Names) -> str:
    """Name a way to fail."""
    if way.criterion == Criterion.USEFUL:
        return capfirst(_("not useful, by all yardsticks together"))
    if way.criterion == Criterion.SIDE:
        return capfirst(_("%(side)s: worse than they can bear") % {"side": names.side(way.yardstick)})
    facts = {"outcome": _outcome(way), "group": _lower(_group(way))}
    if way.criterion == Criterion.FLOOR:
        facts["floor"] = level_with_unit(way.limit or 0.0, way.outcome)
        return _("%(outcome)s, %(group)s: beyond the floor of %(floor)s, proposal and all") % facts
    return _("%(outcome)s, %(group)s: noticeably worse") % facts


def finding_of(way: WayToFail, names: Names) -> str:
    """Say in which futures a proposal fails, or that there is nothing to tell."""
    facts = {"fails": _fails(way, names), "holds": _holds(way, names)}
    if way.found == Outcome.NEVER:
        return capfirst(_("hardly in any future examined: %(fails)s") % facts)
    if way.found == Outcome.ALWAYS:
        return capfirst(_("in nearly every future examined: %(fails)s") % facts)
    if way.box is None:
        return capfirst(_("%(fails)s in part of the futures, and no simple limit tells which") % facts)
    facts["when"] = listed([condition_of(one) for one in way.box.limits])
    if way.told == Told.HOLDS:
        return capfirst(_("%(holds)s mainly when %(when)s") % facts)
    return capfirst(_("%(fails)s mainly when %(when)s") % facts)


def lead_of(way: WayToFail, answer: DiscoveryAnswer) -> str:
    """Say in how many futures, and how well the limits tell them apart."""
    facts = {
        "fails": number(100 * way.fails),
        "futures": number(answer.futures),
        "cases": number(way.cases),
        "least": number(LEAST_CASES),
    }
    if way.found in {Outcome.NEVER, Outcome.ALWAYS}:
        few = (
            _("It happens in %(cases)s of the %(futures)s futures examined.")
            if way.found == Outcome.NEVER
            else _("It does not happen in %(cases)s of the %(futures)s futures examined.")
        )
        return f"{few % facts} {_('With fewer than %(least)s there is no pattern to look for.') % facts}"
    share = _("It happens in %(fails)s%% of the %(futures)s futures examined.") % facts
    return f"{share} {box_words(way.box, way.told)}" if way.box else share


def box_words(box: Box, told: Told) -> str:
    """Say coverage and density in words."""
    facts = {
        "coverage": number(100 * box.coverage),
        "density": number(100 * box.density),
        "mass": number(100 * box.mass),
    }
    if told == Told.HOLDS:
        return (
            _(
                "Of the futures in which it does not happen, %(coverage)s%% lie within these limits (coverage); within "
                "them it does not happen in %(density)s%% (density)."
            )
            % facts
        )
    return (
        _(
            "These limits hold %(coverage)s%% of the futures in which it happens (coverage); within them it happens in "
            "%(density)s%% (density)."
        )
        % facts
    )


def steadiness_of(way: WayToFail) -> str:
    """Say how often the same limits come up on other futures."""
    if way.refits is None:
        return ""
    same = round(way.refits.same * way.refits.count)
    told = ngettext(
        "Fitted anew on %(count)d random half, the same drivers or assumptions come up %(same)d time.",
        "Fitted anew on %(count)d random halves, the same drivers or assumptions come up %(same)d times.",
        way.refits.count,
    ) % {"count": way.refits.count, "same": same}
    facts = {"coverage": number(100 * way.refits.coverage), "density": number(100 * way.refits.density)}
    other = _("On the halves left out, coverage is %(coverage)s%% and density %(density)s%% (medians).") % facts
    return f"{told} {other}"


def limits_of(box: Box, way: WayToFail, answer: DiscoveryAnswer) -> list[Share]:
    """Return each limit of a box, what was examined, and how often a limit on it comes back."""
    found = []
    for one in box.limits:
        words, factor = words_of(one.factor), answer.factor(one.factor)
        used = way.refits.used.get(one.factor, 0.0) if way.refits else 0.0
        facts = {"low": words.bare(factor.low), "high": words.with_unit(factor.high)}
        found.append(
            Share(
                label=words.title,
                meaning=words.meaning,
                limit=limit_words(one),
                examined=_p("a range of numbers", "%(low)s to %(high)s") % facts,
                refits=_p("a percentage", "%(number)s%%") % {"number": number(100 * used)},
            )
        )
    return found


def box_sentence(box: Box) -> str:
    """Say the limits of a box."""
    return listed([condition_of(one) for one in box.limits])


def _fails(way: WayToFail, names: Names) -> str:
    if way.criterion == Criterion.USEFUL:
        return _("it is not useful")
    if way.criterion == Criterion.SIDE:
        return _("it turns out worse for the %(side)s than they can bear") % {"side": _lower(names.side(way.yardstick))}
    facts = {"outcome": _lower(_outcome(way)), "group": _lower(_group(way))}
    if way.criterion == Criterion.FLOOR:
        return _("the floor is passed (%(outcome)s, %(group)s)") % facts
    return _("it fails for %(group)s (%(outcome)s)") % facts


def _holds(way: WayToFail, names: Names) -> str:
    if way.criterion == Criterion.USEFUL:
        return _("it is useful")
    if way.criterion == Criterion.SIDE:
        return _("the %(side)s can bear it") % {"side": _lower(names.side(way.yardstick))}
    facts = {"outcome": _lower(_outcome(way)), "group": _lower(_group(way))}
    if way.criterion == Criterion.FLOOR:
        return _("the floor holds (%(outcome)s, %(group)s)") % facts
    return _("it does not fail for %(group)s (%(outcome)s)") % facts


def _outcome(way: WayToFail) -> str:
    return vocabulary.outcome(way.outcome).label.in_language(language())


def _group(way: WayToFail) -> str:
    return vocabulary.group(way.group).label.in_language(language())


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def level_with_unit(value: float, outcome: str, *, more: int = 0) -> str:
    """Write a level with its unit, with more decimals than usual when asked; a unit that is a number stands in brackets."""
    term, words = vocabulary.outcome(outcome), unit(outcome)
    told = number(value * term.scale, term.decimals + more)
    if words[:1].isdigit():
        return f"{told} ({words})"
    return f"{told}{'' if words.startswith('%') else ' '}{words}"

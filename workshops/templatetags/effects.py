# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The change for a side's groups in words: number, unit, interval, what it amounts to, or why there is none."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.utils.translation import pgettext as _p

from scenarios.templatetags.figures import change, change_range, change_unit, number, signed
from workshops.enums import Direction
from workshops.selectors.cells import Line
from workshops.selectors.table import Measure, Side
from workshops.selectors.verdicts import Basis
from workshops.templatetags.marks import state

register = template.Library()

JUDGED: dict[Direction, Promise] = {
    Direction.BETTER: pgettext_lazy("a judged effect", "better"),
    Direction.WORSE: pgettext_lazy("a judged effect", "worse"),
    Direction.NO_DIFFERENCE: pgettext_lazy("a judged effect", "no difference"),
    Direction.DISPUTED: pgettext_lazy("a judged effect", "disputed"),
}
IN_FEW_LETTERS: dict[Direction, Promise] = {
    Direction.BETTER: pgettext_lazy("a judged effect, in few letters", "better"),
    Direction.WORSE: pgettext_lazy("a judged effect, in few letters", "worse"),
    Direction.NO_DIFFERENCE: pgettext_lazy("a judged effect, in few letters", "same"),
    Direction.DISPUTED: pgettext_lazy("a judged effect, in few letters", "split"),
}
NO_EFFECT: dict[Basis, Promise] = {
    Basis.UNDERWAY: gettext_lazy("being computed"),
    Basis.FAILED: gettext_lazy("failed"),
    Basis.OUTDATED: gettext_lazy("recomputing needed"),
    Basis.TO_JUDGE: gettext_lazy("to be judged"),
    Basis.NOT_COMPUTED: gettext_lazy("not computed"),
}
STATES: dict[str, Promise] = {
    "better": gettext_lazy("better"),
    "worse": gettext_lazy("worse"),
    "uncertain": gettext_lazy("uncertain"),
    "slight": gettext_lazy("less than what counts as a difference"),
}


@register.filter
def effect_value(line: Line) -> str:
    """Write an effect as short as a picture needs it: the raw signed number, or a word."""
    effect = line.effect
    if effect.judged is not None:
        return str(IN_FEW_LETTERS[effect.judged])
    if effect.basis != Basis.COMPUTED or effect.band is None:
        return str(NO_EFFECT[effect.basis])
    outcome = line.side.measure.outcome
    return change(effect.band.mid, outcome) if outcome else signed(effect.band.mid, 1)


@register.filter
def effect_range(line: Line) -> str:
    """Write the interval of an effect; nothing for a judgement."""
    effect, outcome = line.effect, line.side.measure.outcome
    if effect.basis != Basis.COMPUTED or effect.band is None:
        return ""
    if outcome:
        return change_range(effect.band, outcome)
    return _p("a range of numbers", "%(low)s to %(high)s") % {
        "low": signed(effect.band.low, 1),
        "high": signed(effect.band.high, 1),
    }


@register.filter
def measure_unit(measure: Measure) -> str:
    return change_unit(measure.outcome) if measure.outcome else _("times the smallest difference that counts")


@register.filter
def measure_words(side: Side) -> str:
    """Say what the right half of a side's line shows, in which unit, and which way is better."""
    facts = {"measure": side.measure.title, "unit": measure_unit(side.measure)}
    if not side.groups:
        return _("the general interest: %(measure)s, %(unit)s") % facts
    if side.measure.better == "down":
        return _("%(measure)s, %(unit)s; lower is better") % facts
    return _("%(measure)s, %(unit)s") % facts


@register.filter
def effect_words(line: Line) -> str:
    """Say an effect in full: measure, number, unit, interval, and what it amounts to."""
    effect, measure = line.effect, line.side.measure
    facts = {"measure": measure.title, "value": effect_value(line), "unit": measure_unit(measure)}
    if effect.judged is not None:
        return _("%(measure)s, judged: %(value)s") % (facts | {"value": JUDGED[effect.judged]})
    if effect.basis != Basis.COMPUTED:
        return _("%(measure)s: %(value)s") % facts
    facts |= {"range": effect_range(line), "state": str(STATES[state(effect)])}
    return _("%(measure)s: %(value)s %(unit)s (%(range)s), %(state)s") % facts


@register.filter
def state_words(line: Line) -> str:
    """Say what an effect amounts to, or why there is none."""
    if line.effect.judged is not None:
        return _("judged: %(value)s") % {"value": JUDGED[line.effect.judged]}
    if line.effect.basis != Basis.COMPUTED:
        return effect_value(line)
    return str(STATES[state(line.effect)])


@register.filter
def share_of_draws(share: float | None) -> str:
    return "–" if share is None else percent(share)


@register.filter
def percent(share: float) -> str:
    """Write a share as a percentage."""
    return _p("a percentage", "%(number)s%%") % {"number": number(100 * share, 0)}


@register.filter
def percent_beside(share: float, limit: float) -> str:
    """Write a share beside its limit; with a decimal where it would read as the limit without being it."""
    reads_alike = round(100 * share) == round(100 * limit) and share != limit
    return _p("a percentage", "%(number)s%%") % {"number": number(100 * share, 1 if reads_alike else 0)}

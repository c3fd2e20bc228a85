# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one proposal does, as a sentence computed from its figures or its judgements."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import pgettext as _p

from scenarios import vocabulary
from scenarios.templatetags.figures import language, number
from workshops.enums import Direction, SignOf
from workshops.models import Judgement
from workshops.selectors.gains import Budget, Gains, Point
from workshops.selectors.table import Place, Side

GAINS: dict[str, Promise] = {
    "unemployment": gettext_lazy("less unemployment among %(group)s"),
    "employment": gettext_lazy("more work for %(group)s"),
    "real_wage": gettext_lazy("higher wages for %(group)s"),
    "low_paid_insecure": gettext_lazy("less low-paid, insecure work among %(group)s"),
    "poverty": gettext_lazy("less poverty among %(group)s"),
    "job_loss": gettext_lazy("less loss of jobs among %(group)s"),
    "net_income": gettext_lazy("a higher net income for the %(group)s"),
    "cost_index": gettext_lazy("lower costs for %(group)s"),
    "displaced": gettext_lazy("fewer jobs lost to machines for %(group)s"),
    "reemployment": gettext_lazy("other work found faster by %(group)s"),
    "time_between_jobs": gettext_lazy("less time between jobs for %(group)s"),
}
LOSSES: dict[str, Promise] = {
    "unemployment": gettext_lazy("more unemployment among %(group)s"),
    "employment": gettext_lazy("less work for %(group)s"),
    "real_wage": gettext_lazy("lower wages for %(group)s"),
    "low_paid_insecure": gettext_lazy("more low-paid, insecure work among %(group)s"),
    "poverty": gettext_lazy("more poverty among %(group)s"),
    "job_loss": gettext_lazy("more loss of jobs among %(group)s"),
    "net_income": gettext_lazy("a lower net income for the %(group)s"),
    "cost_index": gettext_lazy("higher costs for %(group)s"),
    "displaced": gettext_lazy("more jobs lost to machines for %(group)s"),
    "reemployment": gettext_lazy("other work found more slowly by %(group)s"),
    "time_between_jobs": gettext_lazy("more time between jobs for %(group)s"),
}
SHORT_KINDS = {"income"}  # groups whose short name reads best in a sentence: the lowest 20%


def finding_of(found: Gains) -> str:
    """Return who gains, who loses and what it costs, in one sentence."""
    people = _people(found)
    if found.budget is None:
        return capfirst(people)
    return _("%(people)s; %(budget)s") % {"people": capfirst(people), "budget": budget_words(found.budget)}


def judged_finding_of(
    judgements: Mapping[tuple[UUID, UUID], Judgement], sides: Sequence[Side], places: Sequence[Place]
) -> str:
    """Return what people judged of a proposal that the model cannot compute."""
    if not judgements:
        return _("The model cannot compute this, and nobody has judged it yet")
    better = _judged(judgements, sides, places, Direction.BETTER)
    worse = _judged(judgements, sides, places, Direction.WORSE)
    facts = {"better": better, "worse": worse}
    if better and worse:
        return _("Judged better for the groups of the %(better)s, and worse for those of the %(worse)s") % facts
    if better:
        return _("Judged better for the groups of the %(better)s, and worse for nobody") % facts
    if worse:
        return _("Judged worse for the groups of the %(worse)s, and better for nobody") % facts
    return _("Judged to make no clear difference for any side")


def budget_words(budget: Budget) -> str:
    """Say what happens to the public balance."""
    if not budget.is_noticeable:
        return _("hardly any effect on the public balance")
    if budget.sign == SignOf.UNCERTAIN:
        return _("the effect on the public balance differs or is uncertain")
    low, high = sorted((number(abs(budget.low_bn), 1), number(abs(budget.high_bn), 1)))
    amount = low if low == high else _p("a range of numbers", "%(low)s to %(high)s") % {"low": low, "high": high}
    if budget.sign == SignOf.BETTER:
        return _("the public balance improves by %(amount)s billion euros a year") % {"amount": amount}
    return _("the public balance worsens by %(amount)s billion euros a year") % {"amount": amount}


def letters_of(places: Sequence[Place]) -> str:
    """Write the letters of some scenarios as a list within a sentence."""
    letters = [place.letter for place in places]
    if len(letters) < 2:
        return "".join(letters)
    return _p("a list of letters", "%(first)s and %(last)s") % {"first": ", ".join(letters[:-1]), "last": letters[-1]}


def _people(found: Gains) -> str:
    gain, loss = found.gain, found.loss
    if gain is None and loss is None:
        return _("no group clearly gains or loses in any scenario")
    facts = {
        "gain": _phrase(GAINS, gain) if gain else "",
        "loss": _phrase(LOSSES, loss) if loss else "",
        "gaining": letters_of(gain.places) if gain else "",
        "losing": letters_of(loss.places) if loss else "",
    }
    if gain and loss:
        return _both(found, gain, loss) % facts
    only = gain or loss
    is_everywhere = only is not None and len(only.places) == len(found.places)
    if gain:
        return (
            _("in every scenario %(gain)s") if is_everywhere else _("only in scenario %(gaining)s %(gain)s")
        ) % facts
    return (_("in every scenario %(loss)s") if is_everywhere else _("in scenario %(losing)s %(loss)s")) % facts


def _both(found: Gains, gain: Point, loss: Point) -> str:
    all_gain = len(gain.places) == len(found.places)
    all_lose = len(loss.places) == len(found.places)
    if all_gain and all_lose:
        return _("in every scenario %(gain)s, but %(loss)s")
    if all_gain:
        return _("in every scenario %(gain)s, but in scenario %(losing)s %(loss)s")
    if all_lose:
        return _("in every scenario %(loss)s, and in scenario %(gaining)s %(gain)s")
    return _("in scenario %(gaining)s %(gain)s, but in scenario %(losing)s %(loss)s")


def _phrase(phrases: dict[str, Promise], point: Point) -> str:
    group = vocabulary.group(point.group)
    name = (group.short if group.kind in SHORT_KINDS else group.label).in_language(language())
    return str(phrases[point.outcome]) % {"group": name[:1].lower() + name[1:]}


def _judged(
    judgements: Mapping[tuple[UUID, UUID], Judgement],
    sides: Sequence[Side],
    places: Sequence[Place],
    direction: Direction,
) -> str:
    """Write the sides for whose groups this was judged, each with its scenarios unless it is all of them."""
    told = []
    for side in sides:
        where = [
            place
            for place in places
            if (found := judgements.get((place.revision_id, side.id))) and found.direction == direction
        ]
        if len(where) == len(places):
            told.append(side.title)
        elif where:
            told.append(_("%(side)s (%(letters)s)") % {"side": side.title, "letters": letters_of(where)})
    if len(told) < 2:
        return "".join(told)
    return _p("a list", "%(first)s and %(last)s") % {"first": ", ".join(told[:-1]), "last": told[-1]}

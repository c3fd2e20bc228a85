# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The impact of one proposal: where its intervals stand, and the words around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from scenarios import vocabulary
from scenarios.enums import Level
from scenarios.templatetags.figures import language, number
from workshops.enums import Direction, Scope, SignOf, Stance, SupportClass, Track
from workshops.forms.matrix import SCOPES
from workshops.forms.proposal_list import STATES
from workshops.forms.proposals import TRACKS
from workshops.models import Judgement, Proposal
from workshops.reports.proposal_finding import letters_of
from workshops.reports.words import LEVEL, SUPPORT
from workshops.selectors.impact_table import Change, OutcomeRows
from workshops.selectors.proposals import JudgedRow
from workshops.selectors.support import Support, thresholds_of
from workshops.selectors.table import Place, Side
from workshops.selectors.voices import Voice
from workshops.tally import Tally
from workshops.templatetags.marks import HATCHED, ZERO

register = template.Library()

MARGIN = 4.0  # room for the dot at either end, in hundredths of the width
SECTIONS: dict[str, Promise] = {
    "education": gettext_lazy("People, by education and work"),
    "contract": gettext_lazy("People, by contract"),
    "income": gettext_lazy("People, by income"),
    "age": gettext_lazy("People, by age"),
    "employers": gettext_lazy("Employers"),
    "government": gettext_lazy("Government and budget"),
    "economy": gettext_lazy("Everybody and the economy"),
}
STATE_WORDS: dict[str, Promise] = {
    "better": gettext_lazy("better"),
    "worse": gettext_lazy("worse"),
    "uncertain": gettext_lazy("uncertain"),
    "clear": gettext_lazy("certain, neither better nor worse"),
}
JUDGED: dict[Direction, Promise] = {
    Direction.BETTER: pgettext_lazy("a judged effect", "better"),
    Direction.WORSE: pgettext_lazy("a judged effect", "worse"),
    Direction.NO_DIFFERENCE: pgettext_lazy("a judged effect", "no difference"),
    Direction.DISPUTED: pgettext_lazy("a judged effect", "disputed"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on the scale of its outcome, in hundredths of the width; a judgement has no point."""

    state: str
    low: float
    high: float
    mid: float | None = None
    zero: float = ZERO
    ticks: tuple[float, ...] = ()


@register.filter
def state_of(change: Change) -> str:
    """Return what a change is called in the style sheet; without a direction a certain one is clear."""
    if change.outcome.better is None:
        return "clear" if change.band.is_clear and change.is_visible else "uncertain"
    return {SignOf.BETTER: "better", SignOf.WORSE: "worse"}.get(change.sign, "uncertain")


@register.filter
def state_words(change: Change) -> Promise:
    return STATE_WORDS[state_of(change)]


@register.filter
def interval_on(change: Change, rows: OutcomeRows) -> Bar:
    """Return where a change stands on the scale of its outcome; better is to the right."""
    band, (worse, better) = change.towards_better, rows.reach

    def place(value: float) -> float:
        return round(MARGIN + (100 - 2 * MARGIN) * (value + worse) / (worse + better), 2)

    ticks = [value for value in (-(rows.tick or 0), rows.tick or 0) if value and -worse <= value <= better]
    return Bar(
        state=state_of(change),
        low=place(band.low),
        mid=place(band.mid),
        high=place(band.high),
        ticks=tuple(place(tick) for tick in ticks),
        zero=place(0.0),
    )


@register.filter
def reach_worse(rows: OutcomeRows) -> str:
    """Write how far the scale goes to the left, without a sign."""
    return _end(rows, rows.reach[0])


@register.filter
def reach_better(rows: OutcomeRows) -> str:
    """Write how far the scale goes to the right, without a sign."""
    return _end(rows, rows.reach[1])


def _end(rows: OutcomeRows, value: float) -> str:
    return number(abs(value) * rows.outcome.difference_scale, rows.outcome.difference_decimals)


@register.filter
def judged_interval(judgement: Judgement) -> Bar:
    low, high = HATCHED[Direction(judgement.direction)]
    return Bar("judged", low, high)


@register.filter
def judged_label(judgement: Judgement) -> Promise:
    return JUDGED[Direction(judgement.direction)]


@register.filter
def section_label(key: str) -> Promise:
    return SECTIONS[key]


@register.filter
def scope_label(proposal: Proposal) -> str:
    """Say how far a proposal belongs to this advice, and which other track it touches."""
    if proposal.scope == Scope.SEPARATE_TRACK and proposal.track:
        return _("touches a separate track: %(track)s") % {"track": TRACKS[Track(proposal.track)]}
    return str(SCOPES[Scope(proposal.scope)])


@register.filter
def proposal_state_label(state: str) -> Promise:
    return STATES[state]  # type: ignore[index]


@register.filter
def level_label(level: str) -> Promise:
    return LEVEL[Level(level)]


@register.filter
def letters(places: Sequence[Place]) -> str:
    return letters_of(places)


@register.filter
def verdict_of(support: Support | None) -> str:
    """Say the verdict on support in one scenario."""
    if support is None:
        return str(SUPPORT[SupportClass.NOT_VOTED])
    if not support.is_shown:
        return _("Being voted on")
    if support.round.is_open and support.verdict == SupportClass.NOT_VOTED:
        return _("No answers yet")
    if support.round.is_open and support.verdict == SupportClass.INSUFFICIENT:
        return _("Too few answers yet")
    return str(SUPPORT[support.verdict])


@register.filter
def carriers_of(support: Support | None, sides: Sequence[Side]) -> list[dict[str, object]]:
    """Return the sides with whether a majority of each carries the proposal; empty while that is not told."""
    if support is None or not support.is_shown:
        return []
    return [{"shape": side.mark, "carries": side.id in support.carriers} for side in sides]


@register.filter
def weakest_of(support: Support, sides: Sequence[Side]) -> str:
    """Say which side supports it least: that side decides the verdict."""
    if support.bands:
        return ""
    known = [(support.tallies[side.id], side) for side in sides if side.id in support.tallies]
    shares = [(tally.share_of_positions, tally, side) for tally, side in known if tally.share_of_positions is not None]
    if not shares or len(shares) < len(known):
        return ""
    _share, tally, side = min(shares, key=lambda one: one[0])
    facts = {"side": side.title, "supporting": tally.supporting, "positions": tally.took_position}
    return _("Weakest: %(side)s, %(supporting)d of the %(positions)d who took a position.") % facts


@register.filter
def thresholds_words(support: Support) -> str:
    """Say by which thresholds the verdict was reached."""
    agreed = thresholds_of(support.round)
    facts = {
        "broad": number(float(agreed.broad) * 100),
        "majority": number(float(agreed.majority) * 100),
        "response": number(float(agreed.response) * 100),
    }
    return (
        _(
            "Broad: in every constituency at least %(broad)s%% of those who took a position, and at most one seat finds "
            "it unacceptable. With reservations: more than %(majority)s%% in every constituency. At least "
            "%(response)s%% of the seats of each constituency must have taken a position."
        )
        % facts
    )


@register.filter
def tally_words(tally: Tally) -> str:
    """Say how the seats of a side answered, in numbers."""
    told = [_("%(supporting)d of %(seats)d support it") % {"supporting": tally.supporting, "seats": tally.seats}]
    against = tally.objecting + tally.refusing
    if against:
        told.append(ngettext("%(count)d objection", "%(count)d objections", against) % {"count": against})
    if tally.silent:
        told.append(
            ngettext("%(count)d took no position", "%(count)d took no position", tally.silent) % {"count": tally.silent}
        )
    return " · ".join(told)


@register.filter
def is_objection(voice: Voice) -> bool:
    return voice.stance in {Stance.OBJECTION, Stance.UNACCEPTABLE}


@register.filter
def sides_of_support(support: Support, sides: Sequence[Side]) -> list[dict[str, object]]:
    """Return the sides that were asked, in the order of the table, each with its count, or its band."""
    return [
        {"side": side, "tally": support.tallies.get(side.id), "band": support.bands.get(side.id)}
        for side in sides
        if side.id in support.tallies or side.id in support.bands
    ]


@register.filter
def seconds(value: float) -> str:
    """Write a length of time as people say it."""
    whole = max(1, round(value))
    return ngettext("%(count)d second", "%(count)d seconds", whole) % {"count": whole}


@register.filter
def for_how_long(moment: datetime | None) -> str:
    """Say how long ago something was: in seconds at first, for that is how long a projection takes."""
    if moment is None:
        return seconds(0)
    passed = timezone.now() - moment
    return seconds(passed.total_seconds()) if passed < timedelta(minutes=2) else timesince(moment)


@register.filter
def group_note(key: str) -> str:
    """Say what is to be known about a group."""
    note = vocabulary.group(key).note
    return note.in_language(language()) if note else ""


@register.filter
def lever_sentence(key: str) -> str:
    """Say what moving a lever does."""
    return vocabulary.lever(key).sentence.in_language(language())


@register.filter
def outcome_source(key: str) -> str:
    """Say where an outcome comes from."""
    return vocabulary.source(vocabulary.outcome(key).source).citation.in_language(language()).rstrip(".")


@register.simple_tag
def judgements_of(row: JudgedRow, places: Sequence[Place]) -> list[dict[str, object]]:
    """Return a side's judgements, each once with the scenarios that it is said of."""
    found: dict[tuple[str, str, str], tuple[Judgement, list[Place]]] = {}
    for place, one in zip(places, row.cells, strict=True):
        if one is not None:
            found.setdefault((one.direction, one.reason, one.evidence), (one, []))[1].append(place)
    return [{"judgement": one, "letters": letters_of(where)} for one, where in found.values()]


@register.filter
def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]

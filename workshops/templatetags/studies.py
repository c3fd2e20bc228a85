# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Studies as pictures and words: where points, boxes and years stand, and what urgencies and clashes are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from scenarios import vocabulary
from scenarios.selectors.studies.discovery import DiscoveryAnswer, Told, WayToFail
from scenarios.selectors.studies.packages import Clash
from scenarios.selectors.studies.timing import Need, Urgency
from scenarios.templatetags.figures import language, number
from scenarios.vocabulary import LeadTime
from workshops.reports.factors import FactorWords, words_of
from workshops.reports.failure import level_with_unit
from workshops.selectors.packages import Packages
from workshops.selectors.timing import Block

register = template.Library()

FIRST_YEAR, LAST_YEAR = 2015, 2040
MARGIN = 3.0  # hundredths of the width
ROOM_FOR_A_YEAR = 6.0
BASE, TALLEST = 2.6, 2.2  # em: where the bars of years stand, and the tallest of them
URGENCIES: dict[Urgency, Promise] = {
    Urgency.ACT: gettext_lazy("Act now"),
    Urgency.PREPARE: gettext_lazy("Prepare"),
    Urgency.WAIT: pgettext_lazy("what to do now", "Wait"),
}
CLASHES: dict[str, Promise] = {
    "opposite": gettext_lazy("they move it in opposite directions"),
    "beyond_bounds": gettext_lazy("together they move it further than the model can answer for"),
    "two_links": gettext_lazy("one passes the change on to benefits and the other does not"),
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, in hundredths of the width and of the height."""

    x: float
    y: float
    fails: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle, in hundredths of the width and of the height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows, and its two ends."""

    words: FactorWords
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Scatter:
    """Futures on two factors, with the box around those that are told of."""

    dots: tuple[Dot, ...]
    box: Frame
    across: Axis
    up: Axis


@register.simple_tag
def scatter_of(way: WayToFail, answer: DiscoveryAnswer) -> Scatter | None:
    """Return the picture of a way to fail; none when there is no box."""
    if way.picture is None or way.box is None:
        return None
    across, up = answer.factor(way.picture.across), answer.factor(way.picture.up)

    def x(value: float) -> float:
        return _placed(value, across.low, across.high)

    def y(value: float) -> float:
        return 100 - _placed(value, up.low, up.high)

    limits = {one.factor: one for one in way.box.limits}
    ends = []
    for factor in (across, up):
        limit = limits.get(factor.key)
        low = factor.low if limit is None or limit.low is None else limit.low
        high = factor.high if limit is None or limit.high is None else limit.high
        ends.append((low, high))
    (left, right), (bottom, top) = ends
    box = Frame(x(left), y(top), round(x(right) - x(left), 2), round(y(bottom) - y(top), 2))
    return Scatter(
        tuple(Dot(x(one[0]), y(one[1]), bool(one[2])) for one in way.picture.points),
        box,
        _axis(across.key, across.low, across.high),
        _axis(up.key, up.low, up.high),
    )


@register.filter
def tells_fails(way: WayToFail) -> bool:
    """The box holds the futures in which it fails; else those in which it holds."""
    return way.told == Told.FAILS


@dataclass(frozen=True, slots=True)
class YearBar:
    """In how many draws a floor is crossed first in a year: a bar."""

    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """One scenario on the axis of years: bars of crossing, the median, the year to decide, and now."""

    bars: tuple[YearBar, ...]
    median: float | None
    decide: float | None
    is_before: bool
    now: float


@register.simple_tag
def strip_of(needed: Need, now: int) -> Strip:
    """Return where a scenario's years stand."""
    highest = max((share for _year, share in needed.by_draw), default=1.0)
    bars = []
    for year, share in needed.by_draw:
        height = round(TALLEST * share / highest, 3)
        bars.append(YearBar(year_at(year), round(BASE - height, 3), height))
    decide = needed.decide(needed.median)
    return Strip(
        bars=tuple(bars),
        median=None if needed.median is None else year_at(needed.median),
        decide=None if decide is None else year_at(max(decide, FIRST_YEAR)),
        is_before=decide is not None and decide < FIRST_YEAR,
        now=year_at(now),
    )


@register.filter
def year_at(year: int) -> float:
    """Return where a year stands on the axis, in hundredths of the width."""
    way = (year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)
    return round(ROOM_FOR_A_YEAR + (100 - 2 * ROOM_FOR_A_YEAR) * way, 2)


@register.simple_tag
def years_axis() -> list[tuple[int, float]]:
    """Return every fifth year, and where it stands."""
    return [(year, year_at(year)) for year in range(FIRST_YEAR, LAST_YEAR + 1, 5)]


@register.filter
def years_range(needed: Need, lead: int = 0) -> str:
    """Write from when to when a floor is crossed, or to decide when a lead is given: the tenth to the ninetieth percentile."""
    early, late = needed.early, needed.late
    if early is None:
        return _("in fewer than one in ten futures")
    if late is None:
        return _("from %(year)d, or not before %(end)d") % {"year": early - lead, "end": LAST_YEAR + 1 - lead}
    if early == late:
        return str(early - lead)
    return _("%(first)d to %(last)d") % {"first": early - lead, "last": late - lead}


@register.filter
def urgency_label(urgency: Urgency) -> Promise:
    return URGENCIES[urgency]


@register.filter
def urgency_kind(urgency: Urgency) -> str:
    """Return the kind of badge."""
    return {Urgency.ACT: "error", Urgency.PREPARE: "warning"}.get(urgency, "quiet")


@register.filter
def decide_by(needed: Need) -> str:
    """Write the last year to decide in the middle future."""
    year = needed.decide(needed.median)
    return "" if year is None else _("before %(year)d") % {"year": FIRST_YEAR} if year < FIRST_YEAR else str(year)


@register.filter
def level_in_words(value: float, outcome: str) -> str:
    return level_with_unit(value, outcome)


@register.filter
def floor_words(block: Block) -> str:
    """Say which floor a block is about."""
    floor = block.floor
    facts = {"level": level_with_unit(floor.floor, floor.outcome)}
    return _("never below %(level)s") % facts if floor.better == "up" else _("never above %(level)s") % facts


@register.filter
def signal_words(needed: Need, block: Block) -> str:
    """Say which level announces a crossing in time, and how far it can be trusted."""
    if needed.signal is None:
        return _("There is no warning in time: the floor is not crossed, or it is crossed too soon or too suddenly.")
    facts = {
        "level": level_with_unit(needed.signal.level, block.floor.outcome, more=1),
        "announced": number(100 * needed.signal.announced),
        "right": number(100 * needed.signal.right),
    }
    passed = (
        _("Watch for a fall below %(level)s.") if block.floor.better == "up" else _("Watch for a rise above %(level)s.")
    )
    trusted = _("That announces %(announced)s%% of the crossings in time; after it, %(right)s%% of the futures cross.")
    return f"{passed % facts} {trusted % facts}"


@register.filter
def lead_sentence(kind: LeadTime) -> str:
    return kind.sentence.in_language(language())


@register.filter
def years_words(years: int) -> str:
    return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}


@register.filter
def clash_words(clash: Clash) -> str:
    """Say on which lever proposals clash, and why."""
    lever = vocabulary.lever(clash.lever).label.in_language(language())
    return _("%(lever)s: %(why)s") % {"lever": lever, "why": CLASHES[clash.why]}


@dataclass(frozen=True, slots=True)
class Mark:
    """A package that no other beats, with its number."""

    x: float
    y: float
    number: int


@dataclass(frozen=True, slots=True)
class PackagesPicture:
    """Packages by cost, to the right, and gain, upwards; and where zero and the frame stand."""

    others: tuple[Dot, ...]
    marks: tuple[Mark, ...]
    zero_x: float
    zero_y: float
    frame: float | None
    costs: tuple[float, float]
    gains: tuple[float, float]


@register.simple_tag
def picture_of(found: Packages, frame_bn: float) -> PackagesPicture:
    """Return where packages stand."""
    (cheap, dear), (worst, best) = found.costs, found.gains
    dear = max(dear, cheap + 1.0)
    best = max(best, worst + 1.0)

    def x(cost: float) -> float:
        return _placed(cost, cheap, dear)

    def y(gain: float) -> float:
        return round(100 - _placed(gain, worst, best), 2)

    return PackagesPicture(
        others=tuple(Dot(x(cost), y(gain), fails=False) for cost, gain in found.answer.others),
        marks=tuple(Mark(x(row.package.cost_bn), y(row.package.gain), row.number) for row in found.rows),
        zero_x=x(0.0),
        zero_y=y(0.0),
        frame=x(frame_bn) if cheap <= frame_bn <= dear else None,
        costs=(cheap, dear),
        gains=(worst, best),
    )


@register.filter
def frontier(marks: Sequence[Mark]) -> str:
    """Return the numbers of the packages on the picture, for its text alternative."""
    return ", ".join(str(mark.number) for mark in marks)


def _axis(key: str, low: float, high: float) -> Axis:
    words = words_of(key)
    return Axis(words, words.bare(low), words.bare(high))


def _placed(value: float, low: float, high: float) -> float:
    way = (value - low) / (high - low) if high > low else 0.5
    return round(MARGIN + (100 - 2 * MARGIN) * min(max(way, 0.0), 1.0), 2)

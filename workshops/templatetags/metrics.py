# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The other measures on a page: figures in words, and the picture of the rankings as plain numbers for an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from scenarios.arrays.weighing import LEVELS, RANKED
from scenarios.enums import Metric
from workshops.reports.metric_words import METRICS, SIGNS, Where, metrics_in_a_list, name_of, title_of, value_of, where
from workshops.selectors.metrics import Metrics, Option, Pair
from workshops.selectors.near_misses import Held
from workshops.selectors.verdicts import NoRegret
from workshops.templatetags.effects import percent

register = template.Library()
register.filter("option_title", title_of)
PITCH = 2.25  # from one place to the next, in em
HALF = 0.875  # of a mark


@dataclass(frozen=True, slots=True)
class Figure:
    """One choice by one measure, as a table shows it."""

    value: str
    rank: int | None
    where: Where


@register.simple_tag
def figures_of(found: Metrics, option: Option) -> list[Figure]:
    """Return what each ranked measure says of a choice."""
    return [
        Figure(value_of(option, metric), option.reading(metric).rank, where(found, option, metric)) for metric in RANKED
    ]


@register.simple_tag
def strictly(option: Option) -> str:
    """Return the share in which it is better than nothing when every loss counts."""
    return value_of(option, Metric.STRICTLY_BETTER)


@register.filter
def levels_of(option: Option) -> list[tuple[str, bool]]:
    """Return whether it is better than doing nothing in so many of the futures, in every scenario."""
    return [(percent(level), option.choice.beats_nothing_at[level]) for level in LEVELS]


@register.simple_tag
def ranked_metrics() -> list[str]:
    """Return the names of the measures that are ranked, in the order of the picture."""
    return [str(METRICS[one]) for one in RANKED]


@register.simple_tag
def signs_of(found: Metrics, option: Option) -> list[str]:
    """Say per side whether the sign of its effect was set by an assumption."""
    return [str(SIGNS[option.sign(at)]) for at in range(len(found.sides))]


@register.simple_tag
def crossings_of(found: Metrics) -> list[tuple[str, list[int | None]]]:
    """Return how many pairs each two measures put in another order; nothing for a measure with itself."""
    return [
        (str(METRICS[one]), [None if one == other else found.crossings(one, other) for other in RANKED])
        for one in RANKED
    ]


@register.filter
def pair_words(pair: Pair) -> str:
    """Say by which measures either of two choices stands ahead."""
    return _("%(first)s stands ahead by %(these)s; %(second)s by %(those)s.") % {
        "first": capfirst(name_of(pair.first)),
        "second": name_of(pair.second),
        "these": metrics_in_a_list(pair.first_ahead),
        "those": metrics_in_a_list(pair.second_ahead),
    }


@register.filter
def held_words(held: Held) -> str:
    """Say a verdict over all scenarios, and the one thing that breaks it."""
    answer = {
        NoRegret.YES: _("In every scenario"),
        NoRegret.NEAR_MISS: _("In all but one scenario"),
        NoRegret.SOME: _("In some scenarios"),
        NoRegret.NOWHERE: _("In no scenario"),
        NoRegret.CANNOT_TELL: _("Cannot be established"),
    }[held.verdict]
    facts = {
        "answer": answer,
        "letter": held.breaks_in.letter if held.breaks_in else "",
        "side": held.broken_by.title if held.broken_by else "",
    }
    if held.breaks_in and held.broken_by:
        return _("%(answer)s: only the %(side)s, and only in %(letter)s, stand in the way") % facts
    if held.breaks_in:
        return _("%(answer)s: only %(letter)s stands in the way") % facts
    if held.broken_by:
        return _("%(answer)s: only the %(side)s stand in the way") % facts
    return answer


# The picture: a column per measure, a place per rank, a line per choice


@dataclass(frozen=True, slots=True)
class Mark:
    """A choice in one column: where, across in hundredths of the width, down in em."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two neighbouring columns."""

    start: Mark
    end: Mark


@dataclass(frozen=True, slots=True)
class Track:
    """One choice through all columns."""

    option: Option
    marks: tuple[Mark, ...]
    is_first_somewhere: bool

    @property
    def strokes(self) -> list[Stroke]:
        return [Stroke(one, other) for one, other in zip(self.marks, self.marks[1:], strict=False)]

    @property
    def is_no_regret(self) -> bool:
        return self.option.row is not None and self.option.row.verdict == NoRegret.YES


@dataclass(frozen=True, slots=True)
class Tie:
    """Choices that a measure cannot tell apart: one frame around their marks."""

    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw; `labels` are the choices in the order of the first column."""

    height: float
    tracks: tuple[Track, ...]
    ties: tuple[Tie, ...]
    labels: tuple[Option, ...]


@register.filter
def picture_of(found: Metrics) -> Picture:
    """Lay out the rankings; who shares a rank keeps the order of the column before, so that no line crosses for nothing."""
    orders = _orders(found.options)
    at = [{number: place for place, number in enumerate(order)} for order in orders]
    tracks = [
        Track(
            option,
            tuple(Mark(_across(column), _down(places[option.number])) for column, places in enumerate(at)),
            any(rank == 1 for rank in option.ranks),
        )
        for option in found.options
    ]
    tracks.sort(key=lambda one: (one.is_first_somewhere, one.option.row is None))
    by_number = {option.number: option for option in found.options}
    ties = [tie for column, order in enumerate(orders) for tie in _ties(column, [by_number[one] for one in order])]
    return Picture(
        height=round(PITCH * len(found.options), 3),
        tracks=tuple(tracks),
        ties=tuple(ties),
        labels=tuple(by_number[number] for number in orders[0]),
    )


def _orders(options: Sequence[Option]) -> list[list[int]]:
    """Return per column the numbers of the choices from first to last."""
    order, found = [one.number for one in options], []
    for column in range(len(RANKED)):
        rank = {one.number: one.ranks[column] for one in options}
        order = sorted(order, key=rank.__getitem__)
        found.append(order)
    return found


def _ties(column: int, order: Sequence[Option]) -> list[Tie]:
    ranks = [one.ranks[column] for one in order]
    return [
        Tie(
            _across(column),
            round(_down(ranks.index(rank)) - HALF - 0.1, 3),
            round(PITCH * (ranks.count(rank) - 1) + 2 * HALF + 0.2, 3),
        )
        for rank in sorted(set(ranks))
        if ranks.count(rank) > 1
    ]


def _across(column: int) -> float:
    return round(100 * (column + 0.5) / len(RANKED), 3)


def _down(place: int) -> float:
    return round(PITCH * (place + 0.5), 3)

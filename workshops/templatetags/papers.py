# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The effect beside each question of a ballot paper: where its bar stands, on one scale for the whole sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import template

from workshops.enums import Direction
from workshops.selectors.verdicts import Basis, Effect
from workshops.templatetags.marks import state

register = template.Library()

ZERO, EDGE = 50.0, 46.0  # in hundredths of the bar's width; the rest is room for the dot
LEAST = 2.0  # smallest differences that the scale always shows, so that a tick is never at the edge
HATCHED = {
    Direction.BETTER: (51.0, 80.0),
    Direction.WORSE: (20.0, 49.0),
    Direction.NO_DIFFERENCE: (42.0, 58.0),
    Direction.DISPUTED: (24.0, 76.0),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval as components/interval.html draws it."""

    state: str
    low: float
    high: float
    mid: float | None = None
    ticks: tuple[float, ...] = ()
    zero: float = ZERO


@register.filter
def widest(effects: Iterable[Effect]) -> float:
    """Return how many smallest differences the scale of a sheet reaches to either side."""
    bands = [effect.steps for effect in effects if effect.judged is None and effect.steps]
    return max([LEAST, *(max(abs(band.low), abs(band.high)) for band in bands)])


@register.filter
def bar(effect: Effect, reach: float) -> Bar | None:
    """Return the bar of an effect; nothing when it was neither computed nor judged."""
    if effect.judged is not None:
        low, high = HATCHED[effect.judged]
        return Bar("judged", low, high)
    steps = effect.steps
    if effect.basis != Basis.COMPUTED or steps is None:
        return None
    low, mid, high = (ZERO + EDGE * step / reach for step in (steps.low, steps.mid, steps.high))
    ticks = (ZERO - EDGE / reach, ZERO + EDGE / reach) if effect.smallest_difference else ()
    return Bar(state(effect), round(low, 2), round(high, 2), round(mid, 2), tuple(round(tick, 2) for tick in ticks))

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where marks stand: rows of seats and interval bars as plain numbers, for the attributes of an SVG."""

import math
from dataclasses import dataclass

from django import template

from workshops.enums import Direction, SignOf
from workshops.selectors.verdicts import Basis, Effect
from workshops.tally import Tally

register = template.Library()

ZERO = 50.0
EDGE = 46.0  # from zero to the end of the scale, in hundredths of the bar's width; the rest is room for the dot
NARROWEST, WIDEST = 3, 12  # smallest differences that the scale shows at least and at most, on either side
HATCHED = {
    Direction.BETTER: (51.0, 80.0),
    Direction.WORSE: (20.0, 49.0),
    Direction.NO_DIFFERENCE: (42.0, 58.0),
    Direction.DISPUTED: (24.0, 76.0),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Seats beside one another that said the same."""

    glyph: str
    count: int


@dataclass(frozen=True, slots=True)
class Interval:
    """A bar from `low` to `high` with a dot at `mid`, in hundredths of the width; better is to the right.

    `beyond` names the side on which the interval runs off the scale. A judgement has no dot.
    """

    state: str
    low: float
    high: float
    mid: float | None = None
    beyond: str = ""
    ticks: tuple[float, ...] = ()
    zero: float = ZERO


@register.filter
def seat_runs(tally: Tally | None) -> list[Run]:
    """Return a side's seats in the order agree, can live with it, objection, unacceptable, no position."""
    if tally is None:
        return []
    runs = [
        Run("full", tally.agreeing),
        Run("half", tally.living_with),
        Run("open", tally.objecting),
        Run("crossed", tally.refusing),
        Run("dash", tally.silent),
    ]
    return [run for run in runs if run.count > 0]


@register.filter
def scale_for(largest_step: float) -> int:
    """Return how many smallest differences the scale of a picture reaches, so that its largest interval fits."""
    return min(max(math.ceil(largest_step), NARROWEST), WIDEST)


@register.filter
def interval(effect: Effect, reach: int) -> Interval | None:
    """Return where an effect stands on a scale of `reach` smallest differences on either side of zero."""
    if effect.judged is not None:
        low, high = HATCHED[effect.judged]
        return Interval("judged", low, high)
    steps = effect.steps
    if effect.basis != Basis.COMPUTED or steps is None:
        return None
    return Interval(
        state=state(effect),
        low=_place(steps.low, reach),
        mid=_place(steps.mid, reach),
        high=_place(steps.high, reach),
        beyond="left" if steps.low < -reach else "right" if steps.high > reach else "",
        ticks=(_place(-1, reach), _place(1, reach)) if effect.smallest_difference else (),
    )


@register.filter
def state(effect: Effect) -> str:
    """Return what an effect is called in the style sheet."""
    if effect.judged is not None:
        return "judged"
    if effect.sign == SignOf.UNCERTAIN:
        return "slight" if effect.is_slight else "uncertain"
    return "better" if effect.sign == SignOf.BETTER else "worse"


def _place(step: float, reach: int) -> float:
    within = max(-1.0, min(1.0, step / reach))
    return round(ZERO + EDGE * within, 2)

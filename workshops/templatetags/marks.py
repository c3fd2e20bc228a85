# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where marks stand: rows of seats and interval bars as plain numbers, for the attributes of an SVG."""

import math
from dataclasses import dataclass

from django import template

from workshops.enums import Direction, SignOf
from workshops.selectors.cells import Cell
from workshops.selectors.matrix import Matrix
from workshops.selectors.verdicts import Basis, Effect
from workshops.tally import Tally

register = template.Library()

ZERO = 50.0
EDGE = 46.0  # from zero to the end of the scale, in hundredths of the bar's width; the rest is room for the dot
ROOM_FOR_AN_ARROW = 14.0
FEWEST, MOST = 2, 5  # units of the scale on either side of zero
SIDES_ON_A_DECK = 3
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

    @property
    def width(self) -> str:
        """The room they take, ten to a seat."""
        return str(10 * self.count)


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


@dataclass(frozen=True, slots=True)
class Deck:
    """Which sides carry a proposal: a whole deck when the verdict says so, else a broken one."""

    key: str
    is_whole: bool
    carriers: tuple[tuple[str, bool], ...]


@register.filter
def deck(cell: Cell) -> Deck | None:
    """Return the deck of a cell; nothing when nobody was asked or nothing is told yet."""
    if cell.support is None or not cell.support.is_shown:
        return None
    carrying = cell.support.carriers
    carriers = tuple((line.side.mark, line.side.id in carrying) for line in cell.lines[:SIDES_ON_A_DECK])
    is_whole = cell.is_desirable is True
    key = "".join("1" if carries else "0" for _, carries in carriers)
    return Deck(f"{'whole' if is_whole else 'broken'}-{key}", is_whole, carriers)


@register.filter
def decks(matrix: Matrix) -> list[Deck]:
    """Return every deck that a picture shows, once."""
    found = {one.key: one for row in matrix.rows for one in map(deck, row.cells) if one}
    return list(found.values())


@register.filter
def left_free(tally: Tally | None, most_seats: int) -> int:
    """Return how many seats' room a side's row leaves free, so that all rows are as long as the longest."""
    return most_seats - (tally.seats if tally else 0)


@register.filter
def reach(largest_step: float) -> int:
    """Return how many units a picture's scale counts to either side, so that its largest interval fits.

    Distances go by the root of the smallest difference that counts: what just counts and what is ten times that both
    fit in a bar of a few millimetres, and the order stays. The number beside the bar says how much.
    """
    return min(max(math.ceil(math.sqrt(largest_step)), FEWEST), MOST)


@dataclass(frozen=True, slots=True)
class Scale:
    """What every bar of a picture has in common: zero, ticks from where a difference counts, boxes for judgements."""

    zero: float
    ticks: tuple[float, float]
    judged: tuple[tuple[str, tuple[float, float]], ...]


@register.filter
def scale(units: int) -> Scale:
    """Return the scale of a picture that counts so many units to either side."""
    boxes = tuple((direction.value, (low, high - low)) for direction, (low, high) in HATCHED.items())
    return Scale(ZERO, (_place(-1, units), _place(1, units)), boxes)


@register.filter
def interval(effect: Effect, units: int) -> Interval | None:
    """Return where an effect stands on a scale of so many units; nothing when there is no effect to show."""
    if effect.judged is not None:
        low, high = HATCHED[effect.judged]
        return Interval("judged", low, high)
    steps = effect.steps
    if effect.basis != Basis.COMPUTED or steps is None:
        return None
    low, mid, high = (_place(end, units) for end in (steps.low, steps.mid, steps.high))
    if steps.low < -(units**2):
        mid = max(mid, ZERO - EDGE + ROOM_FOR_AN_ARROW)
        return Interval(state(effect), low, max(high, mid), mid, "left")
    if steps.high > units**2:
        mid = min(mid, ZERO + EDGE - ROOM_FOR_AN_ARROW)
        return Interval(state(effect), min(low, mid), high, mid, "right")
    return Interval(state(effect), low, high, mid)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar, in hundredths of its width."""

    start: float
    width: float
    label: str


@dataclass(frozen=True, slots=True)
class FrameBar:
    """What the no-regret proposals cost, one after another, beside the frame."""

    parts: tuple[Part, ...]
    frame: float
    is_within: bool


@register.filter
def frame_bar(matrix: Matrix) -> FrameBar | None:
    """Return the bar of costs against the frame; nothing when no frame was agreed."""
    if matrix.agreements is None or matrix.agreements.frame_bn <= 0:
        return None
    used, frame = matrix.frame_used_bn, matrix.agreements.frame_bn
    whole = max(used, frame)
    parts, start = [], 0.0
    for row in matrix.no_regret:
        if row.cost and row.cost.high_bn > 0:
            width = 100 * row.cost.high_bn / whole
            parts.append(Part(round(start, 2), round(width, 2), str(row.proposal.number)))
            start += width
    return FrameBar(tuple(parts), round(100 * frame / whole, 2), used <= frame)


@register.filter
def state(effect: Effect) -> str:
    """Return what an effect is called in the style sheet."""
    if effect.judged is not None:
        return "judged"
    if effect.sign == SignOf.UNCERTAIN:
        return "slight" if effect.is_slight else "uncertain"
    return "better" if effect.sign == SignOf.BETTER else "worse"


def _place(step: float, units: int) -> float:
    within = min(math.sqrt(abs(step)) / units, 1.0)
    return round(ZERO + math.copysign(EDGE * within, step), 2)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where marks stand: every seat once, better to the right, one scale, order kept."""

from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenarios.selectors.impacts import Band
from workshops.enums import Direction, Stance
from workshops.selectors.verdicts import Basis, Effect
from workshops.tally import Tally, tally
from workshops.templatetags.marks import (
    EDGE,
    MOST,
    ZERO,
    deck,
    decks,
    frame_bar,
    interval,
    left_free,
    reach,
    scale,
    seat_runs,
    state,
)

numbers = st.floats(-500, 500, allow_nan=False)


def effect(low, mid, high, *, better="up", step=1.0):
    return Effect(Basis.COMPUTED, Band(low, mid, high), better, step)


def judged(direction):
    return Effect(Basis.JUDGED, judged=direction)


# Seats


@given(st.lists(st.sampled_from(list(Stance)), max_size=30), st.integers(0, 9))
def test_every_seat_is_drawn_once(answers, absent):
    counted = tally(answers, seats=len(answers) + absent)
    runs = seat_runs(counted)
    assert sum(run.count for run in runs) == counted.seats
    assert all(run.count > 0 for run in runs)


def test_runs_stand_from_agreement_to_silence():
    answers = [
        Stance.ABSTAIN,
        Stance.UNACCEPTABLE,
        Stance.OBJECTION,
        Stance.LIVE_WITH,
        Stance.RESERVATIONS,
        Stance.FULL,
    ]
    runs = [(run.glyph, run.count) for run in seat_runs(tally(answers, seats=7))]
    assert runs == [("full", 2), ("half", 1), ("open", 1), ("crossed", 1), ("dash", 2)]


def test_a_side_that_was_not_asked_has_no_marks():
    assert seat_runs(None) == []


def test_every_row_is_as_long_as_the_longest():
    assert left_free(Tally(seats=7, counts={}), 11) == 4
    assert left_free(None, 11) == 11


def cell(*carrying, is_desirable=True, asked=True):
    sides = [SimpleNamespace(id=number, mark=mark) for number, mark in enumerate(("square", "disc", "triangle"))]
    support = SimpleNamespace(is_shown=True, carriers=frozenset(carrying)) if asked else None
    return SimpleNamespace(
        lines=[SimpleNamespace(side=side) for side in sides], support=support, is_desirable=is_desirable
    )


def test_a_deck_is_whole_when_the_verdict_says_so_and_shows_who_carries():
    assert deck(cell(0, 1, 2)).key == "whole-111"
    assert deck(cell(1, 2, is_desirable=False)).carriers == (("square", False), ("disc", True), ("triangle", True))
    assert deck(cell(0, 1, 2, is_desirable=None)).key == "broken-111"


def test_nobody_asked_carries_nothing():
    assert deck(cell(asked=False)) is None


def test_every_deck_is_drawn_once():
    rows = [SimpleNamespace(cells=[cell(0, 1, 2), cell(0, 1, 2), cell(asked=False), cell(1, is_desirable=False)])]
    assert [one.key for one in decks(SimpleNamespace(rows=rows))] == ["whole-111", "broken-010"]


# Scale


@pytest.mark.parametrize(("largest", "units"), [(0, 2), (3.9, 2), (4.0, 2), (4.1, 3), (9.0, 3), (16.5, 5), (900, 5)])
def test_the_scale_reaches_as_far_as_the_largest_interval_within_limits(largest, units):
    assert reach(largest) == units


def test_the_ticks_stand_at_one_smallest_difference():
    drawn = scale(4)
    bar = interval(effect(-1, 1, 1), 4)
    assert drawn.zero == ZERO
    assert drawn.ticks == (bar.low, bar.mid)
    assert drawn.ticks[1] - ZERO == pytest.approx(EDGE / 4, abs=0.01)


def test_every_judgement_has_a_box_on_the_scale():
    assert {key for key, _ in scale(3).judged} == {one.value for one in Direction}


# Intervals


def test_better_is_to_the_right_also_where_lower_is_better():
    fall = interval(effect(-4, -3, -2, better="down"), 3)
    rise = interval(effect(2, 3, 4), 3)
    assert fall == rise
    assert ZERO < fall.low < fall.mid < fall.high
    assert fall.state == "better"


@given(st.lists(numbers, min_size=3, max_size=3), st.sampled_from(["up", "down"]), st.integers(2, MOST))
def test_an_interval_stays_in_order_and_on_the_scale(ends, better, units):
    bar = interval(effect(*sorted(ends), better=better), units)
    assert ZERO - EDGE <= bar.low <= bar.mid <= bar.high <= ZERO + EDGE


@given(st.floats(-(MOST**2), MOST**2), st.floats(-(MOST**2), MOST**2))
def test_what_is_more_stands_farther_as_long_as_it_fits_the_scale(one, other):
    first, second = (interval(effect(value, value, value), MOST) for value in sorted((one, other)))
    assume(not first.beyond and not second.beyond)  # where it does not, an arrow takes the room
    assert first.mid <= second.mid


def test_an_interval_beyond_the_scale_says_on_which_side():
    assert interval(effect(-100, -3, 1), 3).beyond == "left"
    assert interval(effect(-1, 3, 100), 3).beyond == "right"
    assert interval(effect(-9, 3, 9), 3).beyond == ""


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ((2, 3, 4), "better"),
        ((-4, -3, -2), "worse"),
        ((-4, 1, 2), "uncertain"),
        ((-0.2, 0.1, 0.3), "slight"),
        ((0.2, 0.5, 0.9), "slight"),
    ],
)
def test_an_effect_is_coloured_only_when_it_is_clear_and_counts(band, expected):
    assert state(effect(*band)) == expected


@pytest.mark.parametrize("direction", list(Direction))
def test_a_judgement_is_a_box_and_never_a_dot(direction):
    bar = interval(judged(direction), 3)
    assert bar.mid is None
    assert bar.state == "judged"


def test_a_judged_gain_lies_right_of_zero_and_a_judged_loss_left():
    assert interval(judged(Direction.BETTER), 3).low > ZERO
    assert interval(judged(Direction.WORSE), 3).high < ZERO


@pytest.mark.parametrize("basis", [one for one in Basis if one not in {Basis.COMPUTED, Basis.JUDGED}])
def test_an_effect_that_is_not_there_has_no_bar(basis):
    assert interval(Effect(basis), 3) is None


# The frame


def matrix(*costs, frame=6.0):
    rows = [
        SimpleNamespace(cost=SimpleNamespace(high_bn=cost), proposal=SimpleNamespace(number=number))
        for number, cost in enumerate(costs, start=1)
    ]
    used = sum(max(cost, 0) for cost in costs)
    agreed = SimpleNamespace(frame_bn=frame) if frame is not None else None
    return SimpleNamespace(no_regret=rows, frame_used_bn=used, agreements=agreed)


def test_costs_stand_one_after_another_within_the_frame():
    bar = frame_bar(matrix(1.2, 1.8))
    assert [(part.start, part.width) for part in bar.parts] == [(0.0, 20.0), (20.0, 30.0)]
    assert (bar.frame, bar.is_within) == (100.0, True)


def test_costs_beyond_the_frame_show_how_far():
    bar = frame_bar(matrix(6.0, 6.0))
    assert (bar.frame, bar.is_within) == (50.0, False)
    assert sum(part.width for part in bar.parts) == 100.0


def test_a_yield_takes_no_room_in_the_frame():
    assert frame_bar(matrix(-0.4)).parts == ()


def test_without_a_frame_there_is_no_bar():
    assert frame_bar(matrix(1.0, frame=None)) is None
    assert frame_bar(matrix(1.0, frame=0.0)) is None

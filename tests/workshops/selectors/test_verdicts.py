# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Useful, desirable, no regret: one definition, whatever it is read from."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.enums import Over
from scenarios.selectors.impacts import Band
from workshops.enums import Direction, SignOf, SupportClass, Usefulness
from workshops.selectors.verdicts import (
    Basis,
    Effect,
    NoRegret,
    holds_over,
    is_desirable,
    is_useful,
    no_regret,
    usefulness,
)

NEEDED = {"needed_share": 0.8, "needed_variants": 5}
numbers = st.floats(-1e3, 1e3, allow_nan=False)
bands = st.lists(numbers, min_size=3, max_size=3).map(lambda ends: Band(*sorted(ends)))
answers = st.sampled_from([True, False, None])


def computed(low, mid, high, *, better="up", step=0.1, worse=0.0, gain=0.0):
    return Effect(Basis.COMPUTED, Band(low, mid, high), better, step, worse_share=worse, better_share=gain)


def judged(direction):
    return Effect(Basis.JUDGED, judged=direction)


# Which way an effect points


def test_a_fall_in_costs_is_better_where_lower_is_better():
    fall = computed(-0.4, -0.3, -0.2, better="down")
    assert fall.sign == SignOf.BETTER
    assert fall.towards_better == Band(0.2, 0.3, 0.4)


def test_an_interval_that_holds_zero_is_uncertain():
    assert computed(-0.4, 0.3, 0.6).sign == SignOf.UNCERTAIN


def test_a_certain_change_too_small_to_count_is_neither_better_nor_worse():
    slight = computed(0.01, 0.02, 0.03)
    assert slight.is_slight
    assert slight.sign == SignOf.UNCERTAIN


def test_a_certain_change_that_may_count_is_better():
    assert computed(0.05, 0.09, 0.2).sign == SignOf.BETTER


def test_steps_are_smallest_differences_and_positive_is_better():
    assert computed(-0.4, -0.2, -0.1, better="down", step=0.1).steps == Band(1.0, 2.0, 4.0)


def test_a_judgement_outweighs_the_model():
    both = Effect(Basis.JUDGED, Band(-3, -2, -1), judged=Direction.BETTER)
    assert both.sign == SignOf.BETTER


@pytest.mark.parametrize("direction", [Direction.NO_DIFFERENCE, Direction.DISPUTED])
def test_no_difference_and_disputed_point_nowhere(direction):
    assert judged(direction).sign == SignOf.UNCERTAIN


@given(bands)
def test_turning_the_direction_turns_the_verdict(band):
    up, down = Effect(Basis.COMPUTED, band, "up", 0.1), Effect(Basis.COMPUTED, band, "down", 0.1)
    assert up.sign == -down.sign
    assert up.towards_better.mid == -down.towards_better.mid


@given(bands, st.sampled_from(["up", "down"]))
def test_the_ends_of_an_interval_stay_in_order(band, better):
    turned = Effect(Basis.COMPUTED, band, better, 0.1).steps
    assert turned.low <= turned.mid <= turned.high


# Useful


@pytest.mark.parametrize(
    ("share", "variants", "expected"),
    [
        (0.8, 5, Usefulness.BY_MODEL),
        (1.0, 7, Usefulness.BY_MODEL),
        (0.799, 7, Usefulness.NOT_USEFUL),
        (1.0, 4, Usefulness.NOT_USEFUL),
        (None, None, Usefulness.NOT_ESTABLISHED),
        (1.0, None, Usefulness.NOT_ESTABLISHED),
    ],
)
def test_the_model_calls_it_useful_in_enough_draws_and_variants(share, variants, expected):
    assert usefulness([computed(1, 2, 3)], share=share, variants=variants, **NEEDED) == expected


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        ([judged(Direction.BETTER), judged(Direction.NO_DIFFERENCE)], Usefulness.BY_JUDGEMENT),
        ([judged(Direction.BETTER), judged(Direction.WORSE)], Usefulness.NOT_USEFUL),
        ([judged(Direction.NO_DIFFERENCE)] * 3, Usefulness.NOT_USEFUL),
        ([judged(Direction.BETTER), judged(Direction.DISPUTED)], Usefulness.NOT_ESTABLISHED),
        ([judged(Direction.WORSE), judged(Direction.DISPUTED)], Usefulness.NOT_USEFUL),
        ([judged(Direction.BETTER), Effect()], Usefulness.NOT_ESTABLISHED),
        ([judged(Direction.BETTER), computed(-1, 0, 1, worse=0.2)], Usefulness.BY_JUDGEMENT),
        ([judged(Direction.BETTER), computed(-1, 0, 1, worse=0.21)], Usefulness.NOT_USEFUL),
        ([judged(Direction.NO_DIFFERENCE), computed(1, 2, 3, gain=0.8)], Usefulness.BY_JUDGEMENT),
        ([judged(Direction.NO_DIFFERENCE), computed(1, 2, 3, gain=0.79)], Usefulness.NOT_USEFUL),
    ],
)
def test_a_judgement_stands_where_the_model_cannot_say(effects, expected):
    assert usefulness(effects, share=1.0, variants=7, **NEEDED) == expected


def test_what_cannot_be_established_is_neither_useful_nor_useless():
    assert [is_useful(one) for one in Usefulness] == [True, True, False, None]


# Desirable


def test_broad_and_reserved_support_make_it_desirable():
    assert {one: is_desirable(one) for one in SupportClass} == {
        SupportClass.BROAD: True,
        SupportClass.RESERVED: True,
        SupportClass.DIVIDED: False,
        SupportClass.NONE: False,
        SupportClass.INSUFFICIENT: None,
        SupportClass.NOT_VOTED: None,
    }


# No regret

PASS, USELESS, UNWANTED, UNKNOWN = (True, True), (False, True), (True, False), (None, True)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([PASS] * 4, NoRegret.YES),
        ([PASS, PASS, PASS, UNWANTED], NoRegret.NEAR_MISS),
        ([PASS, PASS, USELESS, UNWANTED], NoRegret.SOME),
        ([USELESS, UNWANTED], NoRegret.NOWHERE),
        ([PASS, PASS, PASS, UNKNOWN], NoRegret.CANNOT_TELL),
        ([UNKNOWN] * 4, NoRegret.CANNOT_TELL),
        ([PASS, PASS, UNWANTED, UNKNOWN], NoRegret.SOME),
        ([UNWANTED, UNWANTED, UNKNOWN], NoRegret.CANNOT_TELL),
        ([], NoRegret.CANNOT_TELL),
        ([UNWANTED], NoRegret.NOWHERE),
    ],
)
def test_no_regret_is_useful_and_desirable_in_every_scenario(cells, expected):
    assert no_regret(cells) == expected


@given(st.lists(st.tuples(answers, answers), min_size=1, max_size=6))
def test_a_missing_cell_is_never_a_pass(cells):
    is_complete = all(useful and desirable for useful, desirable in cells)
    assert (no_regret(cells) == NoRegret.YES) == is_complete


@given(st.lists(st.tuples(answers, answers), min_size=1, max_size=4))
def test_the_order_of_scenarios_does_not_matter(cells):
    assert len({no_regret(list(order)) for order in itertools.permutations(cells)}) == 1


@pytest.mark.parametrize(
    ("share", "variants", "holds"),
    [
        (0.8, 5, {Over.DRAWS, Over.VARIANTS, Over.BOTH}),
        (0.79, 5, {Over.VARIANTS}),
        (0.8, 4, {Over.DRAWS}),
        (0.79, 4, set()),
    ],
)
def test_a_verdict_may_be_asked_over_draws_over_rival_theories_or_over_both(share, variants, holds):
    assert {over for over in Over if holds_over(over, share=share, variants=variants, **NEEDED)} == holds

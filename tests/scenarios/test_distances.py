# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far two futures lie apart, worked out by hand."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.distances import (
    OutcomeGap,
    are_nearly_same,
    driver_gaps,
    mean_apart,
    most_room,
    outcome_gap,
)


@dataclass(frozen=True)
class Bounds:
    key: str
    low: float
    high: float


@dataclass(frozen=True)
class Band:
    low: float
    mid: float
    high: float


PACE, TASKS = Bounds("pace", Fraction(0), Fraction(4)), Bounds("tasks", Fraction(-1), Fraction(1))
ONE, OTHER = {"pace": Fraction(1), "tasks": Fraction(0)}, {"pace": Fraction(3), "tasks": Fraction(1, 2)}


def test_drivers_are_apart_by_the_mean_share_of_the_room_between_their_bounds():
    gaps = driver_gaps(ONE, OTHER, [PACE, TASKS])

    assert [gap.apart for gap in gaps] == [Fraction(1, 2), Fraction(1, 4)]
    assert mean_apart(gaps) == Fraction(3, 8)


def test_a_future_is_not_apart_from_itself():
    gaps = driver_gaps(ONE, ONE, [PACE, TASKS])

    assert mean_apart(gaps) == 0
    assert are_nearly_same(gaps, [])


def test_a_driver_that_one_of_them_does_not_set_counts_for_nothing():
    gaps = driver_gaps(ONE, {"pace": Fraction(3)}, [PACE, TASKS])

    assert [gap.key for gap in gaps] == ["pace"]
    assert mean_apart(driver_gaps({}, OTHER, [PACE, TASKS])) == 0


def test_the_driver_with_most_room_left_would_pull_them_apart_most():
    gaps = driver_gaps(ONE, OTHER, [PACE, TASKS])

    assert [gap.widest for gap in gaps] == [Fraction(3, 4), Fraction(3, 4)]
    assert [gap.room for gap in gaps] == [Fraction(1, 4), Fraction(1, 2)]
    assert most_room(gaps).key == "tasks"
    assert most_room([]) is None


def test_medians_are_apart_in_noticeable_differences():
    gap = outcome_gap(Band(4, 5, 6), Band(7, 8, 9), noticeable=Fraction(1, 2), is_relative=False)

    assert (gap.steps, gap.overlap, gap.is_real) == (6, 0, True)


def test_a_relative_figure_is_measured_against_the_mean_of_both_medians():
    forth = outcome_gap(Band(90, 95, 99), Band(100, 105, 110), noticeable=Fraction(1, 20), is_relative=True)
    back = outcome_gap(Band(100, 105, 110), Band(90, 95, 99), noticeable=Fraction(1, 20), is_relative=True)

    assert forth == back
    assert forth.steps == 2


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (Band(0, 5, 10), 1),  # the same
        (Band(5, 10, 15), Fraction(1, 2)),
        (Band(2, 3, 4), 1),  # wholly within
        (Band(11, 12, 13), 0),
        (Band(5, 5, 5), 1),  # no width, within
        (Band(11, 11, 11), 0),  # no width, outside
        (Band(10, 12, 20), 0),  # they only touch
    ],
)
def test_the_overlap_is_the_share_of_the_narrower_band_that_the_other_holds(other, overlap):
    band = Band(Fraction(0), Fraction(5), Fraction(10))

    assert outcome_gap(band, other, noticeable=1, is_relative=False).overlap == overlap
    assert outcome_gap(other, band, noticeable=1, is_relative=False).overlap == overlap


def test_a_large_difference_within_overlapping_bands_is_not_real_and_neither_is_a_tiny_one_between_narrow_bands():
    assert not OutcomeGap(steps=9, overlap=0.01).is_real
    assert not OutcomeGap(steps=0.99, overlap=0).is_real
    assert OutcomeGap(steps=1, overlap=0).is_real


def test_futures_with_other_drivers_that_lead_to_the_same_figures_are_nearly_the_same():
    gaps = driver_gaps(ONE, OTHER, [PACE, TASKS])

    assert are_nearly_same(gaps, [OutcomeGap(3, 0.2), OutcomeGap(0.5, 0)])
    assert not are_nearly_same(gaps, [OutcomeGap(3, 0.2), OutcomeGap(1, 0)])
    assert not are_nearly_same(gaps, [])  # nothing computed yet: only the drivers speak


settings = st.fixed_dictionaries({"pace": st.fractions(0, 4), "tasks": st.fractions(-1, 1)})


@given(settings, settings, settings)
def test_the_distance_of_drivers_is_a_distance(first, second, third):
    def apart(one, other):
        return mean_apart(driver_gaps(one, other, [PACE, TASKS]))

    assert 0 <= apart(first, second) <= 1
    assert apart(first, second) == apart(second, first)
    assert apart(first, third) <= apart(first, second) + apart(second, third)
    assert (apart(first, second) == 0) == (first == second)

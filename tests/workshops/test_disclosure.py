# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.disclosure import COUNTED_FROM, FEWEST, Spread, band_of, disclosed, is_countable, spreads
from workshops.enums import LEVELS, Band, Need, Stance
from workshops.tally import NeedTally, Tally

COUNTS = st.fixed_dictionaries({stance: st.integers(0, 12) for stance in Stance})


def tally(supporting, against, silent=0):
    counts = {Stance.FULL: supporting, Stance.OBJECTION: against, Stance.ABSTAIN: silent}
    return Tally(seats=supporting + against + silent, counts=counts)


def test_by_name_everything_is_told():
    sides = {"a": tally(1, 0), "b": tally(11, 0)}
    told = disclosed(sides, is_by_name=True)
    assert told.tallies == sides
    assert told.is_whole


@pytest.mark.parametrize(
    ("supporting", "against", "band"),
    [
        (4, 0, Band.TOO_FEW),
        (4, 1, Band.NEARLY_ALL),
        (11, 0, Band.NEARLY_ALL),
        (10, 1, Band.NEARLY_ALL),
        (8, 3, Band.LARGE_MAJORITY),
        (6, 3, Band.LARGE_MAJORITY),
        (12, 6, Band.LARGE_MAJORITY),
        (7, 4, Band.DIVIDED),
        (4, 7, Band.DIVIDED),
        (6, 12, Band.MINORITY),
        (3, 8, Band.MINORITY),
        (1, 9, Band.HARDLY_ANY),
        (0, 11, Band.HARDLY_ANY),
    ],
)
def test_a_small_side_is_told_in_bands(supporting, against, band):
    assert band_of(tally(supporting, against)) == band
    assert disclosed({"a": tally(supporting, against)}, is_by_name=False).bands == {"a": band}


def test_abstentions_are_neither_for_nor_against():
    assert band_of(tally(8, 3, silent=5)) == Band.LARGE_MAJORITY


def test_a_large_side_is_counted_unless_nearly_all_say_the_same():
    assert is_countable(tally(15, 10))
    assert not is_countable(tally(25, 0))
    assert not is_countable(tally(24, 1))
    assert not is_countable(tally(1, 24))
    assert is_countable(tally(23, 2))


def test_a_lone_counted_side_goes_with_a_lone_banded_one():
    told = disclosed({"large": tally(15, 10), "small": tally(3, 8)}, is_by_name=False)
    assert not told.tallies
    assert set(told.bands) == {"large", "small"}


@given(st.dictionaries(st.sampled_from("abc"), COUNTS, min_size=1, max_size=3))
def test_every_side_is_told_once_and_a_small_one_never_in_counts(sides):
    tallies = {side: Tally(seats=100, counts=counts) for side, counts in sides.items()}
    told = disclosed(tallies, is_by_name=False)
    assert set(told.tallies) | set(told.bands) == set(tallies)
    assert not set(told.tallies) & set(told.bands)
    for one in told.tallies.values():
        assert one.took_position >= COUNTED_FROM
        assert max(one.counts[level] for level in LEVELS) < one.took_position - 1


@given(st.integers(FEWEST, COUNTED_FROM - 1))
def test_bands_fall_with_support(positions):
    bands = [band_of(tally(supporting, positions - supporting)) for supporting in range(positions, -1, -1)]
    order = list(Band)
    assert bands == sorted(bands, key=order.index)
    assert len(set(bands)) >= 4


@given(st.integers(FEWEST, COUNTED_FROM - 1))
def test_no_band_tells_that_a_single_member_stood_apart(positions):
    """Whether all agree or one does not, and whether nobody or one is in favour, reads alike from ten positions on."""
    assert band_of(tally(positions, 0)) == band_of(tally(positions - 1, 1))
    if positions > 9:
        assert band_of(tally(0, positions)) == band_of(tally(1, positions - 1))


NUMBERS = st.lists(st.floats(0, 1), max_size=30)


def test_of_four_numbers_only_how_many_is_told():
    told = spreads({"a": [0.1, 0.2, 0.3, 0.4]}, low=0, high=1)

    assert told.sides["a"] == Spread(4)
    assert told.total.is_too_few


def test_of_a_small_side_only_where_its_middle_half_lies():
    told = spreads({"a": [0.1, 0.1, 0.3, 0.5, 0.5, 0.7, 0.9]}, low=0, high=1)

    assert told.sides["a"] == Spread(7, middle=(0, 3))


def test_two_camps_stay_two_camps():
    told = spreads({"a": [0.01] * 10 + [0.99] * 10}, low=0, high=1)

    assert told.sides["a"].dots == (10, *[0] * 18, 10)


def test_nobody_is_picked_out_of_a_side_that_agrees():
    assert spreads({"a": [0.5] * 24 + [0.9]}, low=0, high=1).sides["a"].dots == ()


def test_dots_of_all_are_not_shown_where_they_leave_a_small_side_over():
    told = spreads({"a": [0.01] * 10 + [0.99] * 10, "b": [0.5] * 4}, low=0, high=1)

    assert told.sides["a"].dots
    assert told.total == Spread(24)


@given(st.fixed_dictionaries({"a": NUMBERS, "b": NUMBERS}))
def test_the_dots_that_are_told_never_leave_a_hidden_side_over(values):
    told = spreads(values, low=0, high=1)
    hidden = [side for side in values if values[side] and not told.sides[side].dots]
    dotted = [side for side in values if told.sides[side].dots]

    assert not (told.total.dots and hidden and dotted)
    assert all(sum(one.dots) in {0, one.count} for one in (told.total, *told.sides.values()))


def test_whether_policy_is_needed_is_told_under_the_same_limits():
    sides = {"large": NeedTally(40, {Need.YES: 20, Need.NO: 12}), "uniform": NeedTally(40, {Need.YES: 30, Need.NO: 1})}
    sides |= {"small": NeedTally(11, {Need.YES: 3, Need.NO: 8}), "few": NeedTally(11, {Need.YES: 4})}

    told = disclosed(sides, is_by_name=False)
    assert list(told.tallies) == ["large"]
    assert told.bands == {"uniform": Band.NEARLY_ALL, "small": Band.MINORITY, "few": Band.TOO_FEW}

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counting ballots into support: abstentions, denominators, thresholds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.enums import AGREEING, LEVELS, SUPPORTING, Need, NeedClass, Stance, SupportClass
from workshops.tally import (
    NeedTally,
    Tally,
    Thresholds,
    group_informed,
    need_class,
    plain_mean,
    support_class,
    tally,
    tripartite_mean,
    weakest,
)

AGREED = Thresholds()
RANK = [SupportClass.NONE, SupportClass.DIVIDED, SupportClass.RESERVED, SupportClass.BROAD]
SILENT = (Stance.ABSTAIN, Stance.NEED_INFORMATION, Stance.NO_MANDATE)


def of(supporting, *, against=None, refusing=0, silent=0, seats=11):
    """Return a tally of so many for; the others object unless said otherwise."""
    against = seats - supporting - refusing - silent if against is None else against
    counts = {
        Stance.FULL: supporting,
        Stance.OBJECTION: against,
        Stance.UNACCEPTABLE: refusing,
        Stance.ABSTAIN: silent,
    }
    return Tally(seats=seats, counts=counts)


@st.composite
def tallies(draw, *, size=3):
    """Sides whose seats answered, or not."""
    sides = []
    for _ in range(size):
        answers = draw(st.lists(st.sampled_from(list(Stance)), max_size=12))
        sides.append(tally(answers, seats=len(answers) + draw(st.integers(0, 6))))
    return sides


# One side


def test_levels_five_four_and_three_support():
    counted = tally([Stance.FULL, Stance.RESERVATIONS, Stance.LIVE_WITH, Stance.OBJECTION], seats=4)
    assert (counted.supporting, counted.agreeing, counted.living_with) == (3, 2, 1)


def test_the_median_is_the_level_in_the_middle_and_two_when_their_number_is_even():
    low, middle, high = Stance.UNACCEPTABLE, Stance.LIVE_WITH, Stance.FULL
    assert tally([low, high, middle], seats=3).median == (middle, middle)
    assert tally([low, low, high, middle, Stance.ABSTAIN], seats=9).median == (low, middle)
    assert tally([Stance.ABSTAIN], seats=2).median is None


def test_without_level_three_only_fours_and_fives_count_as_support():
    sides = [tally([Stance.LIVE_WITH] * 6 + [Stance.FULL] * 3 + [Stance.OBJECTION] * 2, seats=11) for _side in range(3)]
    assert support_class(sides, AGREED) == SupportClass.BROAD
    assert support_class(sides, AGREED, AGREEING) == SupportClass.NONE
    assert sides[0].share_at(AGREEING) == Fraction(3, 11)


@given(tallies())
def test_counting_fewer_levels_never_makes_support_broader(sides):
    wide, narrow = support_class(sides, AGREED), support_class(sides, AGREED, AGREEING)
    assert (wide in RANK) == (narrow in RANK)
    assert wide not in RANK or RANK.index(narrow) <= RANK.index(wide)


def test_an_abstention_is_neither_a_no_nor_dropped():
    counted = tally([Stance.FULL, Stance.FULL, Stance.ABSTAIN], seats=4)
    assert counted.share_of_positions == 1
    assert counted.share_of_ballots == Fraction(2, 3)
    assert counted.silent == 2


@pytest.mark.parametrize("stance", SILENT)
def test_the_three_answers_outside_the_order_take_no_position(stance):
    assert tally([stance, Stance.OBJECTION], seats=2).took_position == 1


def test_nobody_spoke_so_there_is_no_share():
    counted = tally([Stance.ABSTAIN], seats=3)
    assert counted.share_of_positions is None
    assert tally([], seats=3).share_of_ballots is None


def test_nine_ballots_of_eleven_seats_bound_the_support():
    assert of(8, against=1, seats=11).bounds_of_seats == (Fraction(8, 11), Fraction(10, 11))


def test_a_side_without_seats_is_bounded_by_nothing():
    assert tally([], seats=0).bounds_of_seats == (0, 0)
    assert not tally([], seats=0).responds(Fraction(0))


def test_two_thirds_of_the_seats_must_take_a_position():
    assert of(2, against=0, seats=3).responds(Fraction(2, 3))
    assert not of(7, against=0, seats=11).responds(Fraction(2, 3))


def test_a_quorum_is_counted_in_ballots():
    assert not tally([Stance.FULL] * 3, seats=3, quorum=4).responds(Fraction(2, 3))
    assert tally([Stance.FULL, Stance.FULL, Stance.ABSTAIN], seats=3, quorum=3).responds(Fraction(2, 3))


def test_half_is_no_majority():
    assert not of(5, seats=10).carries(Fraction(1, 2))
    assert of(6, seats=10).carries(Fraction(1, 2))


@given(st.lists(st.sampled_from(list(Stance)), max_size=40), st.integers(0, 10))
def test_every_seat_is_counted_once(answers, absent):
    counted = tally(answers, seats=len(answers) + absent)
    drawn = counted.agreeing + counted.living_with + counted.objecting + counted.refusing + counted.silent
    assert drawn == counted.seats
    assert counted.ballots == len(answers)


@given(st.lists(st.sampled_from(list(Stance)), max_size=40), st.integers(0, 10))
def test_the_share_lies_within_its_bounds_when_all_spoke(answers, absent):
    counted = tally(answers, seats=len(answers) + absent)
    low, high = counted.bounds_of_seats
    assert 0 <= low <= high <= 1
    if counted.seats and counted.silent == 0:
        assert low == high == counted.share_of_positions


@given(st.lists(st.sampled_from(list(Stance)), max_size=20), st.randoms())
def test_the_order_of_ballots_does_not_matter(answers, random):
    shuffled = list(answers)
    random.shuffle(shuffled)
    assert tally(answers, seats=25) == tally(shuffled, seats=25)


# The verdict over sides


@pytest.mark.parametrize(
    ("sides", "verdict"),
    [
        ([of(11), of(11), of(11)], SupportClass.BROAD),
        ([of(9), of(9), of(9)], SupportClass.BROAD),  # 0.82
        ([of(9), of(9), of(9, refusing=1)], SupportClass.BROAD),  # one refusal in one side is borne
        ([of(9, refusing=1), of(9), of(9, refusing=1)], SupportClass.RESERVED),  # in two sides it is not
        ([of(9), of(9), of(9, refusing=2)], SupportClass.RESERVED),
        ([of(8), of(11), of(11)], SupportClass.RESERVED),  # 0.73 is under three quarters
        ([of(6), of(6), of(6)], SupportClass.RESERVED),
        ([of(11), of(11), of(5)], SupportClass.DIVIDED),
        ([of(11), of(11), of(0)], SupportClass.DIVIDED),
        ([of(5), of(5), of(6)], SupportClass.DIVIDED),
        ([of(5), of(5), of(5)], SupportClass.NONE),
        ([of(0), of(0), of(0)], SupportClass.NONE),
        ([of(11), of(11), of(7, against=0)], SupportClass.INSUFFICIENT),  # 7 of 11 seats took a position
        ([of(11), of(11), of(0, against=0, silent=11)], SupportClass.INSUFFICIENT),
        ([of(11), of(11), of(0, against=0)], SupportClass.INSUFFICIENT),  # one side did not vote at all
        ([of(0, against=0)] * 3, SupportClass.NOT_VOTED),
        ([], SupportClass.NOT_VOTED),
    ],
)
def test_the_classes_of_support(sides, verdict):
    assert support_class(sides, AGREED) == verdict


def test_exactly_three_quarters_is_broad_and_exactly_half_no_majority():
    assert support_class([of(9, seats=12)] * 3, AGREED) == SupportClass.BROAD
    assert support_class([of(5, seats=10)] * 3, AGREED) == SupportClass.NONE


def test_a_side_below_its_quorum_makes_the_verdict_insufficient():
    sides = [of(11), of(11), Tally(seats=11, counts={Stance.FULL: 9}, quorum=10)]
    assert support_class(sides, AGREED) == SupportClass.INSUFFICIENT


@given(tallies())
def test_the_sides_may_sit_in_any_order(sides):
    assert support_class(sides, AGREED) == support_class(sides[::-1], AGREED)


@given(tallies(), st.integers(0, 2), st.sampled_from(SUPPORTING))
def test_a_ballot_that_turns_to_support_never_lowers_the_verdict(sides, which, stance):
    before = support_class(sides, AGREED)
    turning = sides[which]
    against = next((one for one in LEVELS[3:] if turning.counts.get(one)), None)
    if against is None or before not in RANK:
        return
    counts = dict(turning.counts) | {against: turning.counts[against] - 1}
    counts[stance] += 1
    after = support_class([*sides[:which], Tally(turning.seats, counts), *sides[which + 1 :]], AGREED)
    assert RANK.index(after) >= RANK.index(before)


@given(tallies())
def test_a_broad_verdict_holds_on_every_side(sides):
    if support_class(sides, AGREED) == SupportClass.BROAD:
        assert weakest(sides) >= AGREED.broad
        assert sum(one.refusing for one in sides) <= 1


# The figures beside it


def test_the_weakest_side_is_the_headline():
    sides = [of(11), of(11), of(2)]
    assert weakest(sides) == Fraction(2, 11)
    assert plain_mean(sides) == Fraction(24, 33)  # the plain mean hides the refusal
    assert tripartite_mean(sides) == Fraction(24, 33)


def test_each_side_counts_alike_in_the_tripartite_mean():
    sides = [of(10, seats=10), of(0, seats=2), of(2, seats=2)]
    assert tripartite_mean(sides) == Fraction(2, 3)
    assert plain_mean(sides) == Fraction(12, 14)


def test_without_a_position_on_one_side_there_is_no_headline():
    sides = [of(11), of(0, against=0)]
    assert weakest(sides) is None
    assert tripartite_mean(sides) is None
    assert group_informed(sides) is None
    assert plain_mean(sides) == 1


def test_nobody_at_all_gives_no_figure():
    assert weakest([]) is tripartite_mean([]) is plain_mean([]) is group_informed([]) is None


@pytest.mark.parametrize(
    ("supporting", "expected"),
    [((11, 11, 11), 0.958), ((11, 11, 6), 0.792), ((9, 9, 9), 0.792)],
)
def test_the_group_informed_figure_hardly_tells_a_blocked_side_from_mild_dissent(supporting, expected):
    assert group_informed([of(number) for number in supporting]) == pytest.approx(expected, abs=0.001)


@given(tallies())
def test_the_weakest_is_never_above_a_mean(sides):
    lowest, mean = weakest(sides), tripartite_mean(sides)
    if lowest is not None:
        assert lowest <= mean
        assert lowest <= plain_mean(sides)


def asked(yes, no, unknown=0, seats=11):
    return NeedTally(seats=seats, counts={Need.YES: yes, Need.NO: no, Need.UNKNOWN: unknown})


@pytest.mark.parametrize(
    ("sides", "verdict"),
    [
        ([asked(8, 3), asked(6, 5)], NeedClass.NEEDED),
        ([asked(3, 8), asked(5, 6)], NeedClass.NOT_NEEDED),
        ([asked(8, 3), asked(3, 8)], NeedClass.DIVIDED),
        ([asked(5, 5, 1), asked(11, 0)], NeedClass.DIVIDED),
        ([asked(11, 0), asked(6, 1, 4)], NeedClass.INSUFFICIENT),
        ([asked(11, 0), asked(0, 0)], NeedClass.INSUFFICIENT),
        ([asked(0, 0), asked(0, 0, 11)], NeedClass.NOT_ANSWERED),
        ([], NeedClass.NOT_ANSWERED),
    ],
)
def test_policy_is_needed_or_not_where_a_majority_of_every_side_says_so(sides, verdict):
    assert need_class(sides, AGREED) == verdict


def test_who_does_not_know_is_neither_yes_nor_no():
    one = asked(4, 2, 3)

    assert (one.took_position, one.supporting, one.largest, one.silent) == (6, 4, 4, 5)

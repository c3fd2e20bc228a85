# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshops.enums import Finding
from workshops.estimating import COUNTED_FROM, FEWEST, SCALE, Answers, ConsensusRule, finding_of, told_of

RULE = ConsensusRule(Fraction(3, 4), FEWEST)


def answers(*counts, cannot=0):
    return Answers(dict(zip(SCALE, counts, strict=True)), cannot)


@pytest.mark.parametrize(
    ("given_counts", "finding"),
    [
        ((0, 0, 2, 4, 2), Finding.HIGH),
        ((0, 0, 3, 4, 1), Finding.MIDDLE),
        ((1, 1, 2, 4, 0), Finding.MIDDLE),
        ((2, 4, 2, 0, 0), Finding.LOW),
        ((1, 2, 1, 3, 1), Finding.DISPUTED),
        ((0, 0, 0, 4, 0), Finding.TOO_FEW),
    ],
)
def test_agreement_needs_the_share_that_was_fixed_beforehand(given_counts, finding):
    assert finding_of(answers(*given_counts), RULE) == finding


def test_who_cannot_judge_counts_for_nothing_in_agreement():
    assert finding_of(answers(0, 0, 0, 4, 1, cannot=40), RULE) == Finding.HIGH
    assert finding_of(answers(0, 0, 0, 4, 0, cannot=40), RULE) == Finding.TOO_FEW


def test_a_stricter_rule_finds_less():
    assert finding_of(answers(0, 0, 2, 4, 2), ConsensusRule(Fraction(4, 5), FEWEST)) == Finding.MIDDLE
    assert finding_of(answers(0, 0, 2, 4, 2), ConsensusRule(Fraction(3, 4), 9)) == Finding.TOO_FEW


def test_of_fewer_than_five_nothing_is_told_but_how_many():
    told = told_of(answers(0, 0, 4, 0, 0, cannot=2))

    assert (told.judged, told.cannot, told.middle, told.counts) == (4, 2, None, ())


def test_the_middle_of_an_even_number_lies_between_two_points():
    assert told_of(answers(0, 3, 0, 3, 0)).middle == 3.0
    assert told_of(answers(0, 0, 3, 3, 0)).middle == 3.5


def test_points_are_told_apart_from_twenty_and_not_when_nearly_all_chose_one():
    assert told_of(answers(1, 2, 3, 4, 9)).counts == ()
    assert told_of(answers(1, 2, 3, 4, 10)).counts == (1, 2, 3, 4, 10)
    assert told_of(answers(0, 0, 0, 1, 19)).counts == ()


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5))
def test_the_middle_lies_in_the_middle_half_whatever_was_answered(counts):
    told = told_of(answers(*counts))

    assert (told.middle is None) == (sum(counts) < FEWEST)
    if told.middle is not None:
        assert told.lower <= told.middle <= told.upper
        assert not told.counts or sum(told.counts) >= COUNTED_FROM

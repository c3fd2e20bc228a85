# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers over all scenarios in few words, and what stands in a cell."""

from types import SimpleNamespace

import pytest

from workshops.enums import Stance, SupportClass
from workshops.selectors.verdicts import Basis, no_regret
from workshops.tally import Tally
from workshops.templatetags.matrix import (
    answer_words,
    answers,
    letters_in,
    letters_of,
    share_words,
    support_words,
    useful_sign,
    verdict_words,
)

pytestmark = pytest.mark.usefixtures("in_english")
PASS, FAIL, OPEN = (True, True), (False, True), (None, True)


def places(letters):
    return [SimpleNamespace(letter=letter) for letter in letters]


def row(*cells):
    named = list(zip("ABCDEF", cells, strict=False))
    return SimpleNamespace(
        verdict=no_regret(cells),
        passing_in=places(letter for letter, cell in named if cell == PASS),
        blocked_in=places(letter for letter, cell in named if cell == FAIL),
        open_in=places(letter for letter, cell in named if cell == OPEN),
    )


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([PASS, PASS, PASS, PASS], "Yes (no regret)"),
        ([PASS, PASS, PASS, FAIL], "In all but D"),
        ([PASS, FAIL, PASS, FAIL], "Only in A and C"),
        ([OPEN, FAIL, PASS, FAIL], "In C, not in B and D"),
        ([FAIL, FAIL, FAIL, FAIL], "In no scenario"),
        ([FAIL, FAIL, FAIL, OPEN], "Not in A, B and C"),
        ([PASS, PASS, PASS, OPEN], "Cannot be established"),
        ([OPEN, OPEN, OPEN, OPEN], "Cannot be established"),
    ],
)
def test_the_answer_claims_no_more_than_is_known(cells, words):
    assert answer_words(row(*cells)) == words


def test_letters_are_listed_in_a_sentence_and_as_a_range_when_it_is_all():
    assert [letters_in(places(letters)) for letters in ("", "A", "AB", "ABD")] == ["", "A", "A and B", "A, B and D"]
    matrix = SimpleNamespace(places=places("ABCD"))
    assert letters_of(places("ABD"), matrix) == "A, B, D"
    assert letters_of(places("ABCD"), matrix).replace("\N{WORD JOINER}", "") == "A–D"


def test_counts_stand_in_the_order_of_the_answers_and_end_with_who_cast_none():
    counted = Tally(seats=11, counts={Stance.FULL: 5, Stance.UNACCEPTABLE: 1, Stance.ABSTAIN: 2})
    assert answers(counted) == ["5", "0", "0", "0", "1", "2", "0", "0", "3"]
    assert (support_words(counted), share_words(counted)) == ("5 of 11 support it", "83%")


def test_what_was_not_asked_is_dashes():
    assert set(answers(None)) == {"–"}
    assert (support_words(None), share_words(None)) == ("not asked", "–")


@pytest.mark.parametrize(
    ("verdict", "is_provisional", "is_waiting", "words"),
    [
        (SupportClass.BROAD, False, False, "Broad support"),
        (SupportClass.INSUFFICIENT, False, False, "Too few spoke out"),
        (SupportClass.INSUFFICIENT, True, False, "Too few answers yet"),
        (SupportClass.NOT_VOTED, False, False, "Not voted on"),
        (SupportClass.NOT_VOTED, True, False, "No answers yet"),
        (SupportClass.NOT_VOTED, True, True, "Being voted on"),
    ],
)
def test_while_a_round_is_open_the_verdict_says_so(verdict, is_provisional, is_waiting, words):
    cell = SimpleNamespace(verdict=verdict, is_provisional=is_provisional, is_waiting=is_waiting)
    assert verdict_words(cell) == words


@pytest.mark.parametrize(
    ("is_useful", "basis", "state", "words"),
    [
        (True, Basis.COMPUTED, "yes", "useful"),
        (False, Basis.JUDGED, "no", "not useful"),
        (None, Basis.JUDGED, "unknown", "usefulness unclear"),
        (None, Basis.UNDERWAY, "unknown", "being computed"),
        (False, Basis.TO_JUDGE, "no", "not useful"),
    ],
)
def test_over_a_cell_stands_whether_it_is_useful_or_once_what_is_missing(is_useful, basis, state, words):
    line = SimpleNamespace(effect=SimpleNamespace(basis=basis))
    cell = SimpleNamespace(is_useful=is_useful, is_judged=False, lines=[line] * 3)
    assert useful_sign(cell) == {"state": state, "is_judged": False, "words": words}

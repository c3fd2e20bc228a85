# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.texts.words import matches, words_of

TEXTS = st.text(alphabet="abc de.,\n\u00a0\té'\u2019-😀", max_size=60)


@given(TEXTS)
def test_the_words_together_are_the_text_again(text):
    assert "".join(words_of(text)) == text


def test_words_signs_and_blanks_stand_apart():
    assert words_of("Zo'n 5%, ja.\n\nNee") == ["Zo'n", " ", "5", "%,", " ", "ja", ".", "\n\n", "Nee"]


@given(TEXTS, TEXTS)
def test_what_matches_reads_the_same_in_both_and_keeps_its_order(one, other):
    left, right = words_of(one), words_of(other)
    at, to = 0, 0
    for match in matches(left, right):
        assert match.left >= at
        assert match.right >= to
        assert left[match.left : match.left + match.size] == right[match.right : match.right + match.size]
        at, to = match.left + match.size, match.right + match.size


@given(TEXTS)
def test_a_text_matches_itself_whole(text):
    words = words_of(text)
    assert sum(match.size for match in matches(words, words)) == len(words)


@pytest.mark.parametrize("times", [1_000, 20_000])
def test_a_word_repeated_a_thousand_times_is_not_compared_with_each_of_a_thousand(times):
    left, right = words_of("a a b " * times), words_of("a b b " * times)
    assert sum(match.size for match in matches(left, right)) < 10

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from scenarios.texts.passages import passage_in, place_of

TEXT = "De een wint. De ander verliest. Dan wint de ander."


def test_a_passage_is_found_again_after_words_before_it():
    passage = passage_in(TEXT, "De ander verliest.")

    assert place_of(passage, f"Vooraf: {TEXT}") == len("Vooraf: ") + TEXT.index("De ander verliest.")


def test_of_equal_passages_the_one_that_was_pointed_at_is_marked():
    passage = passage_in(TEXT, "wint", near=TEXT.rindex("wint"))

    assert place_of(passage, TEXT) == TEXT.rindex("wint")


def test_a_passage_whose_words_changed_is_gone():
    passage = passage_in(TEXT, "De ander verliest.")

    assert place_of(passage, TEXT.replace("verliest", "wacht")) is None


def test_a_passage_that_could_be_one_of_several_is_not_guessed():
    passage = passage_in("Zo is het.", "Zo")

    assert place_of(passage, "Zo gaat het nu. En Zo gaat het straks.") is None


@pytest.mark.parametrize("quote", ["", "  ", "staat er niet"])
def test_words_that_are_not_in_the_text_mark_nothing(quote):
    assert passage_in(TEXT, quote) is None

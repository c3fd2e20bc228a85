# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

from hypothesis import given
from hypothesis import strategies as st

from scenarios.texts.diffs import Kind, Piece, has_changes, pieces, splices

TEXTS = st.text(alphabet="ab c.,\né😀", max_size=60)


def without(found, kind):
    return "".join(one.text for one in found if one.kind != kind)


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_texts(old, new):
    found = pieces(old, new)

    assert without(found, Kind.IN) == old
    assert without(found, Kind.OUT) == new


@given(TEXTS, TEXTS)
def test_the_splices_make_the_one_text_of_the_other(old, new):
    text = old
    for one in reversed(splices(old, new)):
        text = text[: one.start] + one.text + text[one.end :]

    assert text == new


def test_a_changed_word_goes_out_and_comes_in():
    assert pieces("De raad schrijft samen.", "De raad besluit samen.") == (
        Piece(Kind.SAME, "De raad "),
        Piece(Kind.OUT, "schrijft"),
        Piece(Kind.IN, "besluit"),
        Piece(Kind.SAME, " samen."),
    )


def test_changes_that_one_short_word_keeps_apart_are_told_as_one():
    found = pieces("Het is 2030, en vroeg in het jaar.", "Het was 2031, en vroeg in het jaar.")

    assert [one.text for one in found] == ["Het ", "is 2030", "was 2031", ", en vroeg in het jaar."]


def test_the_same_text_has_no_changes():
    assert not has_changes(pieces("Een twee.", "Een twee."))
    assert has_changes(pieces("Een twee.", "Een drie."))

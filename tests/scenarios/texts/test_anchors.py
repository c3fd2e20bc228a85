# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A passage is found in a later text only where it and its paragraph did not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.texts.anchors import Anchor, anchor_in, carried, paragraphs_of

FIRST, SECOND, THIRD = "Wij leren elke vrijdag. Dat helpt.", "De robot kwam in mei.", "Daarna werd het stil."
TEXT = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"

# few signs, so that equal paragraphs, equal words and signs beyond the basic plane all come up
PARAGRAPH = st.text(alphabet="ab .é🤖", min_size=1, max_size=8).filter(str.strip)
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=5)


def joined(paragraphs):
    return "\n\n".join(paragraphs)


@st.composite
def passage(draw):
    """Return a text as paragraphs, and a passage within one of them."""
    paragraphs = draw(PARAGRAPHS)
    number = draw(st.integers(0, len(paragraphs) - 1))
    start = draw(st.integers(0, len(paragraphs[number]) - 1))
    end = draw(st.integers(start + 1, len(paragraphs[number])))
    shift = len(joined([*paragraphs[:number], ""]))
    return paragraphs, number, Anchor(shift + start, shift + end)


@given(passage())
def test_a_text_that_did_not_change_holds_every_passage_where_it_was(found):
    paragraphs, _, anchor = found

    assert carried(anchor, joined(paragraphs), joined(paragraphs)) == anchor


@given(passage(), PARAGRAPHS)
def test_what_is_carried_over_reads_the_same_in_the_same_paragraph_and_nothing_else_is(found, later):
    paragraphs, number, anchor = found
    before, after = joined(paragraphs), joined(later)

    there = carried(anchor, before, after)

    assert (there is not None) == (0 < paragraphs.count(paragraphs[number]) == later.count(paragraphs[number]))
    if there is not None:
        assert there.words_in(after) == anchor.words_in(before)
        holding = [one for one in paragraphs_of(after) if one.start <= there.start and there.end <= one.end]
        assert [one.words_in(after) for one in holding] == [paragraphs[number]]


@given(passage(), PARAGRAPH)
def test_a_new_paragraph_before_it_moves_a_passage_by_just_that_much(found, added):
    paragraphs, number, anchor = found
    after = [added, *paragraphs]
    there = carried(anchor, joined(paragraphs), joined(after))

    if added == paragraphs[number]:
        assert there is None
    else:
        assert there == Anchor(anchor.start + len(added) + 2, anchor.end + len(added) + 2)


@given(passage(), st.data())
def test_any_change_within_its_paragraph_leaves_a_passage_behind(found, data):
    paragraphs, number, anchor = found
    changed = data.draw(PARAGRAPH.filter(lambda one: one != paragraphs[number]))
    after = [*paragraphs[:number], changed, *paragraphs[number + 1 :]]

    assert carried(anchor, joined(paragraphs), joined(after)) is None


@given(passage())
def test_back_and_forth_is_where_it_began(found):
    paragraphs, _, anchor = found
    before, after = joined(paragraphs), joined(["Vooraf.", *paragraphs])

    there = carried(anchor, before, after)

    assert there is not None
    assert carried(there, after, before) == anchor


@given(passage())
def test_a_passage_is_marked_where_somebody_pointed(found):
    paragraphs, _, anchor = found
    text = joined(paragraphs)

    assert anchor_in(text, anchor.words_in(text), near=anchor.start) in (
        {anchor} if anchor.words_in(text).strip() else {None}
    )


def test_a_passage_through_two_paragraphs_needs_both():
    anchor = anchor_in(TEXT, f"Dat helpt.\n\n{SECOND}")

    assert carried(anchor, TEXT, f"Vooraf.\n\n{TEXT}").words_in(f"Vooraf.\n\n{TEXT}") == f"Dat helpt.\n\n{SECOND}"
    assert carried(anchor, TEXT, TEXT.replace("mei", "juni")) is None
    assert carried(anchor, TEXT, f"{FIRST}\n\nTussendoor.\n\n{SECOND}") is None


def test_equal_paragraphs_are_not_guessed_when_one_of_them_goes():
    before = f"{FIRST}\n\n{SECOND}\n\n{FIRST}"
    last = Anchor(before.rindex("Dat"), before.rindex("Dat") + 3)

    assert carried(last, before, f"{SECOND}\n\n{FIRST}") is None
    assert carried(last, before, f"{FIRST}\n\n{FIRST}").start == f"{FIRST}\n\n{FIRST}".rindex("Dat")


def test_a_paragraph_that_grew_is_another_paragraph():
    assert carried(anchor_in(TEXT, THIRD), TEXT, f"{TEXT} Heel stil.") is None


@pytest.mark.parametrize("anchor", [Anchor(0, 500), Anchor(len(FIRST), len(FIRST) + 1), Anchor(500, 510)])
def test_what_is_no_passage_of_the_text_is_carried_nowhere(anchor):
    assert carried(anchor, TEXT, TEXT) is None


@pytest.mark.parametrize("text", ["", "\n\n", "\n\n\n", "\n \n"])
def test_an_empty_text_has_no_paragraphs(text):
    assert paragraphs_of(text) == []

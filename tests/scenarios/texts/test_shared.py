# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Map, Text

from scenarios.texts.shared import SharedText, UnreadableUpdateError, clocks_in

WORDS = st.text(alphabet="ab é😀\n", max_size=6)
EDITS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 30), st.integers(0, 6), WORDS), max_size=12)


def bytes_of(shared):
    return sum(size for size, _who in shared.stretches)


@given(EDITS, st.randoms(use_true_random=False))
def test_any_order_of_everybodys_edits_gives_the_same_text(edits, chance):
    """Three write without seeing one another; whoever takes in all updates, in whatever order, reads the same."""
    start = SharedText()
    beginning = start.become("Het is 2030.", writer="")
    writers = [SharedText([beginning]) for _ in range(3)]
    sent = []
    for who, at, length, words in edits:
        text = writers[who].text
        changed = text[:at] + words + text[at + length :]
        sent.append(writers[who].become(changed, writer=str(who)))
    read = set()
    for _reader in range(4):
        # a browser sends its own changes in the order in which it made them; between browsers any order may come
        read.add(SharedText([beginning, *_shuffled(sent, edits, chance)]).text)

    assert len(read) == 1


def _shuffled(sent, edits, chance):
    queues = [[update for update, edit in zip(sent, edits, strict=True) if edit[0] == who] for who in range(3)]
    mixed = []
    while any(queues):
        mixed.append(chance.choice([queue for queue in queues if queue]).pop(0))
    return mixed


@given(st.lists(st.tuples(WORDS, st.sampled_from(["a", "b"])), max_size=6))
def test_every_byte_has_a_writer(texts):
    shared = SharedText()
    for text, who in texts:
        shared.become(text, writer=who)

        assert bytes_of(shared) == len(shared.text.encode())


def test_whose_words_are_whose_is_kept():
    shared = SharedText()
    shared.become("Robots komen. 😀", writer="employers:1")
    shared.become("Robots komen snel. 😀", writer="unions:2")

    assert shared.stretches == [
        (len(b"Robots komen"), "employers:1"),
        (len(" snel"), "unions:2"),
        (len(". 😀".encode()), "employers:1"),
    ]


def test_the_same_update_twice_changes_nothing():
    one, other = SharedText(), SharedText()
    update = one.become("Eenmaal.", writer="a")

    assert other.take(update, writer="a") is True
    assert other.take(update, writer="b") is False
    assert (other.text, other.stretches) == ("Eenmaal.", [(8, "a")])


def test_stretches_that_do_not_fit_the_text_are_nobodys():
    shared = SharedText()
    whole = shared.become("Tien tekens", writer="a") and shared.whole

    assert SharedText([whole], [(4, "a")]).stretches == [(4, "a"), (7, "")]
    assert SharedText([whole], [(99, "a")]).stretches == [(11, "a")]


@pytest.mark.parametrize("sent", [b"", b"\x00", b"no update at all"])
def test_what_is_no_update_is_refused(sent):
    with pytest.raises(UnreadableUpdateError):
        SharedText().take(sent, writer="a")


def dressed():
    doc = Doc()
    doc.get("text", type=Text).insert(0, "vet", attrs={"b": True})
    return doc.get_update()


def with_a_picture():
    doc = Doc()
    doc.get("text", type=Text).insert_embed(0, {"src": "x"})
    return doc.get_update()


def with_something_beside_the_text():
    doc = Doc()
    doc.get("other", type=Map)["key"] = "value"
    return doc.get_update()


@pytest.mark.parametrize("sent", [dressed, with_a_picture, with_something_beside_the_text])
def test_more_than_plain_text_is_refused(sent):
    with pytest.raises(UnreadableUpdateError):
        SharedText().take(sent(), writer="a")


def test_how_far_a_browsers_changes_go_is_read_from_the_state():
    doc = Doc()
    doc.get("text", type=Text).insert(0, "abc")

    assert clocks_in(doc.get_state()) == {doc.client_id: 3}

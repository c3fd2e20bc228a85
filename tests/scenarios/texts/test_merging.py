# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.texts.merging import Choice, Clash, merge

TEXTS = st.text(alphabet="ab c.\n", max_size=40)
WAS = "Robots nemen werk over. Mensen leren door. Het loon stijgt."


def test_changes_in_different_places_are_both_taken():
    theirs = WAS.replace("werk over", "veel werk over")
    mine = WAS.replace("stijgt", "blijft gelijk")

    merged = merge(WAS, theirs, mine)

    assert merged.parts == ("Robots nemen veel werk over. Mensen leren door. Het loon blijft gelijk.",)


def test_two_words_next_to_one_another_changed_by_two_are_shown_to_both():
    merged = merge(WAS, WAS.replace("werk", "banen"), WAS.replace("over", "weg"))

    assert merged.clashes == [Clash("werk over", "banen over", "werk weg")]


def test_the_same_change_by_both_is_no_clash():
    changed = WAS.replace("stijgt", "daalt")
    assert merge(WAS, changed, changed).parts == (changed,)


def test_two_changes_of_the_same_words_stand_side_by_side():
    merged = merge(WAS, WAS.replace("stijgt", "daalt"), WAS.replace("stijgt", "verdubbelt"))

    assert merged.clashes == [Clash("stijgt.", "daalt.", "verdubbelt.")]
    assert merged.parts[0] == WAS.removesuffix("stijgt.")


@pytest.mark.parametrize(
    ("choice", "ending"), [(Choice.THEIRS, "daalt."), (Choice.MINE, "verdubbelt."), (Choice.BOTH, "daalt. verdubbelt.")]
)
def test_a_clash_is_settled_by_choosing(choice, ending):
    merged = merge(WAS, WAS.replace("stijgt", "daalt"), WAS.replace("stijgt", "verdubbelt"))

    assert merged.settled({0: choice}) == WAS.removesuffix("stijgt.") + ending


def test_what_nobody_chose_keeps_what_others_wrote():
    merged = merge("a", "b", "c")
    assert merged.settled({}) == "b"


@given(TEXTS, TEXTS)
def test_who_changed_nothing_takes_what_others_wrote(was, theirs):
    assert merge(was, theirs, was).settled({}) == theirs


@given(TEXTS, TEXTS)
def test_where_nobody_else_wrote_everything_typed_is_kept(was, mine):
    merged = merge(was, was, mine)
    assert not merged.clashes
    assert merged.settled({}) == mine


@given(TEXTS, TEXTS, TEXTS)
def test_one_side_of_every_clash_gives_that_sides_words_or_those_only_one_changed(was, theirs, mine):
    merged = merge(was, theirs, mine)

    for number, clash in enumerate(merged.clashes):
        assert clash.theirs != clash.mine
        assert clash.mine in mine
        assert clash.theirs in theirs
        assert merged.settled({number: Choice.MINE}).count(clash.mine) >= 1

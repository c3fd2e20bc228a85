# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of the rankings: who stands where, and that no line crosses another for nothing."""

import itertools
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from scenarios.arrays.weighing import RANKED
from workshops.templatetags.metrics import PITCH, picture_of


@dataclass(frozen=True)
class Option:
    number: int
    ranks: tuple[int, ...]
    row: None = None


@dataclass(frozen=True)
class Found:
    options: tuple[Option, ...]


def ranked(*columns):
    """Choices by their values per measure: one more than how many do better is the rank."""
    ranks = [[1 + sum(other < one for other in column) for one in column] for column in columns]
    return Found(tuple(Option(number, tuple(per_choice)) for number, per_choice in enumerate(zip(*ranks, strict=True))))


columns = st.integers(1, 6).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(0, 3), min_size=count, max_size=count), min_size=len(RANKED), max_size=len(RANKED)
    )
)


def heights(drawn):
    return {track.option.number: [mark.y for mark in track.marks] for track in drawn.tracks}


def test_the_best_stands_on_top_and_the_names_follow_the_first_measure():
    drawn = picture_of(ranked(*[[2, 0, 1]] * 6))
    assert [one.number for one in drawn.labels] == [1, 2, 0]
    assert heights(drawn)[1] == [PITCH / 2] * 6
    assert drawn.height == 3 * PITCH


def test_who_cannot_be_told_apart_stands_in_one_frame():
    drawn = picture_of(ranked([0, 0, 1], *[[0, 1, 2]] * 5))
    assert len(drawn.ties) == 1
    assert drawn.ties[0].height > PITCH


@given(columns)
def test_every_place_is_taken_once_and_follows_the_rank(values):
    found = ranked(*values)
    drawn = picture_of(found)
    for column in range(len(RANKED)):
        places = {track.marks[column].y: track.option for track in drawn.tracks}
        assert len(places) == len(found.options)
        ranks = [places[y].ranks[column] for y in sorted(places)]
        assert ranks == sorted(ranks)


@given(columns)
def test_two_lines_cross_only_where_the_order_really_turns_or_was_open(values):
    found = ranked(*values)
    at = heights(picture_of(found))
    for one, other in itertools.combinations(found.options, 2):
        for column in range(1, len(RANKED)):
            before, after = (
                at[one.number][column - 1] < at[other.number][column - 1],
                at[one.number][column] < at[other.number][column],
            )
            if before != after:
                assert one.ranks[column] != other.ranks[column]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What equal shares buys: as another implementation has it in 600 elections, and whatever the numbers."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshops.sharing import Election, completed, equal_shares, greedy, phragmen, satisfaction

ORACLE = json.loads((Path(__file__).parents[2] / "data/oracles/pabutools_shares.json").read_text(encoding="utf-8"))
RULES = {"shares": equal_shares, "completed": completed, "phragmen": phragmen}


def election(points, costs, *, sides=None, frame=6):
    points = np.array(points, dtype=np.int64)
    sides = np.zeros(len(points), dtype=np.int64) if sides is None else np.array(sides, dtype=np.int64)
    return Election(tuple(map(Fraction, costs)), points, sides, Fraction(frame))


@pytest.mark.parametrize("rule", RULES)
def test_every_election_ends_as_it_does_with_pabutools(rule):
    assert len(ORACLE["elections"]) >= 500
    assert sum(len(told[rule]) for told in ORACLE["elections"]) > 1000
    for told in ORACLE["elections"]:
        one = election(told["points"], told["costs"], sides=told["sides"], frame=told["frame"])
        assert sorted(RULES[rule](one).items) == told[rule], told


@st.composite
def elections(draw):
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    items = draw(st.integers(1, 6))
    row = st.lists(st.integers(0, 3), min_size=items, max_size=items)
    points = draw(st.lists(row, min_size=sum(sizes), max_size=sum(sizes)))
    costs = draw(st.lists(st.fractions("1/10", 5, max_denominator=20), min_size=items, max_size=items))
    sides = [side for side, size in enumerate(sizes) for _seat in range(size)]
    return election(points, costs, sides=sides, frame=draw(st.fractions(1, 8, max_denominator=10)))


def slowly(one):
    """The definition, voter by voter in fractions: what a stranger would write from the paper."""
    money = [one.endowments(one.frame)[side] for side in one.sides]
    bought = []
    while True:
        offers = []
        for item, cost in enumerate(one.costs):
            givers = [voter for voter in range(len(money)) if one.points[voter, item]]
            if item in bought or not givers or sum(money[voter] for voter in givers) < cost:
                continue
            givers.sort(key=lambda voter: money[voter] / int(one.points[voter, item]))
            paid, points = Fraction(0), sum(int(one.points[voter, item]) for voter in givers)
            for voter in givers:
                price = (cost - paid) / points
                if price * int(one.points[voter, item]) <= money[voter]:
                    offers.append((price, cost, item))
                    break
                paid, points = paid + money[voter], points - int(one.points[voter, item])
        if not offers:
            return bought
        price, _cost, item = min(offers)
        bought.append(item)
        money = [left - min(left, price * int(one.points[voter, item])) for voter, left in enumerate(money)]


@settings(max_examples=200, deadline=None)
@given(elections())
def test_what_is_bought_and_in_which_order_is_as_by_the_definition(one):
    assert list(equal_shares(one).items) == slowly(one)


@settings(max_examples=100, deadline=None)
@given(elections(), st.randoms())
def test_no_way_exceeds_the_frame_and_the_order_of_voters_makes_no_difference(one, chance):
    order = list(range(len(one.sides)))
    chance.shuffle(order)
    shuffled = Election(one.costs, one.points[order], one.sides[order], one.frame)
    for rule in (*RULES.values(), greedy):
        found = rule(one)
        assert found.cost == one.cost_of(found.items) <= one.frame
        assert rule(shuffled).items == found.items


def test_a_large_side_buys_no_more_than_its_part_of_the_frame():
    points = [[3, 3, 3, 0]] * 40 + [[0, 0, 0, 3]] * 10
    one = election(points, [2, 2, 2, 2], sides=[0] * 40 + [1] * 10, frame=4)
    assert equal_shares(one).items == (0, 3)
    by_head = election(points, [2, 2, 2, 2], frame=4)
    assert 3 not in equal_shares(by_head).items


def test_of_two_equals_the_cheaper_goes_first_and_then_the_one_named_first():
    assert equal_shares(election([[3, 3, 3]], [2, 2, 2], frame=4)).items == (0, 1)
    assert equal_shares(election([[2, 1, 2]], [2, 1, 2], frame=3)).items == (1, 0)


def test_thirds_that_floats_cannot_hold_still_pay_to_the_last_cent():
    one = election([[1, 1, 1]] * 3, [Fraction(1, 3)] * 3, frame=1)
    assert equal_shares(one).items == (0, 1, 2)
    short = election([[1, 1, 1]] * 3, [Fraction(1, 3), Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**15)], frame=1)
    assert equal_shares(short).items == (0, 1)


def test_what_is_left_over_is_spent_by_raising_everybodys_money():
    points = [[3, 0], [0, 3], [0, 3]]
    one = election(points, [2, 3], frame=6)
    assert equal_shares(one).items == (1, 0)
    tight = election(points, [3, 3], frame=6)
    assert equal_shares(tight).items == (1,)
    assert completed(tight).items == (1, 0)


def test_most_support_first_counts_every_side_alike_and_skips_what_does_not_fit():
    points = [[3, 0, 1]] * 9 + [[0, 2, 3]] * 3
    one = election(points, [2, 5, 2], sides=[0] * 9 + [1] * 3, frame=4)
    assert greedy(one).items == (2, 0)


def test_satisfaction_is_the_share_of_a_sides_points_that_went_to_what_was_chosen():
    points, sides = np.array([[3, 1], [2, 0], [0, 0]]), np.array([0, 0, 1])
    assert satisfaction(points, sides, [0]) == [Fraction(5, 6), None]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Savings, what costs nothing, and what holds whatever the costs turn out to be."""

from fractions import Fraction

import numpy as np

from workshops.sharing import Item, Menu, Spread, completed, core_of, drawn_costs

ONE_SIDE = np.array([0, 0])


def menu(*items, frame=2):
    points = np.full((2, len(items)), 3)
    return Menu(
        tuple(Item(key, *told) for key, told in zip("abcdef", items, strict=False)), points, ONE_SIDE, Fraction(frame)
    )


def test_a_saving_raises_the_frame_only_where_it_is_supported():
    wanted = menu((Fraction(3), True), (Fraction(-1), True))
    assert wanted.raised_frame == 3
    assert wanted.taken(completed(wanted.election).items) == (0, 1)
    unwanted = menu((Fraction(3), True), (Fraction(-1), False))
    assert unwanted.raised_frame == 2
    assert unwanted.taken(completed(unwanted.election).items) == ()
    assert unwanted.refused == (1,)


def test_what_costs_nothing_is_taken_where_it_is_supported_and_buys_nobodys_money():
    free = menu((Fraction(0), True), (Fraction(0), False), (Fraction(2), False))
    assert free.free == (0,)
    assert free.taken(completed(free.election).items) == (0, 2)


def test_what_has_no_known_cost_takes_no_part():
    unknown = menu((None, True), (Fraction(1), True))
    assert unknown.unpriced == (0,)
    assert unknown.taken(completed(unknown.election).items) == (1,)


def test_costs_are_drawn_through_their_percentiles_and_stated_ones_stay():
    rows = drawn_costs([Spread(1.0, 2.0, 4.0), Spread(0.7, 0.7, 0.7), None], draws=4000)
    wide = sorted(float(row[0]) for row in rows)
    assert abs(wide[400] - 1.0) < 0.15
    assert abs(wide[2000] - 2.0) < 0.1
    assert abs(wide[3600] - 4.0) < 0.3
    assert {row[1] for row in rows} == {Fraction(7, 10)}
    assert {row[2] for row in rows} == {None}
    assert len(drawn_costs([Spread(0.7, 0.7, 0.7)])) == 1


def test_the_core_is_what_is_bought_in_every_scenario_and_in_nine_draws_of_ten():
    one = menu((Fraction(1), True), (Fraction(1), True))
    steady, wide = Spread(1.0, 1.0, 1.0), Spread(0.2, 1.0, 3.0)
    core = core_of([one, one], [[steady, steady], [steady, wide]])
    assert core.items == ("a",)
    assert 0 < core.shares["b"] < Fraction(9, 10)
    assert core.draws == 100
    dear = Spread(5.0, 5.0, 5.0)
    assert core_of([one, one], [[steady, steady], [dear, steady]]).items == ("b",)
    assert core_of([], []).items == ()

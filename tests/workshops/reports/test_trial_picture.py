# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The picture of what is tried: marks, scales, and nothing said of a margin that is not there."""

import json

import pytest

from scenarios.arrays.comparisons import Compared, Comparison
from scenarios.selectors.impacts import Band
from workshops.reports.trial_picture import HALF, MIDDLE, Column, Version, picture_of

pytestmark = pytest.mark.usefixtures("in_english")

COLUMNS = [Column("A", "Trend"), Column("B", "Displacement")]
UNEMPLOYMENT, INCOME = ("unemployment", "low_educated"), ("net_income", "income_q1")
CONTRACTS = ("contract_share", "self_employed")


def version(rows, *, has_band=True):
    """Rows of (low, mid, high) for each column, or of single numbers when there is no band."""
    cells = {
        key: tuple(
            (Compared(Band(0.09, 0.1, 0.11), Band(*(one if has_band else (one,) * 3)), 0.1, 0.5),) for one in row
        )
        for key, row in rows.items()
    }
    return Version(Comparison(cells, 0.0), has_band)


def drawn(rows, held=None, *, has_band=True, **how):
    now = version(rows, has_band=has_band)
    return picture_of(now, version(held) if held else None, columns=COLUMNS, keys=list(rows), **how)


def cells(picture):
    return list(picture.cells)


def test_better_is_to_the_right_also_where_less_is_better():
    less, more = (-0.006, -0.004, -0.002), (0.002, 0.004, 0.006)
    jobless = cells(drawn({UNEMPLOYMENT: [less, more]}))
    richer = cells(drawn({INCOME: [more, less]}))

    assert [one.state for one in jobless] == [one.state for one in richer] == ["better", "worse"]
    assert jobless[0].mark.low > MIDDLE < jobless[0].mark.mid < jobless[0].mark.high
    assert jobless[1].mark.high < jobless[1].mark.mid + 20 < MIDDLE + 20
    assert (jobless[0].value, jobless[0].range) == ("−0.4", "−0.6 to −0.2")


def test_one_draw_has_no_margin_no_colour_and_says_so():
    one = cells(drawn({UNEMPLOYMENT: [-0.004, 0.0]}, has_band=False))

    assert [cell.state for cell in one] == ["point", "point"]
    assert [cell.range for cell in one] == ["", ""]
    assert (one[0].mark.low, one[0].mark.high) == (None, None)
    assert one[0].words == "margin not computed yet"


def test_a_margin_around_nought_is_uncertain_and_what_is_a_matter_of_opinion_has_no_colour():
    assert cells(drawn({UNEMPLOYMENT: [(-0.004, 0.001, 0.004), (0, 0, 0)]}))[0].state == "uncertain"
    assert cells(drawn({CONTRACTS: [(0.01, 0.02, 0.03), (0, 0, 0)]}))[0].state == "clear"


def test_nought_is_always_in_the_middle_and_all_groups_of_an_outcome_share_a_scale():
    other = ("unemployment", "high_educated")
    picture = drawn({UNEMPLOYMENT: [(-0.03, -0.02, -0.01)] * 2, other: [(0.0, 0.0, 0.0)] * 2})

    assert [one.outcome.key for one in picture.blocks] == ["unemployment"]
    assert cells(picture)[2].mark.mid == MIDDLE
    assert picture.blocks[0].reach == "5"
    assert cells(picture)[0].mark.mid == MIDDLE + HALF * 0.02 / 0.05


@pytest.mark.parametrize("size", [0.0001, 0.0009, 0.004, 0.03, 0.2, 0.9, 7.0])
def test_every_mark_fits_and_the_scale_is_a_round_number(size):
    picture = drawn({UNEMPLOYMENT: [(-2 * size, -size, size), (0.0, 0.0, 0.0)]})
    mark = cells(picture)[0].mark

    assert 0 <= mark.low < mark.mid < mark.high <= 100
    assert picture.blocks[0].reach.strip("0.").replace(",", "").rstrip("0") in {"1", "2", "5"}


def test_the_scale_stays_while_the_hand_moves_a_little():
    reaches = {drawn({UNEMPLOYMENT: [size, 0.0]}, has_band=False).blocks[0].reach for size in (0.008, 0.010, 0.013)}

    assert len(reaches) == 1


def test_the_band_of_a_point_does_not_change_the_scale():
    point = drawn({UNEMPLOYMENT: [0.01, 0.0]}, has_band=False)
    band = drawn({UNEMPLOYMENT: [(0.007, 0.01, 0.0135), (0.0, 0.0, 0.0)]})

    assert point.blocks[0].reach == band.blocks[0].reach
    assert cells(point)[0].mark.mid == cells(band)[0].mark.mid


def test_a_held_version_stands_on_the_same_scale_with_the_difference():
    held = {UNEMPLOYMENT: [(-0.09, -0.08, -0.07), (0.0, 0.0, 0.0)]}
    picture = drawn({UNEMPLOYMENT: [(-0.03, -0.02, -0.01), (0.0, 0.0, 0.0)]}, held)

    assert picture.blocks[0].reach == "20"
    assert cells(picture)[0].held.mid > cells(picture)[0].mark.mid > MIDDLE
    assert cells(picture)[0].held_words == "held −8.0 · difference +6.0"


def test_ticks_stand_where_the_agreed_difference_begins_to_matter():
    rows = {INCOME: [(0.01, 0.02, 0.03), (0.0, 0.0, 0.0)]}
    assert drawn(rows, ticks={"net_income": 0.002}).blocks[0].ticks == (MIDDLE - HALF / 25, MIDDLE + HALF / 25)
    assert drawn(rows, ticks={"net_income": 0.9}).blocks[0].ticks == ()


def test_what_travels_has_the_parts_in_the_order_of_the_page():
    rows = {UNEMPLOYMENT: [(-0.03, -0.02, -0.01)] * 2, INCOME: [(0.0, 0.0, 0.0)] * 2}
    picture = drawn(rows, shorts=[INCOME], with_levels=True)
    told = json.loads(json.dumps(picture.as_data()))

    assert len(told["cells"]) == 4
    assert len(told["axes"]) == len(picture.blocks) == 2
    assert told["shorts"] == [["0.0", "0.0"]]
    assert told["cells"][0][0] == "better"
    assert told["cells"][0][7:] == ["10.0", None]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine import Urgency

YEARS = (2026, 2027, 2028, 2029, 2030)
PATHS = np.array(
    [
        [0.04, 0.05, 0.06, 0.07, 0.08],  # crosses .055 in 2028
        [0.04, 0.04, 0.05, 0.06, 0.07],  # in 2029
        [0.06, 0.05, 0.05, 0.05, 0.05],  # in 2026, and comes back
        [0.04, 0.04, 0.04, 0.04, 0.055],  # never: at the floor is not beyond it
    ]
)


def test_the_year_of_crossing_is_the_first_on_the_wrong_side():
    first = engine.first_crossing(PATHS, YEARS, level=0.055, better="down")
    assert np.array_equal(first, [2028, 2029, 2026, np.nan], equal_nan=True)
    falling = engine.first_crossing(-PATHS, YEARS, level=-0.055, better="up")
    assert np.array_equal(falling, first, equal_nan=True)


def test_crossings_are_counted_per_year_and_what_never_crosses_is_the_rest():
    found = engine.crossing(engine.first_crossing(PATHS, YEARS, level=0.055, better="down"), YEARS)
    assert found.counts == (1, 0, 1, 1, 0)
    assert found.never == 0.25
    assert [found.share_by(year) for year in YEARS] == [0.25, 0.25, 0.5, 0.75, 0.75]
    assert [found.year_at(share) for share in (0.1, 0.5, 0.75, 0.9)] == [2026, 2028, 2029, None]


@pytest.mark.parametrize(
    ("counts", "lead", "now", "wanted"),
    [
        ((0, 0, 5, 0, 0), 1, 2026, Urgency.ACT),  # half has crossed by 2028: decide in 2027, next year at the latest
        ((0, 0, 4, 0, 0), 1, 2026, Urgency.PREPARE),  # four in ten is less than half
        ((0, 0, 0, 0, 10), 1, 2026, Urgency.PREPARE),  # all cross in 2030: decide in 2029
        ((0, 0, 0, 0, 10), 3, 2026, Urgency.ACT),  # the same with three years of lead: decide in 2027
        ((0, 0, 0, 0, 2), 1, 2024, Urgency.PREPARE),  # a fifth by 2030, decided in 2029, five years from now
        ((0, 0, 0, 0, 2), 1, 2023, Urgency.WAIT),  # six years from now
        ((0, 0, 0, 0, 1), 1, 2026, Urgency.WAIT),  # a tenth is less than a fifth
        ((0, 0, 0, 0, 0), 5, 2026, Urgency.WAIT),
    ],
)
def test_what_to_do_follows_the_rule_as_written(counts, lead, now, wanted):
    assert engine.Crossing(YEARS, counts, draws=10).urgency(lead=lead, now=now) == wanted


def test_the_signal_is_a_level_that_four_in_five_crossings_pass_in_time():
    rising = np.array([[step + year for year in range(5)] for step in (0.0, 0.25, 0.5, 0.75, 1.0)])  # cross 3.9 in 2030
    flat = np.array([[0.0, 2.0, 2.5, 2.5, 2.5], [0.0, 0.0, 0.0, 0.0, 0.0]])  # one passes the level, neither crosses
    paths = np.concatenate([rising, flat])
    first = engine.first_crossing(paths, YEARS, level=3.9, better="down")
    found = engine.signal(paths, first, YEARS, lead=2, better="down")
    # two years before they stood at 2, 2.25, 2.5, 2.75 (in 2028) and, crossing a year sooner, at 2 (in 2027)
    assert first[:5].tolist() == [2030, 2030, 2030, 2030, 2029]
    assert found.level == pytest.approx(2.0)
    assert found.announced == pytest.approx(3 / 5)  # those above 2; two stood exactly at it
    assert found.right == pytest.approx(5 / 6)  # six rise above 2, and five of them cross


def test_a_signal_for_what_should_not_fall_lies_above_the_floor():
    paths = np.array([[1.0, 0.9, 0.8, 0.7, 0.6], [1.0, 0.95, 0.85, 0.75, 0.65]])
    first = engine.first_crossing(paths, YEARS, level=0.7, better="up")
    found = engine.signal(paths, first, YEARS, lead=2, better="up")
    assert first.tolist() == [2030, 2030]
    assert found.level == pytest.approx(0.84)
    assert found.right == 1.0


def test_what_leaps_over_the_floor_announces_nothing():
    paths = np.repeat([[0.04, 0.04, 0.04, 0.04, 0.06]], 20, axis=0)
    years = tuple(range(2030, 2035))
    first = engine.first_crossing(paths, years, level=0.05, better="down")

    assert engine.signal(paths, first, years, lead=2, better="down") is None


def test_there_is_no_signal_when_nothing_crosses_or_only_too_soon():
    first = engine.first_crossing(PATHS, YEARS, level=0.5, better="down")
    assert engine.signal(PATHS, first, YEARS, lead=1, better="down") is None
    at_once = engine.first_crossing(PATHS[2:3], YEARS, level=0.055, better="down")
    assert engine.signal(PATHS[2:3], at_once, YEARS, lead=1, better="down") is None


def test_senseless_questions_are_refused():
    with pytest.raises(engine.ContradictionError, match="5 years, and 2 were named"):
        engine.first_crossing(PATHS, (2026, 2027), level=1.0, better="down")
    with pytest.raises(engine.NotANumberError):
        engine.first_crossing(PATHS, YEARS, level=float("nan"), better="down")
    with pytest.raises(engine.OutOfBoundsError):
        engine.signal(PATHS, np.zeros(4), YEARS, lead=0, better="down")

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the bars of a ballot paper stand."""

import pytest

from scenarios.selectors.impacts import Band
from workshops.enums import Direction
from workshops.selectors.verdicts import Basis, Effect
from workshops.templatetags.papers import bar, widest


def effect(low, mid, high, better="up"):
    return Effect(Basis.COMPUTED, Band(low, mid, high), better=better, smallest_difference=0.002)


def test_better_is_to_the_right_whichever_way_the_outcome_goes():
    gain = bar(effect(0.002, 0.004, 0.006), 3.0)
    lower_is_better = bar(effect(-0.006, -0.004, -0.002, better="down"), 3.0)

    assert (gain.low, gain.mid, gain.high) == (lower_is_better.low, lower_is_better.mid, lower_is_better.high)
    assert 50 < gain.low < gain.mid < gain.high == 96
    assert gain.state == lower_is_better.state == "better"


def test_the_ticks_stand_where_a_difference_begins_to_count():
    assert bar(effect(0.0, 0.001, 0.002), 2.0).ticks == (27.0, 73.0)


def test_one_scale_fits_every_scenario_of_the_sheet():
    effects = [effect(-0.01, -0.004, 0.0), effect(0.0, 0.001, 0.002)]

    assert widest(effects) == pytest.approx(5.0)
    assert widest([]) == widest([effect(0.0, 0.001, 0.001)]) == 2.0
    assert all(0 <= bar(one, widest(effects)).low <= bar(one, widest(effects)).high <= 100 for one in effects)


@pytest.mark.parametrize("direction", Direction)
def test_a_judgement_is_hatched_and_has_no_dot(direction):
    judged = bar(Effect(Basis.JUDGED, judged=direction), 3.0)

    assert (judged.state, judged.mid) == ("judged", None)
    assert judged.low < judged.high


def test_what_was_not_computed_has_no_bar():
    assert bar(Effect(Basis.UNDERWAY), 3.0) is None

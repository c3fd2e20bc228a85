# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine.drivers import checked, over_lanes

TREND = dict(engine.default_drivers("trend"))


@pytest.mark.parametrize("key", engine.SCENARIOS)
def test_the_default_scenarios_are_within_bounds(key):
    assert checked(engine.default_drivers(key)) == engine.default_drivers(key)


def test_a_default_scenario_cannot_be_changed_by_accident():
    with pytest.raises(TypeError):
        engine.default_drivers("trend")["new_tasks"] = 0.0


@pytest.mark.parametrize("spec", engine.DRIVERS, ids=lambda spec: spec.key)
def test_a_driver_out_of_bounds_is_refused_by_name_and_bound(spec):
    for value in (spec.low - 0.01, spec.high + 0.01):
        with pytest.raises(engine.OutOfBoundsError) as refused:
            checked(TREND | {spec.key: value})
        assert (refused.value.field, refused.value.low, refused.value.high) == (spec.key, spec.low, spec.high)


def test_a_missing_driver_is_named():
    with pytest.raises(engine.MissingNameError, match="no value for offshoring"):
        checked({key: value for key, value in TREND.items() if key != "offshoring"})


def test_an_unknown_driver_or_scenario_is_refused():
    with pytest.raises(engine.UnknownNameError, match="driver"):
        checked(TREND | {"robots": 1.0})
    with pytest.raises(engine.UnknownNameError, match="did you mean 'trend'"):
        engine.default_drivers("trends")


def test_lanes_go_scenario_by_scenario_and_overrides_draw_by_draw():
    other = TREND | {"new_tasks": 0.004}
    laid = over_lanes([TREND, other], 2, {"demand_high": np.array([np.nan, 0.005])})
    assert laid.new_tasks.tolist() == [0.0015, 0.0015, 0.004, 0.004]
    assert laid.demand_high.tolist() == [0.0168, 0.005, 0.0168, 0.005]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine.baseline import netherlands
from engine.polarisation import limits_of_thirds, wage_third_shares

BASE = netherlands()
SHARES = np.stack([BASE.permanent_share, BASE.flexible_share, BASE.self_employed_share], axis=1)
WORKERS = (BASE.employment[:, np.newaxis] * SHARES)[..., np.newaxis]
THIRDS = [("low_wage_jobs", "everyone"), ("middle_wage_jobs", "everyone"), ("high_wage_jobs", "everyone")]


def test_the_base_year_has_a_third_of_its_jobs_in_each():
    assert wage_third_shares(BASE.log_wages, np.zeros(1), WORKERS, BASE)[:, 0] == pytest.approx([1 / 3] * 3, abs=1e-9)


def test_thirds_stay_thirds_when_all_wages_grow_alike():
    grown = wage_third_shares(BASE.log_wages + 0.2, np.full(1, 0.2), WORKERS, BASE)[:, 0]
    assert grown == pytest.approx([1 / 3] * 3, abs=1e-9)


def test_the_limits_lie_on_either_side_of_the_median_wage():
    lower, upper = limits_of_thirds()
    assert lower < np.log(19.0) < upper


def test_the_thirds_add_up_in_every_scenario_draw_and_year():
    scenarios = [engine.default_drivers(key) for key in engine.SCENARIOS]
    values = engine.project(scenarios=scenarios, parameters=engine.draw_parameters(50, 3)).values
    assert sum(values[key] for key in THIRDS) == pytest.approx(1.0, abs=1e-12)
    work = [values[key, "everyone"] for key in ("routine_share", "abstract_share", "service_share")]
    assert sum(work) == pytest.approx(1.0, abs=1e-12)


def test_the_middle_shrinks_when_machines_take_over_routine_work():
    fast = engine.project(
        scenarios=[engine.default_drivers("displacement")], parameters=engine.Parameters.mode(), years=[2015, 2040]
    ).values["middle_wage_jobs", "everyone"]
    assert fast[0, 0, 1] < fast[0, 0, 0] - 0.02

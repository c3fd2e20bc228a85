# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine import ages
from engine.axes import AGES
from engine.baseline import netherlands

BASE = netherlands()
MODE = engine.Parameters.mode()
TREND = [engine.default_drivers("trend")]
WEIGHTS = BASE.population[0] * BASE.participation


def by_age(reforms=(), parameters=MODE, scenarios=TREND, years=(2015, 2030)):
    values = engine.project(scenarios=scenarios, reforms=reforms, parameters=parameters, years=years).values
    return np.stack([values["unemployment", age] for age in AGES]), values["unemployment", "everyone"]


@given(
    total=st.floats(0.01, 0.4),
    odds=st.lists(st.floats(-4.0, -0.5), min_size=5, max_size=5),
)
def test_the_ages_together_have_the_unemployment_of_the_whole(total, odds):
    shares = ages.shared_out(np.array([total]), np.array(odds)[:, np.newaxis], WEIGHTS[:, np.newaxis])
    assert (shares[:, 0] * WEIGHTS).sum() / WEIGHTS.sum() == pytest.approx(total, abs=1e-9)


def test_the_base_year_has_the_pattern_that_was_observed():
    found, _total = by_age()
    ratios = found[:, 0, 0, 0] / found[0, 0, 0, 0]
    assert ratios == pytest.approx(BASE.unemployment_by_age / BASE.unemployment_by_age[0], abs=0.01)


def test_a_shorter_benefit_helps_older_people_most():
    reform = engine.Reform({"benefit_duration": -12.0}, budget_from_model=True)
    before, with_reform = by_age()[0][..., 1], by_age([reform])[0][..., 1]
    fall = np.log(before / with_reform)[:, 0, 0]
    assert fall.argmax() == AGES.index("age_55_64")
    assert fall[0] < fall[1] < fall[3]


def test_less_flexible_work_spares_the_young_most_job_losses():
    loss = np.array([[0.03], [0.16], [0.08]])
    usual, less = (ages.contracts_by_age(np.array([[1 - f - 0.12], [f], [0.12]]), BASE) for f in (0.22, 0.20))
    spared = (ages.separations(loss, usual) - ages.separations(loss, less))[:, 0]
    assert spared.argmax() == AGES.index("age_15_24")
    assert (spared > 0).all()


def test_the_ages_do_not_all_move_alike_when_machines_take_over_faster():
    fast = [engine.default_drivers("displacement")]
    rise = np.log(by_age(scenarios=fast)[0][..., 1] / by_age()[0][..., 1])[:, 0, 0]
    assert np.ptp(rise) > 0.01

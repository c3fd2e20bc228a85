# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine
from engine.discovery import Box, Limit, best_box
from engine.discovery import Cases as Examined

NAMES = ["pace", "norm", "growth", "noise"]


@pytest.fixture
def table():
    """Two thousand futures of four factors between 0 and 1."""
    return np.random.default_rng(5).random((2000, 4))


def found_in(table, is_case):
    return engine.discover(engine.Cases(table, NAMES, is_case), seed=1)


def test_a_box_that_was_put_in_is_found_with_its_limits(table):
    found = found_in(table, (table[:, 0] > 0.7) & (table[:, 1] <= 0.4))
    limits = {limit.factor: limit for limit in found.box.limits}
    assert set(limits) == {"pace", "norm"}
    assert (limits["pace"].low, limits["pace"].high) == (pytest.approx(0.7, abs=0.01), None)
    assert (limits["norm"].low, limits["norm"].high) == (None, pytest.approx(0.4, abs=0.01))
    assert found.box.coverage > 0.97
    assert found.box.density > 0.97
    assert found.box.mass == pytest.approx(0.3 * 0.4, abs=0.02)
    assert found.refits.same == 1.0
    assert found.refits.used["pace"] == found.refits.used["norm"] == 1.0


def test_coverage_density_and_mass_are_counted_by_hand(table):
    limits = (Limit("pace", low=0.5), Limit("norm", low=0.2, high=0.9))
    is_case = table[:, 2] > 0.8
    box = engine.discovery.measured_box(limits, engine.Cases(table, NAMES, is_case))
    within = (table[:, 0] > 0.5) & (table[:, 1] > 0.2) & (table[:, 1] <= 0.9)
    assert (engine.inside(limits, table, NAMES) == within).all()
    assert box.mass == within.mean()
    assert box.density == pytest.approx((within & is_case).sum() / within.sum())
    assert box.coverage == pytest.approx((within & is_case).sum() / is_case.sum())


def test_fewer_than_a_hundred_cases_are_too_few_and_so_are_fewer_than_a_hundred_others(table):
    few = table[:, 0] > np.sort(table[:, 0])[-100]
    assert few.sum() == 99
    for is_case in (few, ~few):
        assert found_in(table, is_case).found == engine.Finding.TOO_FEW
    enough = table[:, 0] >= np.sort(table[:, 0])[-100]
    assert found_in(table, enough).found == engine.Finding.BOX


def test_cases_without_rhyme_or_reason_give_no_pattern_or_an_unsteady_one(table):
    found = found_in(table, np.random.default_rng(6).random(2000) < 0.4)
    assert found.found == engine.Finding.NO_PATTERN or not found.refits.is_steady


def test_rare_cases_are_found_too(table):
    found = found_in(table, (table[:, 0] > 0.8) & (table[:, 1] < 0.3))
    assert found.box.factors == {"pace", "norm"}
    assert found.box.coverage > 0.9


def test_a_second_pocket_of_cases_is_told_beside_the_first(table):
    is_case = (table[:, 0] > 0.6) & (table[:, 1] < 0.5) | (table[:, 0] < 0.2)
    found = found_in(table, is_case)
    told = [found.box, *found.others]
    assert len(told) > 1
    caught = sum(box.coverage for box in told)
    assert 0.9 < caught <= 1.0 + 1e-9


def test_of_boxes_that_do_as_well_the_one_with_fewest_limits_is_told():
    plain = Box((Limit("pace", low=0.5),), coverage=0.9, density=0.8, mass=0.3)
    fussy = Box((Limit("noise", high=0.99), Limit("pace", low=0.5)), coverage=0.9, density=0.81, mass=0.3)
    assert best_box([fussy, plain], usual=0.3) == plain


def test_a_box_no_denser_than_usual_is_no_box():
    assert best_box([Box((Limit("pace", low=0.5),), coverage=0.5, density=0.31, mass=0.5)], usual=0.3) is None


def test_the_same_seed_gives_the_same_boxes(table):
    is_case = table[:, 0] + table[:, 1] > 1.2
    assert found_in(table, is_case) == found_in(table, is_case)


def test_labels_and_names_that_do_not_fit_the_table_are_refused(table):
    with pytest.raises(engine.ContradictionError, match="give each future a label"):
        Examined(table, NAMES, np.zeros(3, dtype=bool))
    with pytest.raises(engine.ContradictionError, match="each factor"):
        Examined(table, NAMES[:2], np.zeros(2000, dtype=bool))

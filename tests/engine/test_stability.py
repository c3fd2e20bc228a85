# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A small change in gives a small change out, for every lever, driver and uncertain parameter, and every outcome."""

import numpy as np
import pytest

import engine
from tests.engine import reference
from tests.engine.sweep import STEPS_OF_A_LEVER, Surrounding, jumps

MODE = {spec.key: spec.mode for spec in engine.PRIORS}
MIDDLE = {spec.key: (spec.low + spec.high) / 2 for spec in engine.PRIORS}
PACKAGE = tuple(map(reference.reform, ("mw_up_10", "training_account", "floor_rate", "low_wage_subsidy")))
SURROUNDINGS = {
    "the trend": Surrounding(dict(engine.default_drivers("trend")), (), MODE),
    "a package amid fast displacement": Surrounding(dict(engine.default_drivers("displacement")), PACKAGE, MIDDLE),
}
around = pytest.mark.parametrize("surrounding", SURROUNDINGS.values(), ids=SURROUNDINGS)


def by_key(specs):
    return pytest.mark.parametrize("spec", specs, ids=lambda spec: spec.key)


@around
@by_key(engine.DRIVERS)
def test_no_outcome_jumps_when_a_driver_moves(spec, surrounding):
    assert jumps(surrounding.of_driver(spec.key), spec.low, spec.high) == []


@around
@by_key(engine.PRIORS)
def test_no_outcome_jumps_when_an_uncertain_parameter_moves(spec, surrounding):
    assert jumps(surrounding.of_prior(spec.key), spec.low, spec.high) == []


@around
@by_key(engine.PRIORS)
def test_no_outcome_jumps_wherever_somebody_who_contests_a_parameter_may_put_it(spec, surrounding):
    assert jumps(surrounding.of_prior(spec.key), spec.least, spec.most) == []


@around
@by_key(engine.LEVERS)
def test_no_outcome_jumps_when_a_lever_moves(spec, surrounding):
    assert jumps(surrounding.of_lever(spec.key), spec.low, spec.high, STEPS_OF_A_LEVER) == []


def followed(shape):
    return lambda sizes: {("shape", "everyone"): shape(sizes)[:, np.newaxis]}


@pytest.mark.parametrize(
    ("shape", "is_jump"),
    [
        (lambda x: np.maximum(x - 0.31, 0.0), False),
        (lambda x: np.abs(x - 0.5), False),
        (lambda x: (x - 0.5) ** 2, False),
        (lambda x: np.sin(9 * x), False),
        (lambda x: x + 0.1 * (x > 0.31), True),
        (lambda x: x - 0.1 * (x > 0.99), True),
        (lambda x: 1.0 + 1e-5 * (x > 0.5), True),
    ],
)
def test_a_kink_is_no_jump_and_a_jump_is_found_wherever_it_is(shape, is_jump):
    assert bool(jumps(followed(shape), 0.0, 1.0)) == is_jump

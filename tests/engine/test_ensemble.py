# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import pickle

import numpy as np
import pytest

import engine
from engine.ensemble import triangular
from tests.engine import reference


def test_the_same_seed_gives_the_same_bits():
    first, second = engine.draw_parameters(300, 11), engine.draw_parameters(300, 11)
    assert first.fingerprint == second.fingerprint
    assert engine.draw_parameters(300, 12).fingerprint != first.fingerprint


def test_the_draws_are_those_of_the_reference_implementation():
    ours = engine.draw_parameters(200, 7)
    for key, values in reference.draws(200, 7).items():
        assert (ours.values[key] == values).all()


def test_the_first_draw_is_the_mode():
    parameters = engine.draw_parameters(20, 3)
    assert {spec.key: parameters.values[spec.key][0] for spec in engine.PRIORS} == {
        spec.key: spec.mode for spec in engine.PRIORS
    }


def test_a_latin_hypercube_has_one_draw_in_each_stratum():
    values = engine.draw_parameters(100, 5).values["lam"][1:]
    low, mode, high = 0.70, 0.85, 1.00
    rising = (values - low) ** 2 / ((high - low) * (mode - low))
    falling = 1 - (high - values) ** 2 / ((high - low) * (high - mode))
    strata = np.floor(100 * np.where(values < mode, rising, falling))
    assert len(set(strata)) == 99


def test_draws_stay_within_their_priors():
    parameters = engine.draw_parameters(1000, 2)
    for spec in engine.PRIORS:
        assert spec.low <= parameters.values[spec.key].min()
        assert parameters.values[spec.key].max() <= spec.high


@pytest.mark.parametrize("count", [0, -1, 1.5, True, 10**7, None])
def test_a_number_of_draws_that_cannot_be_is_refused(count):
    with pytest.raises(engine.OutOfBoundsError) as refused:
        engine.draw_parameters(count, 1)
    assert refused.value.field == "count"


def test_a_negative_seed_is_refused():
    with pytest.raises(engine.OutOfBoundsError, match="seed"):
        engine.draw_parameters(10, -1)


@pytest.mark.parametrize(
    ("arrays", "error", "field"),
    [
        ({"sigma": [1.6]}, engine.UnknownNameError, "sigma"),
        ({"lam": [0.8, 0.9], "beta": [0.1]}, engine.ContradictionError, "beta"),
        ({"lam": [float("nan")]}, engine.NotANumberError, "lam"),
        ({"sig_o": [1.0]}, engine.OutOfBoundsError, "sig_o"),
    ],
)
def test_arrays_that_mean_nothing_are_refused(arrays, error, field):
    with pytest.raises(error) as refused:
        engine.Parameters.from_arrays(arrays)
    assert refused.value.field == field


def test_given_arrays_are_not_changed_by_whoever_gave_them():
    given = np.array([0.8, 0.9])
    parameters = engine.Parameters.from_arrays({"lam": given})
    given[0] = 0.7
    assert parameters.values["lam"].tolist() == [0.8, 0.9]


def test_an_ensemble_travels_to_a_worker_and_back():
    parameters = engine.draw_parameters(10, 4)
    back = pickle.loads(pickle.dumps(parameters))  # noqa: S301 -- our own bytes
    assert (back.fingerprint, back.seed) == (parameters.fingerprint, 4)


def test_there_are_seven_rival_theories_each_with_a_source():
    variants = engine.structural_variants()
    assert [variant.key for variant in variants] == [
        "base",
        "no_norm",
        "strong_norm",
        "monopsony",
        "minimum_wage_2016",
        "capital_skill",
        "high_substitution",
    ]
    assert all(variant.source for variant in variants)


def test_a_block_of_an_ensemble_depends_on_its_number_and_the_seed_alone():
    blocks = [engine.draw_block(number, seed=7) for number in (1, 2)]
    assert (blocks[0].values["lam"] == engine.draw_block(1, seed=7).values["lam"]).all()
    assert (blocks[0].values["lam"] != blocks[1].values["lam"]).any()
    assert (blocks[0].values["lam"] != engine.draw_block(1, seed=8).values["lam"]).any()


def test_the_first_block_is_the_ensemble_of_record():
    first = engine.draw_block(0, seed=7)
    assert first.count == engine.BLOCK
    assert first.fingerprint == engine.draw_parameters(engine.BLOCK, seed=7).fingerprint


def test_each_block_covers_its_priors_evenly():
    spec = next(one for one in engine.PRIORS if one.key == "lam")
    values = np.sort(engine.draw_block(3, seed=7, count=50).values["lam"])
    edges = triangular(np.linspace(0, 1, 51), spec.low, spec.mode, spec.high)
    assert (np.histogram(values, edges)[0] == 1).all()

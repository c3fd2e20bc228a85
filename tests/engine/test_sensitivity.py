# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest
from scipy.stats import spearmanr

import engine


def ishigami(lanes):
    """Sobol indices of this function are known: Ishigami and Homma (1990), a = 7 and b = 0.1."""
    x = np.pi * (2 * lanes - 1)
    return (np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0]))[np.newaxis]


def test_sobol_indices_of_the_ishigami_function_are_as_published():
    found = engine.sobol(ishigami, 3, count=2048, seed=1)
    assert found.total[0] == pytest.approx([0.5574, 0.4424, 0.2436], abs=0.02)
    assert found.first[0] == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert found.runs == 2048 * 5


def test_several_outcomes_are_told_apart_and_one_that_nothing_moves_has_no_shares():
    def model(lanes):
        return np.stack([2 * lanes[0], lanes[1] * lanes[2], np.full(lanes.shape[1:], 3.0)])

    found = engine.sobol(model, 3, count=512, seed=1)
    assert found.total[0] == pytest.approx([1.0, 0.0, 0.0], abs=0.01)
    assert found.total[1, 0] == pytest.approx(0.0, abs=0.01)
    assert found.total[1, 1] == pytest.approx(found.total[1, 2], abs=0.03)
    assert np.isnan(found.total[2]).all()


def test_rank_correlations_are_those_computed_by_hand():
    table = np.array([[1.0, 3.0], [2.0, 1.0], [3.0, 4.0], [4.0, 2.0], [5.0, 5.0]])
    values = np.array([[10.0, 20.0, 20.0, 40.0, 50.0], [5.0, 5.0, 5.0, 5.0, 5.0]])
    found = engine.rank_correlations(table, values)
    assert found[0, 0] == pytest.approx(0.9746794)  # ranks 1, 2.5, 2.5, 4, 5 against 1 to 5: 9.5 / sqrt(10 x 9.5)
    assert found[0, 1] == pytest.approx(0.3590924)  # against 3, 1, 4, 2, 5: 3.5 / sqrt(10 x 9.5)
    assert (found[1] == 0).all()


def test_rank_correlations_are_those_of_scipy_ties_and_all():
    generator = np.random.default_rng(3)
    table, values = generator.random((60, 4)), generator.integers(0, 9, (5, 60)).astype(float)
    theirs = spearmanr(table, values.T).statistic[4:, :4]
    assert engine.rank_correlations(table, values) == pytest.approx(theirs, abs=1e-12)


def test_a_rank_correlation_does_not_mind_a_bent_line():
    draws = np.random.default_rng(1).random((200, 1))
    assert engine.rank_correlations(draws, np.exp(9 * draws.T))[0, 0] == pytest.approx(1.0)
    assert engine.rank_correlations(draws, -(draws.T**3))[0, 0] == pytest.approx(-1.0)


def test_tables_of_another_length_are_refused():
    with pytest.raises(engine.ContradictionError, match="3 draws"):
        engine.rank_correlations(np.zeros((3, 1)), np.zeros((1, 4)))


def test_the_middle_of_the_cube_is_the_median_of_every_prior():
    found = engine.parameters_at(np.full((len(engine.PRIORS), 1), 0.5))
    drawn = engine.draw_parameters(2001, 1)
    for key, values in found.values.items():
        assert values[0] == pytest.approx(np.median(drawn.values[key]), rel=0.01), key

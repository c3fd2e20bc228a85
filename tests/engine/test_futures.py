# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import numpy as np
import pytest

import engine

SCENARIOS = [engine.default_drivers(key) for key in engine.SCENARIOS]


def test_drivers_lie_around_and_between_the_scenarios_and_never_beyond_their_bounds():
    futures = engine.sample_futures(SCENARIOS, 500, seed=1)
    for spec in engine.DRIVERS:
        values = futures.drivers[spec.key]
        known = [scenario[spec.key] for scenario in SCENARIOS]
        beyond = 0.1 * (spec.high - spec.low) + 1e-12
        assert spec.low - 1e-12 <= values.min() < values.max() <= spec.high + 1e-12, spec.key
        assert min(known) - beyond <= values.min(), spec.key
        assert values.max() <= max(known) + beyond, spec.key


def test_each_driver_is_spread_evenly_and_each_parameter_follows_its_prior():
    futures = engine.sample_futures(SCENARIOS, 1000, seed=1)
    factor = futures.factors[0]
    assert np.mean(futures.drivers[factor.key]) == pytest.approx((factor.low + factor.high) / 2, rel=0.001)
    drawn, prior = futures.parameters.values["lam"], engine.draw_parameters(1000, 2).values["lam"]
    assert np.quantile(drawn, [0.1, 0.5, 0.9]) == pytest.approx(np.quantile(prior, [0.1, 0.5, 0.9]), rel=0.01)


def test_the_table_holds_a_column_for_every_factor_in_their_order():
    futures = engine.sample_futures(SCENARIOS, 50, seed=1)
    assert futures.table.shape == (50, len(engine.DRIVERS) + len(engine.PRIORS))
    assert [one.key for one in futures.factors[-len(engine.PRIORS) :]] == [spec.key for spec in engine.PRIORS]
    assert (futures.table[:, -1] == futures.parameters.values[engine.PRIORS[-1].key]).all()


def test_the_same_seed_gives_the_same_futures_and_another_seed_others():
    first, second = (engine.sample_futures(SCENARIOS, 50, seed=1) for _ in range(2))
    assert first.fingerprint == second.fingerprint
    assert engine.sample_futures(SCENARIOS, 50, seed=2).fingerprint != first.fingerprint


def test_a_future_is_projected_with_its_own_drivers_and_parameters():
    futures = engine.sample_futures(SCENARIOS, 6, seed=3)
    together = engine.project_futures(futures=futures, years=[2030])
    for at in range(6):
        alone = engine.project(
            scenarios=[{key: values[at] for key, values in futures.drivers.items()}],
            parameters=engine.Parameters.from_arrays(
                {key: values[at] for key, values in futures.parameters.values.items()}
            ),
            years=[2030],
        )
        for key, values in alone.values.items():
            assert together.values[key][0, at] == pytest.approx(values[0, 0], rel=1e-10), key


def test_cutting_futures_in_blocks_changes_no_figure(monkeypatch):
    futures = engine.sample_futures(SCENARIOS, 25, seed=3)
    whole = engine.project_futures(futures=futures, years=[2030])
    monkeypatch.setattr("engine.projection._LANES_AT_A_TIME", 10)
    cut = engine.project_futures(futures=futures, years=[2030])
    for key, values in whole.values.items():
        assert cut.values[key] == pytest.approx(values, rel=1e-12), key
    assert cut.provenance["draws"] == 25


def test_futures_with_and_without_a_reform_are_paired_and_other_futures_are_refused():
    futures = engine.sample_futures(SCENARIOS, 10, seed=3)
    without = engine.project_futures(futures=futures, years=[2030])
    nothing = engine.project_futures(futures=futures, reforms=[engine.Reform({"training": 0.0})], years=[2030])
    assert all((values == 0).all() for values in engine.impact(nothing, without).values.values())
    others = engine.project_futures(futures=engine.sample_futures(SCENARIOS, 10, seed=4), years=[2030])
    with pytest.raises(engine.ContradictionError, match="differ in"):
        engine.impact(others, without)


def test_no_scenario_or_a_senseless_number_of_futures_is_refused():
    with pytest.raises(engine.ContradictionError):
        engine.sample_futures([], 10, seed=1)
    with pytest.raises(engine.OutOfBoundsError, match="number of draws"):
        engine.sample_futures(SCENARIOS, 1_000_000, seed=1)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A menu weighed by several metrics: the same small example as tests/engine/robustness/menus.py, and its corners."""

import numpy as np
import pytest

from scenarios.arrays.weighing import RANKED, weigh
from scenarios.enums import Metric, Over, SetSign
from tests.scenarios.arrays.menus import BOTH, EMPLOYERS, WORKERS, in_one_scenario, stored

NOTHING, FIRST, SECOND = 0, 1, 2
BY_HAND = in_one_scenario(([2.0, -1.0], [0.0, 3.0]), ([1.0, 1.0], [-2.0, 1.0]))


def values(found, metric):
    return [choice.readings[metric].value for choice in found.choices]


def ranks(found, metric):
    return [choice.readings[metric].rank for choice in found.choices]


def test_every_metric_by_hand_over_two_draws():
    found = weigh(BOTH, BY_HAND, over=Over.DRAWS)
    assert values(found, Metric.USEFUL) == [0.0, 1.0, 1.0]
    assert values(found, Metric.BETTER_THAN_NOTHING) == [0.0, 0.5, 0.5]
    assert values(found, Metric.STRICTLY_BETTER) == [0.0, 0.5, 0.5]
    assert values(found, Metric.LARGEST_REGRET) == [3.0, 2.0, 2.0]
    assert values(found, Metric.REGRET_P90) == pytest.approx([2.7, 1.8, 2.0])
    assert values(found, Metric.MEAN_REGRET) == [1.5, 1.0, 2.0]
    assert values(found, Metric.WORST_PAYOFF) == [0.0, -1.0, -2.0]


def test_ranks_go_from_one_and_who_cannot_be_told_apart_shares_one():
    found = weigh(BOTH, BY_HAND, over=Over.DRAWS)
    assert ranks(found, Metric.USEFUL) == [3, 1, 1]
    assert ranks(found, Metric.LARGEST_REGRET) == [3, 1, 1]
    assert ranks(found, Metric.MEAN_REGRET) == [2, 1, 3]
    assert ranks(found, Metric.WORST_PAYOFF) == [1, 2, 3]
    assert ranks(found, Metric.STRICTLY_BETTER) == [None, None, None]


def test_it_is_told_who_misses_most_and_where():
    rows = [[*BY_HAND[0], [stored(EMPLOYERS, [0.0, 0.0], 0.0), stored(WORKERS, [-7.0, 0.0], 0.0)]]]
    reading = weigh(BOTH, rows, over=Over.DRAWS).choices[FIRST].readings[Metric.LARGEST_REGRET]
    assert (reading.value, reading.scenario, reading.yardstick) == (7.0, 1, 1)


def test_the_mean_counts_every_scenario_alike_and_the_others_take_the_poorest():
    even = [stored(EMPLOYERS, [0.0, 0.0], 0.0), stored(WORKERS, [-1.0, -1.0], -1.0)]
    poor = [stored(EMPLOYERS, [0.0, 0.0], 0.0), stored(WORKERS, [-3.0, -5.0], -4.0)]
    readings = weigh(BOTH, [[even, poor]], over=Over.DRAWS).choices[FIRST].readings
    assert readings[Metric.MEAN_REGRET].value == 2.5
    assert readings[Metric.LARGEST_REGRET].value == 5.0
    assert readings[Metric.WORST_PAYOFF].value == -5.0


def test_a_mean_has_no_scenario_and_a_share_no_side():
    readings = weigh(BOTH, BY_HAND, over=Over.DRAWS).choices[FIRST].readings
    assert (readings[Metric.MEAN_REGRET].scenario, readings[Metric.MEAN_REGRET].yardstick) == (None, 0)
    assert (readings[Metric.USEFUL].scenario, readings[Metric.USEFUL].yardstick) == (0, None)


def test_the_pairs_that_change_order_name_the_metrics_on_either_side():
    found = weigh(BOTH, BY_HAND, over=Over.DRAWS)
    pair = next(one for one in found.reversals if (one.first, one.second) == (NOTHING, FIRST))
    assert pair.first_ahead == (Metric.WORST_PAYOFF,)
    assert set(pair.second_ahead) == set(RANKED) - {Metric.WORST_PAYOFF}
    assert found.crossings[Metric.LARGEST_REGRET, Metric.WORST_PAYOFF] == 2
    assert found.crossings[Metric.LARGEST_REGRET, Metric.REGRET_P90] == 0
    assert found.pairs == 3


def test_over_rival_theories_the_draws_do_not_count():
    rows = [[[stored(EMPLOYERS, [-9.0], 1.0), stored(WORKERS, [-9.0], 0.0)]]]
    assert values(weigh(BOTH, rows, over=Over.VARIANTS), Metric.USEFUL) == [0.0, 1.0]
    assert values(weigh(BOTH, rows, over=Over.DRAWS), Metric.USEFUL) == [0.0, 0.0]


@pytest.mark.parametrize("metric", Metric)
def test_over_both_the_poorer_figure_of_the_two_counts(metric):
    generator = np.random.default_rng(5)
    rows = [
        [[stored(side, list(generator.normal(0, 3, 40)), list(generator.normal(0, 3, 7))) for side in BOTH]]
        for _reform in range(3)
    ]
    draws, variants, both = (values(weigh(BOTH, rows, over=over), metric) for over in Over)
    poorer = max if metric in {Metric.LARGEST_REGRET, Metric.REGRET_P90} else min
    if metric == Metric.MEAN_REGRET:  # per side the poorer one, so for the worst side at least as poor as either
        assert all(one >= max(pair) - 1e-12 for one, pair in zip(both, zip(draws, variants, strict=True), strict=True))
    else:
        assert both == pytest.approx([poorer(pair) for pair in zip(draws, variants, strict=True)])


def test_beating_nothing_at_a_level_asks_for_that_share_in_every_scenario():
    draws = [1.0] * 19 + [-1.0]
    rows = [[[stored(EMPLOYERS, draws, 1.0), stored(WORKERS, [0.0] * 20, 0.0)]] * 2]
    assert weigh(BOTH, rows, over=Over.DRAWS).choices[FIRST].beats_nothing_at == {1.0: False, 0.95: True, 0.9: True}


def test_a_sign_is_set_when_no_draw_and_no_rival_theory_gives_another():
    rows = [[[stored(EMPLOYERS, [0.1, 2.0], 1.0), stored(WORKERS, [0.1, 2.0], [1.0] * 6 + [-1.0])]]]
    assert weigh(BOTH, rows, over=Over.DRAWS).choices[FIRST].signs == ((SetSign.BETTER, SetSign.OPEN),)
    assert weigh(BOTH, rows, over=Over.DRAWS).choices[NOTHING].signs == ((SetSign.NONE, SetSign.NONE),)

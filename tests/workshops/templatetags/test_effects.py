# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Effects and costs in words: sign, unit, interval, direction; never a bare number, never a negative cost."""

from uuid import uuid4

import pytest
from django.utils import translation

from scenarios.selectors.impacts import Band
from workshops.enums import Direction
from workshops.selectors.cells import Line
from workshops.selectors.matrix import Cost
from workshops.selectors.table import Measure, Side
from workshops.selectors.verdicts import Basis, Effect
from workshops.templatetags.costs import cost_words
from workshops.templatetags.effects import (
    effect_range,
    effect_value,
    effect_words,
    measure_words,
    percent,
    share_of_draws,
    state_words,
)

pytestmark = pytest.mark.usefixtures("in_english")
COSTS = Measure("Costs of employers", "cost_index", ("small_employers",), "down", 0.1, 0.5)
INCOME = Measure("Net income", "net_income", ("income_q1",), "up", 0.002, 0.005)
MIX = Measure("A mix", "", ("income_q1", "low_educated"), "up", 1.0, 0.0)


def line(measure, effect, *, groups=("x",)):
    return Line(Side(uuid4(), "side", "members", "member", "square", uuid4(), measure, groups), None, effect)


def computed(measure, low, mid, high):
    return line(measure, Effect(Basis.COMPUTED, Band(low, mid, high), measure.better, measure.smallest_difference))


def test_the_raw_signed_number_is_printed_also_where_lower_is_better():
    fall = computed(COSTS, -0.34, -0.24, -0.16)
    assert effect_value(fall) == "−0.24"
    assert effect_range(fall) == "−0.34 to −0.16"
    assert state_words(fall) == "better"


def test_an_effect_in_full_names_measure_unit_interval_and_what_it_amounts_to():
    assert effect_words(computed(INCOME, 0.004, 0.005, 0.006)) == "Net income: +0.5 % (+0.4 to +0.6), better"


def test_dutch_writes_a_comma():
    with translation.override("nl"):
        assert effect_value(computed(INCOME, 0.004, 0.005, 0.006)) == "+0,5"


def test_a_mix_of_outcomes_is_counted_in_smallest_differences():
    mixed = computed(MIX, -1.24, 2.06, 3.0)
    assert (effect_value(mixed), effect_range(mixed)) == ("+2.1", "−1.2 to +3.0")
    assert "times the smallest difference" in effect_words(mixed)


@pytest.mark.parametrize(
    ("direction", "short", "full"),
    [
        (Direction.BETTER, "better", "better"),
        (Direction.WORSE, "worse", "worse"),
        (Direction.NO_DIFFERENCE, "same", "no difference"),
        (Direction.DISPUTED, "split", "disputed"),
    ],
)
def test_a_judgement_is_a_word_and_no_number(direction, short, full):
    judged = line(INCOME, Effect(Basis.JUDGED, Band(1, 2, 3), judged=direction))
    assert effect_value(judged) == short
    assert effect_words(judged) == f"Net income, judged: {full}"
    assert effect_range(judged) == ""


@pytest.mark.parametrize("basis", [one for one in Basis if one not in {Basis.COMPUTED, Basis.JUDGED}])
def test_what_is_not_there_says_why(basis):
    missing = line(INCOME, Effect(basis))
    assert effect_words(missing) == f"Net income: {state_words(missing)}"
    assert state_words(missing)


def test_the_key_says_which_way_is_better():
    assert measure_words(line(COSTS, Effect()).side) == "Costs of employers, % of the wage bill; lower is better"
    assert measure_words(line(INCOME, Effect()).side) == "Net income, %"
    assert measure_words(line(INCOME, Effect(), groups=()).side) == "the general interest: Net income, %"


def test_shares_are_percentages_and_a_missing_one_is_a_dash():
    assert (percent(2 / 3), share_of_draws(0.0), share_of_draws(None)) == ("67%", "0%", "–")


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (Cost(1.2, 1.2, by_model=False), "Costs 1.2 billion euros a year"),
        (Cost(-0.4, -0.4, by_model=False), "Yields 0.4 billion euros a year"),
        (Cost(0.0, 0.0, by_model=False), "No costs for the government stated"),
        (Cost(0.01, 0.02, by_model=True), "No costs for the government"),
        (Cost(3.0, 4.4, by_model=True), "Costs 3.0 to 4.4 billion euros a year by the model"),
        (Cost(3.01, 3.02, by_model=True), "Costs 3.0 billion euros a year by the model"),
        (Cost(-2.0, -1.0, by_model=True), "Yields 1.0 to 2.0 billion euros a year by the model"),
        (Cost(-0.5, 1.0, by_model=True), "From a yield of 0.5 to a cost of 1.0 billion euros a year by the model"),
        (Cost(-0.3, 0.3, by_model=True), "From a yield of 0.3 to a cost of 0.3 billion euros a year by the model"),
        (
            Cost(0.8, 1.1, by_model=True, is_unstated=True),
            "No amount stated; costs 0.8 to 1.1 billion euros a year by the model",
        ),
        (
            Cost(-0.2, -0.1, by_model=True, is_unstated=True, is_free=True),
            "No amount stated; yields 0.1 to 0.2 billion euros a year by the model, with the measure itself counted as free",
        ),
        (None, "The model works out the costs; not computed yet"),
    ],
)
def test_costs_are_always_positive_amounts(cost, words):
    assert cost_words(cost) == words
    assert "−" not in cost_words(cost)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import math
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

from engine import demand, validation
from engine.validation import institutes, theory
from engine.validation.targets import Block, Found, Used, checks_of

MODEL = Path(__file__).parents[2] / "docs" / "model.md"
TARGETS = {target.key: target for target in validation.TARGETS}


@pytest.fixture(scope="module")
def checks():
    return {check.target.key: check for check in validation.validated()}


def misses(text):
    """Return the part of docs/model.md that discusses misses."""
    return text.split("### Misses", maxsplit=1)[1].split("\n## ", maxsplit=1)[0]


def test_every_miss_is_told_about_and_nothing_else_is_called_a_miss(checks):
    told = misses(MODEL.read_text(encoding="utf-8"))
    missed = {key for key, check in checks.items() if check.has_passed is False}
    assert {key for key in checks if f"`{key}`" in told} == missed


def test_every_target_gets_a_figure_but_the_second_implementation(checks):
    assert {key for key, check in checks.items() if check.found is None} == {"twin"}
    assert all(math.isfinite(check.found.value) for check in checks.values() if check.found)


def test_who_has_a_second_implementation_may_add_how_far_it_lies_apart():
    assert checks_of({"twin": Found(3e-12)})[list(TARGETS).index("twin")].has_passed
    assert checks_of({"twin": Found(3e-9)})[list(TARGETS).index("twin")].has_passed is False


@pytest.mark.parametrize("target", validation.TARGETS, ids=lambda target: target.key)
def test_every_target_has_its_unit_source_and_bounds_around_it(target):
    assert target.unit
    assert target.source
    assert target.block in get_args(Block)
    assert target.used in get_args(Used)
    assert 1990 <= target.year <= 2026
    assert target.low is not None or target.high is not None
    assert target.value is None or target.allows(target.value)


def test_bounds_count_as_within_and_what_is_no_number_never_does():
    target = TARGETS["start_unemployment"]
    assert target.allows(target.low)
    assert target.allows(target.high)
    assert not target.allows(target.high + 1e-9)
    assert not TARGETS["minimum_wage_linked_worse"].allows(float("nan"))
    assert not TARGETS["minimum_wage_linked_worse"].allows(-math.inf)


def test_a_figure_without_a_target_stops():
    with pytest.raises(KeyError, match="no target for jobs_on_mars"):
        checks_of({"jobs_on_mars": Found(1.0)})


def test_the_same_question_gives_the_same_figures(checks):
    again = {check.target.key: check for check in validation.validated()}
    assert again == checks


def test_bands_lie_around_the_figure_of_the_trend_or_tell_that_it_is_no_middle(checks):
    for check in checks.values():
        if check.found and check.found.low is not None:
            assert check.target.block in {"backcast", "since"}
            assert check.found.low <= check.found.high


def test_the_check_of_wages_finds_a_wage_that_is_no_marginal_product(monkeypatch):
    right = demand.log_marginal_products

    def wrong(log_labour, ces):
        products, composite = right(log_labour, ces)
        return products + 1e-6, composite

    monkeypatch.setattr(demand, "log_marginal_products", wrong)
    assert theory.wage_errors() > 1e-7
    assert theory.exhaustion_error() > 1e-7


def test_a_minimum_wage_that_costs_no_jobs_would_miss_the_figures_of_2020():
    found = institutes.minimum_wage(0.4, linked=True, eps_mw=0.0, psi_b=0.0, el_out=0.0)
    assert not TARGETS["minimum_wage_40_linked"].allows(found.percent)
    assert np.isclose(found.percent, 0.0, atol=0.05)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The engine beside a second implementation of the same text; all 2,000 points are run by `make validate`."""

import ast
from pathlib import Path

import pytest

import engine
from tests.engine import agreement, hypercube, slow_distribution, slow_reference
from tests.engine.agreement import Difference

NEEDS_A_DISTRIBUTION = {"net_income", "wage_ratio", "gini"}
SLOW = Path(__file__).parent
MODE = {spec.key: spec.mode for spec in engine.PRIORS}


@pytest.fixture(scope="module")
def points():
    return hypercube.points(200)


def test_the_engine_agrees_with_the_slow_reference_wherever_it_is_asked(points):
    found = agreement.widest(points)
    assert found.apart < 1e-10, found


def test_inequality_and_fifths_of_income_agree_with_a_second_implementation_too(points):
    found = agreement.widest(points[:40], agreement.of_distribution)
    assert found.apart < 1e-10, found


def test_what_is_told_of_all_points_counts_inequality_and_incomes_too(monkeypatch):
    monkeypatch.setattr(agreement, "of_point", lambda _point: [Difference(1e-12, "employment", "everyone", 2020, 1, 1)])
    monkeypatch.setattr(agreement, "of_distribution", lambda _point: [Difference(0.3, "gini", "everyone", 2020, 1, 1)])
    assert agreement.widest_over(2) == 0.3


def test_the_points_reach_all_over_the_input(points):
    assert {point.variant for point in points} == {variant.key for variant in engine.structural_variants()}
    assert {lever for point in points for reform in point.reforms for lever in reform.levers} == {
        spec.key for spec in engine.LEVERS
    }
    for spec in engine.DRIVERS:
        values = [point.drivers[spec.key] for point in points]
        assert max(values) - min(values) > 0.9 * (spec.high - spec.low), spec.key


def test_the_two_slow_references_together_give_every_outcome():
    asked = engine.default_drivers("trend"), [], MODE, [2020]
    wanted = {(spec.key, group, 2020) for spec in engine.OUTCOMES for group in spec.groups}
    whole = slow_distribution.slow_distribution(*asked)
    assert set(slow_reference.slow_projection(*asked)) == wanted - set(whole)
    assert {outcome for outcome, _group, _year in whole} == NEEDS_A_DISTRIBUTION


@pytest.mark.parametrize("file", [*SLOW.glob("slow_*.py"), *SLOW.glob("slow/*.py")], ids=lambda file: file.stem)
def test_the_slow_reference_knows_nothing_of_the_engine_and_needs_only_plain_arithmetic(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    others = {name for name in imported if not name.startswith("tests.engine.slow")}
    assert others <= {"math", "tomllib", "functools", "itertools", "pathlib", "types"}

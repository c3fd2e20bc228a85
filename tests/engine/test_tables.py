# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

import ast
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

import engine
from engine import tables


@pytest.mark.parametrize("quantity", engine.quantities(), ids=lambda quantity: quantity.key)
def test_every_number_says_its_unit_year_source_and_status(quantity):
    assert quantity.unit
    assert quantity.source
    assert 1990 <= quantity.year <= 2040
    assert quantity.status in get_args(tables.Status)


def test_a_table_with_a_missing_or_misspelt_number_is_refused():
    @dataclass
    class Wrong:
        care_elasticity: float

    with pytest.raises(TypeError, match="household_target_year"):
        tables.block(Wrong, "constants", "demand")


def test_priors_have_their_mode_between_their_ends_and_within_their_limits():
    for spec in engine.PRIORS:
        assert spec.least <= spec.low < spec.mode < spec.high <= spec.most or spec.key == "lam"
        assert spec.low <= spec.mode <= spec.high


def test_levers_default_to_no_change_and_drivers_to_the_trend():
    assert all(spec.default == 0.0 and spec.low <= 0.0 <= spec.high for spec in engine.LEVERS)
    assert {spec.key: spec.default for spec in engine.DRIVERS} == engine.default_drivers("trend")


def test_the_front_door_names_everything_that_it_shows():
    assert sorted(engine.__all__) == sorted(set(engine.__all__))
    assert all(hasattr(engine, name) for name in engine.__all__)


def test_the_engine_knows_no_web_and_loads_no_scipy():
    code = (
        "import sys, engine; print([name for name in ('django', 'celery', 'scipy', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ["levers", "timing", "discovery", "projection"])
def test_lines_are_drawn_in_the_data(room):
    tree = ast.parse((Path(engine.__file__).parent / f"{room}.py").read_text(encoding="utf-8"))
    shares = [
        ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Assign)
        for one in ast.walk(node.value)
        if isinstance(one, ast.Constant) and isinstance(one.value, float) and 0 < one.value < 1
    ]
    assert shares == []

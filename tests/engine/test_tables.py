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


@pytest.mark.parametrize("name", ["scenarios", "variants"])
def test_sets_of_numbers_say_their_unit_and_hold_known_names_only(name):
    drivers, priors = ({spec.key for spec in specs} for specs in (engine.DRIVERS, engine.PRIORS))
    for row in tables.table(name).values():
        assert row["unit"].startswith("of each")
        assert {"year", "source", "status"} <= row.keys()
        assert drivers >= (row.get("value") or row["drivers"]).keys()
        assert priors >= row.get("parameters", {}).keys()


ROOMS = sorted(path.stem for path in Path(engine.__file__).parent.glob("[a-z]*.py"))
OF_ANY_FORMULA = {0, 0.5, 1, 2}
NO_FACTS_OF_THE_LABOUR_MARKET = {  # each room's own: anything else belongs in engine/data
    "axes": {3, 4, 2015, 2020, 2025, 2030, 2040},  # places of groups, first, last and reported years
    "checks": {1e-9},  # slack of a bound
    "distribution": {4, 5, 500, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9},  # fifths, deciles, sizes of a block
    "employers": {100},  # points in one
    "ensemble": {16, 1000, 100_000},  # letters of a fingerprint, sizes of a block and of the whole
    "futures": {0.1, 12, 16},  # default margin, digits, letters of a fingerprint
    "impact": {0.1, 0.9},  # quantiles by default
    "lorenz": {10, 15},  # length of a run, bits of a group
    "packages": {3},  # reforms in a triple
    "polarisation": {3, 60},  # thirds, and steps of a bisection
    "projection": {32_768},  # size of a block
    "ranges": {3},  # low, mode, high
    "sensitivity": {1e-12, 1e-9, 1e-6},  # rounding
    "simulation": {16_000_000},  # bytes kept
    "summaries": {0.1, 0.9, 20, 1e-9, 2048},  # quantiles by default, and bins
    "timing": {1e-9},  # rounding
    "wages": {0.254829592, 0.284496736, 0.3275911, 1.061405429, 1.421413741, 1.453152027},  # Abramowitz and Stegun
}


def bare_numbers(text):
    constants = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    return {value for value in constants if type(value) in {int, float}} - OF_ANY_FORMULA


@pytest.mark.parametrize("room", ROOMS)
def test_a_number_of_the_labour_market_stands_in_the_data(room):
    text = (Path(engine.__file__).parent / f"{room}.py").read_text(encoding="utf-8")
    assert bare_numbers(text) == NO_FACTS_OF_THE_LABOUR_MARKET.get(
        room, set()
    )  # equal, so that what is no longer there leaves the list


def test_a_bare_number_is_seen():
    assert bare_numbers("CLOSED = 0.4\n\ndef loss(wage):\n    return 1.3 * wage - (0.5, 24)") - {0.4} == {1.3, 24}

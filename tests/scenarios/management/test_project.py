# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking the engine from a terminal: what comes out, and what is said about bad input. No database is touched."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.management import CommandError, call_command

import engine
from scenarios import vocabulary
from scenarios.management.commands import project

ROOT = Path(__file__).parents[3]
FEW = ("--draws", "20", "--seed", "7")


def told(*options):
    """What the command prints, and what it says beside it."""
    out, beside = StringIO(), StringIO()
    call_command("project", *options, stdout=out, stderr=beside)
    return out.getvalue(), beside.getvalue()


def refused(*options):
    with pytest.raises(CommandError) as refusal:
        told(*options)
    assert refusal.value.returncode == 2
    return str(refusal.value)


def test_every_outcome_is_told_per_group_year_and_quantile_with_its_unit():
    figures = json.loads(told("--scenario", "trend", "--reform", "mw_up_10", *FEW, "--json")[0])["figures"]
    assert {(one["outcome"], one["group"]) for one in figures} == set(engine.KEYS)
    assert {one["year"] for one in figures} == {2015, 2020, 2025, 2030, 2040}
    assert len(figures) == 5 * len(engine.KEYS)
    for one in figures:
        assert one["unit"]
        assert one["change"]["unit"]
        for kind in ("without", "with", "change"):
            assert one[kind]["p10"] <= one[kind]["p50"] <= one[kind]["p90"]


def test_the_figures_are_those_of_the_engine():
    parameters = engine.draw_parameters(20, 7)
    scenarios = [engine.default_drivers("trend")]
    reforms = [engine.Reform({"minimum_wage": 0.1, "benefit_link": 1.0}, budget_from_model=True)]
    without = engine.project(scenarios=scenarios, parameters=parameters)
    impacts = engine.impact(engine.project(scenarios=scenarios, parameters=parameters, reforms=reforms), without)
    figures = json.loads(told("--scenario", "trend", "--reform", "mw_up_10", *FEW, "--json")[0])["figures"]
    for one in figures:
        key, year = (one["outcome"], one["group"]), without.years.index(one["year"])
        exact = np.quantile(impacts.values[key][0, :, year], [0.1, 0.5, 0.9])
        assert [one["change"][name] for name in ("p10", "p50", "p90")] == pytest.approx(exact)
        assert one["without"]["p50"] == pytest.approx(np.median(without.values[key][0, :, year]))
        assert one["change"]["aboveZero"] == (impacts.values[key][0, :, year] > 0).mean()


def test_the_provenance_is_enough_to_ask_again():
    options = ("--scenario", "trend", "--driver", "displacement_pace=1.5", "--lever", "training=1", *FEW, "--json")
    first, again = (json.loads(told(*options)[0]) for _time in range(2))
    assert first == again
    source = first["provenance"]
    assert source["modelVersion"] == engine.VERSION
    assert source["seed"] == 7
    assert source["draws"] == 20
    assert source["dataVintage"] >= source["baseYear"] == 2015
    assert {"engine/data/priors.toml", "scenarios/data/reforms.toml"} <= source["dataFiles"].keys()
    assert {len(digest) for digest in source["dataFiles"].values()} == {64}
    assert source["scenarios"][0]["drivers"]["displacement_pace"] == 1.5
    assert source["scenarios"][0]["startsFrom"] == "trend"
    assert source["package"][0]["levers"] == {"training": 1.0}


def test_a_package_of_the_catalogue_and_levers_starts_when_it_is_said_to():
    options = ("--reform", "mw_up_10", "--lever", "training=0.5", "--start-year", "2022", "--phase-years", "2")
    package = json.loads(told(*options, *FEW, "--json")[0])["provenance"]["package"]
    assert [(one["reform"], one["startYear"], one["phaseYears"]) for one in package] == [
        ("mw_up_10", 2022, 2),
        (None, 2022, 2),
    ]


def test_without_scenarios_all_four_are_projected_and_without_a_package_only_when_asked():
    found = json.loads(told("--baseline", *FEW, "--years", "2030", "--json")[0])
    assert {one["scenario"] for one in found["figures"]} == {one.key for one in vocabulary.default_scenarios()}
    assert "change" not in found["figures"][0]


def test_rival_theories_are_told_when_asked():
    found = json.loads(told("--scenario", "trend", "--reform", "mw_up_10", *FEW, "--variants", "--json")[0])
    assert len(found["variants"]) == 7 * 5 * len(engine.KEYS)
    assert {one["variant"] for one in found["variants"]} == {one.key for one in engine.structural_variants()}


def test_people_read_a_table_in_shown_units():
    text, _beside = told("--scenario", "trend", "--reform", "mw_up_10", *FEW)
    row = next(line for line in text.splitlines() if line.startswith("People in work") and "Everyone" in line)
    assert "thousand people" in row
    assert "2030: change by the package" in text
    assert "-0.0 " not in text
    assert "+0.00" not in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--reform", "mw_up_1O"], ["--reform", "mw_up_1O", "did you mean “mw_up_10”?"]),
        (["--scenario", "trnd", "--reform", "mw_up_10"], ["--scenario", "did you mean “trend”?"]),
        (["--lever", "minimum_wag=0.1"], ["--lever", "did you mean “minimum_wage”?"]),
        (["--lever", "minimum_wage=0.9"], ["--lever", "minimum_wage is 0.9", "from -0.15 to 0.4"]),
        (["--lever", "minimum_wage=nan"], ["--lever", "must be a number", "from -0.15 to 0.4"]),
        (["--lever", "minimum_wage"], ["minimum_wage", "NAME=VALUE"]),
        (["--driver", "displacement_pace=99", "--reform", "mw_up_10"], ["--driver", "displacement_pace is 99"]),
        ([], ["--reform", "The package is empty", "at least one"]),
        (["--lever", "training=0"], ["--lever", "No lever moves"]),
        (["--reform", "mw_up_10", "--reform", "mw_down_10"], ["contradict", "minimum_wage", "Leave one of them out"]),
        (["--reform", "mw_up_10", "--lever", "minimum_wage=-0.1"], ["contradict", "minimum_wage"]),
        (["--reform", "mw_up_10", "--reform", "mw_up_10"], ["twice"]),
        (["--lever", "training=2", "--reform", "training_account"], ["training by", "from -0.5 to 2"]),
        (["--lever", "benefit_link=1"], ["benefit_link", "minimum_wage too"]),
        (["--reform", "mw_up_10", "--years", "2010"], ["--years", "2010", "2015 to 2040"]),
        (["--reform", "mw_up_10", "--start-year", "2010"], ["--start-year", "2010", "2016 to 2040"]),
        (["--reform", "mw_up_10", "--phase-years", "0"], ["--phase-years", "1 to 25"]),
        (["--reform", "mw_up_10", "--draws", "0"], ["--draws", "1 to"]),
        (["--reform", "mw_up_10", "--seed", "-1"], ["--seed", "0 to"]),
        (["--lever", "training=1", "--budget", "500"], ["--budget", "-100 to 100"]),
        (["--lever", "minimum_wage=0.1", "--budget", "1"], ["--budget", "computes the budget"]),
    ],
)
def test_bad_input_is_refused_with_the_option_the_bound_and_what_to_do(options, said):
    words = refused(*options)
    for part in said:
        assert part in words


def test_everything_that_is_wrong_is_said_at_once():
    words = refused("--scenario", "nowhere", "--lever", "training=9", "--years", "1999", "--seed", "-5")
    assert [line.split(":")[0] for line in words.splitlines()] == ["--scenario", "--lever", "--years", "--seed"]


def test_a_million_draws_are_refused_on_one_machine_with_the_way_to_do_it():
    words = refused("--reform", "mw_up_10", "--draws", "1000000")
    assert "200000" in words
    assert "--split" in words


def test_too_many_years_and_scenarios_for_a_large_ensemble_are_refused_with_what_fits():
    years = [str(year) for year in range(2015, 2041)]
    assert "at most 1923 draws" in refused("--reform", "mw_up_10", "--draws", "50000", "--years", *years)


def test_a_large_ensemble_is_computed_in_parts_with_progress_and_the_error_of_its_bins(monkeypatch):
    monkeypatch.setattr(project, "workers_listening", lambda: 0)
    monkeypatch.setattr("scenarios.arrays.questions.AT_ONCE", 3000)
    options = ("--scenario", "trend", "--reform", "mw_up_10", "--years", "2020", "2030", "--json")
    text, beside = told(*options, "--draws", "2100", "--seed", "7")
    found = json.loads(text)
    assert found["precision"]["method"] == "binned"
    assert found["precision"]["bins"] == 2048
    assert 0 < found["precision"]["largestErrorAsShareOfBand"] < 0.01
    assert any("error" in one["change"] for one in found["figures"])
    assert "1 of 1 parts" in beside


def test_workers_are_needed_for_what_is_said_to_be_split(monkeypatch):
    monkeypatch.setattr(project, "workers_listening", lambda: 0)
    with pytest.raises(CommandError, match="No worker answers"):
        told("--reform", "mw_up_10", "--draws", "300000", "--split")


def test_a_shell_sees_exit_code_two_and_the_words(tmp_path):
    command = [sys.executable, "manage.py", "project", "--scenario", "trend", "--reform", "mw_up_1O"]
    done = subprocess.run(
        command, cwd=ROOT, env={"VAR_DIR": str(tmp_path), "PATH": ""}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "did you mean" in done.stderr
    assert not done.stdout

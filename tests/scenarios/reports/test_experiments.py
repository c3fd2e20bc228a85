# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every draw as a file for analysts: laid out as the EMA Workbench lays it out, and opened by the Workbench itself."""

import csv
import io
import json
import subprocess
import tarfile
from pathlib import Path

import numpy as np
import pytest

import engine
from scenarios.arrays.findings import pair
from scenarios.arrays.questions import AskedReform, AskedScenario, Question
from scenarios.reports.experiments import archived

ROOT = Path(__file__).parents[3]
ORACLE = ROOT / ".venv-oracles" / "bin" / "python"
AS_WRITTEN = json.loads((ROOT / "tests/data/oracles/ema_results.json").read_text(encoding="utf-8"))
DRAWS = 6
YEARS = (2020, 2030)


@pytest.fixture(scope="module")
def question():
    return Question(
        scenarios=tuple(AskedScenario(key, engine.default_drivers(key), key) for key in ("trend", "displacement")),
        package=(AskedReform({"minimum_wage": 0.1, "benefit_link": 1.0}, budget_from_model=True, key="mw_up_10"),),
        draws=DRAWS,
        seed=7,
        years=YEARS,
    )


@pytest.fixture(scope="module")
def members(question):
    with tarfile.open(fileobj=io.BytesIO(archived(question))) as archive:
        return {name: archive.extractfile(name).read() for name in archive.getnames()}


def table(members, name):
    return list(csv.reader(io.StringIO(members[name].decode())))


def test_there_is_a_table_of_experiments_one_for_every_outcome_and_metadata(members):
    outcomes = [f"{outcome}_{group}.csv" for outcome, group in engine.KEYS]
    assert list(members) == ["experiments.csv", *outcomes, "TIME.csv", "metadata.json", "provenance.json"]
    assert AS_WRITTEN["members"] == ["experiments.csv", "path.csv", "metadata.json"]


def test_the_metadata_is_as_the_workbench_writes_it(members):
    ours, theirs = json.loads(members["metadata.json"]), AS_WRITTEN["metadata"]
    assert ours.keys() == theirs.keys()
    assert ours["version"] == theirs["version"]
    assert theirs["outcomes"] == [["ArrayOutcome", "path", "path.csv"]]
    assert ours["outcomes"][0] == ["ArrayOutcome", "unemployment_everyone", "unemployment_everyone.csv"]
    assert set(ours["experiments"].values()) == set(theirs["experiments"].values()) == {"float64", "category"}
    assert list(ours["experiments"]) == table(members, "experiments.csv")[0]
    assert list(theirs["experiments"]) == AS_WRITTEN["columns"]


def test_experiments_come_policy_by_policy_with_one_scenario_number_for_a_future_and_draw(members):
    head, *rows = table(members, "experiments.csv")
    assert head[-3:] == AS_WRITTEN["columns"][-3:] == ["scenario", "policy", "model"]
    found = [(row[-3], row[-2]) for row in rows]
    lanes = 2 * DRAWS
    assert found == [(str(at), policy) for policy in ("nothing", "package") for at in range(lanes)]
    assert [lane[:2] for lane in AS_WRITTEN["lanes"]] == [
        [str(at), policy] for policy in ("nothing", "package") for at in range(3)
    ]


def test_a_row_says_all_that_decides_its_outcomes(question, members):
    head, *rows = table(members, "experiments.csv")
    assert len(set(head)) == len(head)
    last = dict(zip(head, rows[-1], strict=True))
    assert last["future"] == "displacement"
    assert float(last["displacement_pace"]) == engine.default_drivers("displacement")["displacement_pace"]
    assert float(last["lam"]) == question.parameters.values["lam"][-1]
    assert float(last["minimum_wage"]) == 0.1
    assert float(dict(zip(head, rows[0], strict=True))["minimum_wage"]) == 0.0


def test_an_outcome_is_a_table_without_a_head_to_the_last_bit(question, members):
    values = pair(question, question.parameters)
    assert not AS_WRITTEN["has_header"]
    for outcome, group in engine.KEYS:
        found = np.array(table(members, f"{outcome}_{group}.csv"), dtype=float)
        exact = [values[kind][outcome, group].reshape(-1, len(YEARS)) for kind in ("without", "with")]
        assert (found == np.concatenate(exact)).all()
    assert table(members, "TIME.csv") == [["2020.0", "2030.0"]] * (4 * DRAWS)


def test_the_archive_says_where_its_figures_come_from(question, members):
    source = json.loads(members["provenance.json"])
    assert (source["seed"], source["questionDigest"]) == (7, question.digest)


@pytest.mark.skipif(not ORACLE.exists(), reason="make oracles installs the EMA Workbench")
def test_the_workbench_itself_opens_it(question, tmp_path):
    file = tmp_path / "draws.tar.gz"
    file.write_bytes(archived(question))
    command = [ORACLE, "tests/oracles/ema_results.py", "read", file]
    found = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    values = pair(question, question.parameters)
    assert found["experiments"] == 4 * DRAWS
    assert found["policies"] == ["nothing", "package"]
    assert found["futures"] == ["trend", "displacement"]
    assert found["first"]["lam"] == question.parameters.values["lam"][0]
    assert found["kinds"]["scenario"] == "category"
    for outcome, group in engine.KEYS:
        both = sum(values[kind][outcome, group].sum() for kind in ("without", "with"))
        assert found["sums"][f"{outcome}_{group}"] == pytest.approx(both, rel=1e-12)
        assert found["shapes"][f"{outcome}_{group}"] == [4 * DRAWS, len(YEARS)]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every draw as a file for analysts, in the results format of the EMA Workbench (2.5.3): `load_results` opens it.

A tar.gz of experiments.csv (one row per scenario, draw and policy: drivers, parameters and levers), one CSV per
outcome and group (a row per experiment, a column per year), and metadata.json. Our own writer: the Workbench itself
is used to check it, never at run time.
"""

import csv
import io
import json
import tarfile
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

import engine
from scenarios.arrays import MODEL_VERSION
from scenarios.arrays.findings import CHANGE, Pair, kinds_of, pair
from scenarios.arrays.questions import Question
from scenarios.reports.findings import provenance_of

FORMAT_VERSION = 0.1
MODEL_NAME = "draagvlak"
POLICIES = {"without": "nothing", "with": "package"}
Rows = Sequence[Sequence[Any]]
Array = NDArray[np.float64]


def archived(question: Question, values: Pair | None = None) -> bytes:
    """Return the archive of a question whose draws fit side by side."""
    values = values or pair(question, question.parameters)
    policies = [kind for kind in kinds_of(question) if kind != CHANGE]
    columns = columns_of(question, policies)
    outcomes = dict(_outcomes(question, values, policies))
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=3) as archive:
        _add(archive, "experiments.csv", _experiments(columns))
        for name, table in outcomes.items():
            _add(archive, f"{name}.csv", _csv(table.tolist()))
        _add(archive, "metadata.json", json.dumps(metadata_of(columns, outcomes)).encode())
        _add(archive, "provenance.json", json.dumps(provenance_of(question)).encode())
    return stream.getvalue()


def metadata_of(columns: dict[str, tuple[str, list[Any]]], outcomes: Sequence[str] | dict[str, Any]) -> dict[str, Any]:
    """Return what the Workbench reads first: kinds of columns, and which file holds which outcome."""
    return {
        "version": FORMAT_VERSION,
        "outcomes": [["ArrayOutcome", name, f"{name}.csv"] for name in outcomes],
        "experiments": {name: kind for name, (kind, _values) in columns.items()},
    }


def columns_of(question: Question, policies: Sequence[str]) -> dict[str, tuple[str, list[Any]]]:
    """Return the columns of the experiments with their kinds: policy by policy, scenario by scenario, draw by draw."""
    count, futures = question.draws, question.scenarios
    lanes = count * len(futures)
    found: dict[str, tuple[str, list[Any]]] = {
        "future": ("category", [one.name for one in futures for _draw in range(count)] * len(policies))
    }
    for spec in engine.DRIVERS:
        values = [float(one.drivers[spec.key]) for one in futures for _draw in range(count)]
        found[spec.key] = ("float64", values * len(policies))
    for prior in engine.PRIORS:
        values = question.parameters.values[prior.key].tolist()
        found[prior.key] = ("float64", values * len(futures) * len(policies))
    for lever in sorted({lever for reform in question.package for lever in reform.levers}):
        whole = sum(reform.levers.get(lever, 0.0) for reform in question.package)
        found[lever] = (
            "float64",
            [value for policy in policies for value in [whole * (policy != policies[0])] * lanes],
        )
    found["scenario"] = ("category", list(range(lanes)) * len(policies))
    found["policy"] = ("category", [POLICIES[policy] for policy in policies for _lane in range(lanes)])
    found["model"] = ("category", [f"{MODEL_NAME} {MODEL_VERSION}"] * (lanes * len(policies)))
    return found


def _outcomes(question: Question, values: Pair, policies: Sequence[str]) -> Iterator[tuple[str, Array]]:
    years = len(question.years)
    for outcome, group in engine.KEYS:
        rows = [values[policy][outcome, group].reshape(-1, years) for policy in policies]
        yield f"{outcome}_{group}", np.concatenate(rows)
    lanes = question.draws * len(question.scenarios) * len(policies)
    yield "TIME", np.tile(np.array(question.years, dtype=np.float64), (lanes, 1))


def _experiments(columns: dict[str, tuple[str, list[Any]]]) -> bytes:
    return _csv([list(columns), *zip(*(values for _kind, values in columns.values()), strict=True)])


def _csv(rows: Rows) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode()


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    told = tarfile.TarInfo(name)
    told.size = len(content)
    archive.addfile(told, io.BytesIO(content))

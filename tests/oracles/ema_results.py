# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Run by the Python of .venv-oracles: how the EMA Workbench writes results, and what it reads in ours.

`ema_results.py written` runs a toy model and tells how `save_results` lays it out.
`ema_results.py read FILE` opens an archive with `load_results` and tells what it found.
"""

import json
import sys
import tarfile
import tempfile
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

import ema_workbench as ema  # noqa: E402 -- it warns on being imported


def toy(pull: float = 0.0, tilt: float = 0.0) -> dict[str, object]:
    """Return a number and a row of numbers."""
    return {"path": [pull + tilt, pull - tilt, pull * tilt]}


def written() -> dict[str, object]:
    """Return how the Workbench lays out results: members, metadata, and the first lines of each table."""
    model = ema.Model("toy", function=toy)
    model.uncertainties = [ema.RealParameter("pull", 0, 1)]
    model.levers = [ema.RealParameter("tilt", 0, 1)]
    model.outcomes = [ema.ArrayOutcome("path")]
    policies = [ema.Policy("nothing", tilt=0.0), ema.Policy("package", tilt=0.5)]
    with tempfile.TemporaryDirectory() as folder, ema.SequentialEvaluator(model) as evaluator:
        file = Path(folder) / "results.tar.gz"
        ema.save_results(evaluator.perform_experiments(scenarios=3, policies=policies), str(file))
        with tarfile.open(file) as archive:
            tables = {name: archive.extractfile(name).read().decode().splitlines() for name in archive.getnames()}
    return {
        "version": ema.__version__,
        "members": list(tables),
        "metadata": json.loads(tables["metadata.json"][0]),
        "columns": tables["experiments.csv"][0].split(","),
        "lanes": [line.split(",")[-3:] for line in tables["experiments.csv"][1:]],
        "has_header": tables["path.csv"][0][0].isalpha(),
        "row": tables["path.csv"][0].count(",") + 1,
    }


def read(file: str) -> dict[str, object]:
    """Return what the Workbench finds in an archive."""
    experiments, outcomes = ema.load_results(file)
    return {
        "kinds": {name: str(kind) for name, kind in experiments.dtypes.items()},
        "experiments": len(experiments),
        "policies": sorted(experiments["policy"].unique()),
        "futures": list(dict.fromkeys(experiments["future"])),
        "first": {name: experiments[name].iloc[0].item() for name in experiments if experiments[name].dtype == float},
        "shapes": {name: list(values.shape) for name, values in outcomes.items()},
        "sums": {name: float(values.sum()) for name, values in outcomes.items()},
    }


if __name__ == "__main__":
    told = written() if sys.argv[1] == "written" else read(sys.argv[2])
    print(json.dumps(told, indent=1))  # noqa: T201 -- this is how it tells

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The slow reference as a model function of the EMA Workbench; run by the Python of .venv-oracles.

Reads one line of JSON with what is asked, then one command a line, and answers each with seconds of processor time:
``workbench`` runs the experiments in a SequentialEvaluator, ``bare`` in a plain loop; ``values`` gives the outcomes.
"""

import contextlib
import json
import os
import sys
import time
import warnings
from pathlib import Path
from types import SimpleNamespace

warnings.simplefilter("ignore")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import ema_workbench as ema  # noqa: E402 -- it warns on being imported

from tests.engine.slow_distribution import slow_distribution  # noqa: E402
from tests.engine.slow_reference import slow_projection  # noqa: E402


def main() -> None:
    """Answer commands until there are no more."""
    asked = json.loads(sys.stdin.readline())
    reforms, experiments = [SimpleNamespace(**one) for one in asked["reforms"]], asked["experiments"]
    parts = [slow_projection, slow_distribution] if asked["whole"] else [slow_projection]

    def outcomes(**parameters: float) -> dict[str, list[float]]:
        """Return every outcome as a row of years; plain floats, for numpy's scalars are slower."""
        plain = {name: float(value) for name, value in parameters.items()}
        found: dict[str, list[float]] = {}
        for part in parts:
            for (outcome, group, _year), value in part(asked["drivers"], reforms, plain, asked["years"]).items():
                found.setdefault(f"{outcome}_{group}", []).append(value)
        return found

    model = ema.Model("reference", function=outcomes)
    model.uncertainties = [ema.RealParameter(name, -1e9, 1e9) for name in experiments[0]]
    model.outcomes = [ema.ArrayOutcome(name) for name in outcomes(**experiments[0])]
    scenarios = [ema.Scenario(str(at), **one) for at, one in enumerate(experiments)]

    def in_workbench() -> None:
        with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stderr(nowhere):  # it draws a bar
            ema.SequentialEvaluator(model).perform_experiments(scenarios=scenarios)

    acts = {"workbench": in_workbench, "bare": lambda: [outcomes(**one) for one in experiments]}
    for line in sys.stdin:
        command = line.strip()
        if command == "values":
            answer: object = outcomes(**experiments[-1])
        else:
            start = time.process_time()
            acts[command]()
            answer = time.process_time() - start
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

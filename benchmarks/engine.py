# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Time one proposal: four scenarios x 1,000 draws, with and without a reform, all outcomes, on one core.

Run as ``.venv/bin/python benchmarks/engine.py``. Times are seconds of processor time, medians of interleaved
rounds, so that other work on the machine disturbs them little.
"""

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

import engine

LIMIT_SECONDS = 2.0
SCENARIOS = [engine.default_drivers(key) for key in engine.SCENARIOS]
REFORM = engine.Reform({"minimum_wage": 0.10, "benefit_link": 1.0}, budget_from_model=True)


def main() -> int:
    """Print the times and their ratio; fail when one proposal takes more than two seconds."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--draws", type=int, default=1000)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--sample", type=int, default=24, help="lanes to run one by one")
    chosen = arguments.parse_args()

    parameters = engine.draw_parameters(chosen.draws, seed=2015)
    lanes = len(SCENARIOS) * chosen.draws
    impacts = proposal(parameters)
    acts = {
        "proposal": lambda: proposal(parameters),
        "variants": variants,
        "preview": lambda: run(SCENARIOS, engine.Parameters.mode()),
        "sampling": lambda: engine.draw_parameters(chosen.draws, seed=2015),
        "quantiles": lambda: summaries(impacts),
        "one by one": lambda: one_by_one(parameters, chosen.sample),
    }
    seconds = timed(acts, chosen.rounds)
    alone = seconds["one by one"] / chosen.sample * lanes

    print(f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}, one thread")
    print(
        f"one proposal, {len(SCENARIOS)} scenarios x {chosen.draws} draws, with and without: {seconds['proposal']:.2f} s"
    )
    print(f"  per lane and run: {1e6 * seconds['proposal'] / lanes / 2:.0f} microseconds")
    print(f"  the same lanes one by one (from {chosen.sample} of them): {alone:.0f} s")
    print(f"  together they go {alone / seconds['proposal']:.0f} x as fast")
    print(f"seven variants x {len(SCENARIOS)} scenarios, with and without: {seconds['variants']:.2f} s")
    print(f"preview, one draw x {len(SCENARIOS)} scenarios, with and without: {seconds['preview']:.2f} s")
    print(
        f"drawing the parameters: {1000 * seconds['sampling']:.1f} ms; quantiles of all impacts: {1000 * seconds['quantiles']:.0f} ms"
    )
    return 0 if seconds["proposal"] <= LIMIT_SECONDS else 1


def timed(acts: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of processor time of each act, the rounds interleaved after one to warm up."""
    spent: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(rounds + 1):
        for name, act in acts.items():
            start = time.process_time()
            act()
            spent[name].append(time.process_time() - start)
    return {name: statistics.median(times[1:]) for name, times in spent.items()}


def run(scenarios: list, parameters: engine.Parameters) -> engine.Impacts:
    """Project with and without the reform, and take the difference."""
    without = engine.project(scenarios=scenarios, parameters=parameters)
    reformed = engine.project(scenarios=scenarios, parameters=parameters, reforms=[REFORM])
    return engine.impact(reformed, without)


def proposal(parameters: engine.Parameters) -> engine.Impacts:
    """Do what a worker does for one proposal."""
    return run(SCENARIOS, parameters)


def variants() -> engine.Impacts:
    """Run the rival theories with and without the reform."""
    reformed = engine.project_variants(scenarios=SCENARIOS, reforms=[REFORM])
    return engine.impact(reformed, engine.project_variants(scenarios=SCENARIOS))


def summaries(impacts: engine.Impacts) -> list[np.ndarray]:
    """Take the quantiles that are stored."""
    return [engine.quantiles(values) for values in impacts.values.values()]


def one_by_one(parameters: engine.Parameters, sample: int) -> None:
    """Run a sample of the same lanes, each in a call of its own."""
    for lane in range(sample):
        alone = engine.Parameters.from_arrays({key: values[[lane]] for key, values in parameters.values.items()})
        run([SCENARIOS[lane % len(SCENARIOS)]], alone)


if __name__ == "__main__":
    sys.exit(main())

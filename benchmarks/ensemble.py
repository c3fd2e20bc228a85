# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A large ensemble as Celery tasks on real workers: two against one, and the arithmetic for a hundred.

Two whole installations stand side by side, one with a worker process and one with two, and are asked in turns. Times
are by the clock, so other work on the machine counts: run it on a quiet one.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

import engine  # noqa: E402
from benchmarks.support.table import Row, print_table  # noqa: E402
from scenarios.arrays import findings  # noqa: E402
from scenarios.arrays.questions import AskedReform, AskedScenario, Part, Question  # noqa: E402
from tests.servers.installation import MANAGE, Installation  # noqa: E402

PARTS = """
    SELECT number, worker_seconds FROM scenarios_projectionpart
    WHERE own_id = (SELECT id FROM scenarios_ownprojection ORDER BY requested_at DESC LIMIT 1) ORDER BY number
"""
MANY, MILLION = 100, 1_000_000


def main() -> None:
    """Ask both in turns, and print the median of each with their ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--draws", type=int, default=20_000)
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="draagvlak-bench-") as one_folder,
        tempfile.TemporaryDirectory(prefix="draagvlak-bench-") as two_folder,
        Installation(Path(one_folder), DEMO="0", WORKER_PROCESSES="1") as one,
        Installation(Path(two_folder), DEMO="0", WORKER_PROCESSES="2") as two,
    ):
        spent = [(asked(one, chosen.draws, seed), asked(two, chosen.draws, seed)) for seed in range(chosen.rounds + 1)][
            1:
        ]
        pilot, *parts = [seconds for _number, seconds in one.ask_database(PARTS)]
        told = precision(two, chosen.draws)
    alone, shared = (median(times) for times in zip(*spent, strict=True))
    part, around = median(parts), max(0.0, alone - pilot - sum(parts))
    rows = [
        Row(f"{chosen.draws:,} draws x 4 scenarios, with and without: one worker", f"{alone:.1f} s"),
        Row("  two workers", f"{shared:.1f} s", median(long / short for long, short in spent)),
        Row(f"  pilot, which comes first; then {len(parts)} parts of", f"{pilot:.1f} s; {part:.1f} s"),
        Row("  merging, storing, starting the command, asking how far it is", f"{around:.1f} s"),
        Row("  largest error of a quantile: one of 2,048 bins, as a share of p10 to p90", told),
        *arithmetic(pilot, part, around),
    ]
    print_table("A large ensemble on real workers", rows)


def arithmetic(pilot: float, part: float, around: float) -> list[Row]:
    """Reckon a million draws: the pilot first, then rounds of parts, then one worker that merges."""
    count, merging = len(question(MILLION).parts), merge_seconds()
    alone, shared = (pilot + -(-count // workers) * part + count * merging + around for workers in (1, MANY))
    name = f"a million draws, reckoned: {count} parts, {1000 * merging:.0f} ms to merge each; one worker"
    return [
        Row(name, f"{alone / 60:.0f} min"),
        Row(f"  {MANY} workers, two parts each", f"{shared:.0f} s", alone / shared),
    ]


def question(draws: int) -> Question:
    """Return what the command asks here."""
    scenarios = tuple(AskedScenario(key, engine.default_drivers(key), key) for key in engine.SCENARIOS)
    return Question(scenarios, (AskedReform({"minimum_wage": 0.1, "benefit_link": 1.0}, key="mw_up_10"),), draws, 0)


def merge_seconds() -> float:
    """Return how long one summary takes to read and merge."""
    asked_for = question(MILLION)
    summary = findings.summary_of(asked_for, Part(0, 1), findings.bins_of(asked_for))
    stored = findings.packed_summary(summary)
    spent = []
    for _round in range(5):
        start = time.process_time()
        engine.merged(summary, findings.unpacked_summary(stored))
        spent.append(time.process_time() - start)
    return median(spent)


def asked(installation: Installation, draws: int, seed: int) -> float:
    """Have workers compute an ensemble; return seconds by the clock."""
    start = time.perf_counter()
    command = (
        *MANAGE,
        "project",
        "--reform",
        "mw_up_10",
        "--draws",
        str(draws),
        "--seed",
        str(seed),
        "--split",
        "--json",
    )
    subprocess.run(command, env=installation.environment, check=True, capture_output=True)
    return time.perf_counter() - start


def precision(installation: Installation, draws: int) -> str:
    """Return the largest error as the command tells it; the answer is still kept."""
    years = ("--years", "2015", "2020", "2025", "2030", "2040")
    printed = installation.manage(
        "project", "--reform", "mw_up_10", "--draws", str(draws), "--seed", "0", "--split", *years
    )
    found = re.search(r"off by at most ([\d.]+%)", printed)
    return found.group(1) if found else "not told"


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A landscape of opinions against red-dwarf, on the same votes in the same run: `python benchmarks/landscape.py [--large]`.

Both look for the two directions, the best of two to five groups, and what each group said of each statement. They must find
the same directions, and count the same in groups that are given. Both have one thread (needs `make oracles`).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import numpy as np

from benchmarks.support.table import Row, print_table
from workshops.landscape import Floats, Places, divided, landscape_of, map_of, statistics_of

ROOT = Path(__file__).resolve().parents[1]
ORACLE = ROOT / ".venv-oracles" / "bin" / "python"
STATEMENTS, CAMPS, MISSING = 200, 3, 0.15
SIZES = ((10_000, 3, 15.0),)  # people, rounds, times as fast as agreed
LARGE = (50_000, 1, 100.0)  # theirs compares everybody with everybody: minutes
MOST_MEMORY = 4.0


def audience(people: int) -> tuple[Floats, Places]:
    """Return three camps that lean apart, one answer in seven missing."""
    chance = np.random.default_rng(2015)
    camps = np.arange(people) % CAMPS
    leaning = 0.6 * chance.choice([-1.0, 1.0], (CAMPS, STATEMENTS))
    votes = np.where(chance.random((people, STATEMENTS)) < (1 + leaning[camps]) / 2, 1.0, -1.0)
    votes[chance.random(votes.shape) < MISSING] = np.nan
    return votes, camps


def main() -> None:
    """Print seconds of processor time of each, memory, and growth."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--large", action="store_true", help="50,000 people as well, which takes red-dwarf minutes")
    sizes = (*SIZES, LARGE) if arguments.parse_args().large else SIZES
    rows = []
    if (ROOT / ".venv-oracles/lib").exists() and any((ROOT / ".venv-oracles/lib").glob("*/site-packages/reddwarf")):
        rows = against(sizes)
    else:
        print("Against red-dwarf: left out, it is not here; `make oracles` installs it.")
    print_table("Landscape of opinions, seconds of processor time", [*rows, *growth(), *memory(), whole()])


def against(sizes: tuple[tuple[int, int, float], ...]) -> list[Row]:
    """Time both in turn."""
    rows = []
    command = [str(ORACLE), str(ROOT / "tests/oracles/red_dwarf_landscape.py")]
    with (
        tempfile.TemporaryDirectory(prefix="draagvlak-bench-") as folder,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as oracle,
    ):
        for people, rounds, least in sizes:
            votes, camps = audience(people)
            path = Path(folder) / "votes.npz"
            np.savez(path, votes=votes, groups=camps)
            pairs = [(_theirs(oracle, path, votes, camps), _ours(votes)) for _round in range(rounds)]
            theirs, ours = (median(pair[which] for pair in pairs) for which in (0, 1))
            figure = f"{ours:.3f} s; red-dwarf {theirs:.3f} s"
            ratio = median(slow / fast for slow, fast in pairs)
            rows.append(Row(f"{people:,} people x {STATEMENTS}", figure, ratio, goal=f"at least {least:g} x"))
        oracle.stdin.close()  # type: ignore[union-attr]
    return rows


def growth() -> list[Row]:
    """Tell what five times as many people cost."""
    few, many = (median(_ours(audience(people)[0]) for _turn in range(3)) for people in (10_000, 50_000))
    return [Row("five times as many people", f"{few:.3f} s, {many:.3f} s", many / few, goal="about 5 x")]


def memory() -> list[Row]:
    """Tell how much it needs at most beside the votes themselves."""
    votes, _camps = audience(10_000)
    tracemalloc.start()
    _drawn(votes)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return [
        Row(
            "memory at most, against the votes",
            f"{peak / 1e6:.0f} MB",
            peak / votes.nbytes,
            f"at most {MOST_MEMORY:g} x",
        )
    ]


def whole() -> Row:
    """Tell what both tests cost: 99 times shuffled, 20 times with one in ten left out."""
    votes, _camps = audience(1_000)
    start = time.process_time()
    found = landscape_of(votes)
    figure = f"{time.process_time() - start:.2f} s; groups {'named' if found.has_groups else 'not named'}"
    return Row("1,000 people with both tests", figure)


def _drawn(votes: Floats) -> None:
    division = divided(map_of(votes).points, np.random.default_rng(1))
    statistics_of(votes, division.groups)


def _ours(votes: Floats) -> float:
    start = time.process_time()
    _drawn(votes)
    return time.process_time() - start


def _theirs(oracle: subprocess.Popen[str], path: Path, votes: Floats, camps: Places) -> float:
    print(path, file=oracle.stdin, flush=True)
    answer: dict[str, Any] = json.loads(oracle.stdout.readline())  # type: ignore[union-attr]
    found, counted = map_of(votes), statistics_of(votes, camps)
    along = np.abs((found.directions * np.array(answer["directions"])).sum(axis=1))
    assert np.allclose(along, 1.0, atol=1e-6), "they find other directions"  # noqa: S101 -- a benchmark of something else is none
    assert np.array_equal(counted.answered, answer["answered"]), "they count other answers"  # noqa: S101
    assert np.allclose([counted.agreeing, counted.disagreeing], answer["shares"]), "they find other shares"  # noqa: S101
    return float(answer["seconds"])


if __name__ == "__main__":
    main()

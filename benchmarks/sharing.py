# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Equal shares against pabutools, on the same elections in the same run: `python benchmarks/sharing.py` (needs `make oracles`)."""

import json
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from benchmarks.support.table import Row, print_table
from workshops.sharing import Election, equal_shares

ROOT = Path(__file__).resolve().parents[1]
ORACLE = ROOT / ".venv-oracles" / "bin" / "python"
SIZES = ((33, 300, 7, 1.0), (9_999, 300, 1, 100.0))  # voters, items, rounds, times as fast as agreed


def election(voters: int, items: int) -> Election:
    """Return three sides of the same size, of whom each supports three items in five."""
    chance = np.random.default_rng(2015)
    points = chance.integers(1, 4, (voters, items)) * (chance.random((voters, items)) < 0.6)
    costs = tuple(Fraction(int(cost), 10) for cost in chance.integers(1, 60, items))
    return Election(costs, points, np.arange(voters) % 3, Fraction(60))


def main() -> None:
    """Print seconds of processor time of each, and how many times as fast ours is."""
    if not ORACLE.exists():
        print("Left out: pabutools is not here; `make oracles` installs it.")
        return
    rows = []
    command = [str(ORACLE), str(ROOT / "tests/oracles/pabutools_shares.py"), "timed"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as oracle:
        for voters, items, rounds, least in SIZES:
            one = election(voters, items)
            pairs = [(_theirs(oracle, one), _ours(one)) for _round in range(rounds)]
            theirs, ours = (median(pair[which] for pair in pairs) for which in (0, 1))
            ratio = median(slow / fast for slow, fast in pairs)
            what, figure = f"{voters:,} voters x {items} items", f"{ours:.3f} s; pabutools {theirs:.3f} s"
            rows.append(Row(what, figure, ratio, goal=f"at least {least:g} x"))
        oracle.stdin.close()  # type: ignore[union-attr]
    print_table("Equal shares against pabutools, seconds of processor time", rows)


def _ours(one: Election) -> float:
    start = time.process_time()
    equal_shares(one)
    return time.process_time() - start


def _theirs(oracle: subprocess.Popen[str], one: Election) -> float:
    told = {"costs": [str(cost) for cost in one.costs], "points": one.points.tolist(), "frame": str(one.frame)}
    answer = _asked(oracle, told)
    assert answer["bought"] == sorted(equal_shares(one).items), "they buy something else"  # noqa: S101
    return float(answer["seconds"])


def _asked(oracle: subprocess.Popen[str], told: dict[str, Any]) -> dict[str, Any]:
    print(json.dumps(told), file=oracle.stdin, flush=True)
    return json.loads(oracle.stdout.readline())  # type: ignore[union-attr, no-any-return]


if __name__ == "__main__":
    main()

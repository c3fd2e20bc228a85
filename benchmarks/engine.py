# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Time the engine against others, against what is counted, and against itself at other sizes.

Run as ``.venv/bin/python benchmarks/engine.py``. Seconds of processor time on one thread; every ratio is the median of
interleaved rounds of one run. The rows against the EMA Workbench need `make oracles`, and are left out without it.
"""

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import argparse
import json
import math
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

import engine
from benchmarks.support import counting
from benchmarks.support.table import Row, print_table
from benchmarks.support.timing import in_turns, ratio
from scenarios import vocabulary

ROOT = Path(__file__).resolve().parents[1]
ORACLE = ROOT / ".venv-oracles" / "bin" / "python"
SCENARIOS = [engine.default_drivers(key) for key in engine.SCENARIOS]
YEARS = (2015, 2020, 2025, 2030, 2040)
SEED, DRAWS, ROUNDS = 2015, 1000, 5
NEED_A_DISTRIBUTION = frozenset({"net_income", "wage_ratio", "gini"})
CORE = [key for key in engine.KEYS if key[0] not in NEED_A_DISTRIBUTION]
REFORM = engine.Reform({"minimum_wage": 0.10, "benefit_link": 1.0}, budget_from_model=True)
CATALOGUE = [
    engine.Reform(one.levers, one.start_year, one.phase_years, one.exante_budget_bn, one.budget_from_model)
    for one in vocabulary.catalogue()
]
Keys = Sequence[tuple[str, str]]


def main() -> None:
    """Print every table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=ROUNDS, help="at least 5 for figures that are told")
    arguments.add_argument("--only", choices=list(TABLES))
    chosen = arguments.parse_args()
    for name, table in TABLES.items():
        if chosen.only in {None, name}:
            table(chosen.rounds)


# --- against the EMA Workbench --------------------------------------------------------------------


def workbench(rounds: int) -> None:
    """Run the same equations, experiments and outcomes as a model function in the Workbench's SequentialEvaluator."""
    title = "The same equations in the EMA Workbench 2.5.3, one scenario, per experiment"
    if not ORACLE.exists():
        print(f"\n{title}\n  left out: `make oracles` installs the Workbench in .venv-oracles")
        return
    rows = [row for whole in (False, True) for row in against_workbench(rounds, is_whole=whole)]
    print_table(title, rows)


def against_workbench(rounds: int, *, is_whole: bool) -> list[Row]:
    """Return the rows without or with what needs a whole distribution."""
    outcomes, experiments, lanes = (engine.KEYS if is_whole else CORE), 8 if is_whole else 20, 4000
    parameters = engine.draw_parameters(lanes, SEED)
    asked: dict[str, Any] = {"scenarios": SCENARIOS[:1], "reforms": [REFORM], "years": YEARS, "outcomes": outcomes}
    few = {key: values[:experiments] for key, values in parameters.values.items()}
    with reference(few, is_whole=is_whole) as tell:
        agree(tell, few, asked)
        acts = {
            "workbench": lambda: float(tell("workbench")) / experiments,
            "bare": lambda: float(tell("bare")) / experiments,
            "engine": lambda: timed(lambda: engine.project(parameters=parameters, **asked)) / lanes,
        }
        times = in_turns(acts, rounds)
    told = "every outcome" if is_whole else f"the {len(outcomes)} outcomes that need no distribution"
    goal = "" if is_whole else "goal 100 x"
    figures = {name: 1e6 * median(spent) for name, spent in times.items()}
    return [
        Row(f"{told}: engine", f"{figures['engine']:.1f} us"),
        Row("  a plain loop over the reference", f"{figures['bare']:.0f} us", ratio(times, "bare", "engine")),
        Row(
            "  the reference in SequentialEvaluator",
            f"{figures['workbench']:.0f} us",
            ratio(times, "workbench", "engine"),
            goal,
        ),
    ]


@contextmanager
def reference(parameters: dict[str, Any], *, is_whole: bool) -> Iterator[Any]:
    """Start the reference in its own environment; yields a way to give it a command."""
    asked = {
        "drivers": dict(SCENARIOS[0]),
        "reforms": [
            {
                "levers": dict(REFORM.levers),
                "start_year": REFORM.start_year,
                "phase_years": REFORM.phase_years,
                "exante_budget_bn": REFORM.exante_budget_bn,
                "budget_from_model": REFORM.budget_from_model,
            }
        ],
        "experiments": [
            dict(zip(parameters, row, strict=True)) for row in zip(*map(list, parameters.values()), strict=True)
        ],
        "years": YEARS,
        "whole": is_whole,
    }
    command = [str(ORACLE), str(ROOT / "benchmarks" / "support" / "ema_model.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        sent, heard = process.stdin, process.stdout
        assert sent is not None  # noqa: S101
        assert heard is not None  # noqa: S101

        def tell(command: str) -> Any:
            sent.write(f"{command}\n")
            sent.flush()
            return json.loads(heard.readline())

        sent.write(f"{json.dumps(asked)}\n")
        yield tell
        sent.close()


def agree(tell: Any, parameters: dict[str, Any], asked: dict[str, Any]) -> None:
    """Insist that both compute the same outcomes, to the tenth digit."""
    theirs = tell("values")
    ours = engine.project(parameters=engine.Parameters.from_arrays(parameters), **asked).values
    assert theirs.keys() == {f"{outcome}_{group}" for outcome, group in ours}  # noqa: S101
    for (outcome, group), values in ours.items():
        np.testing.assert_allclose(theirs[f"{outcome}_{group}"], values[0, -1], rtol=1e-9, atol=1e-12)


def timed(act: Any) -> float:
    """Return the processor time of one act."""
    start = time.process_time()
    act()
    return time.process_time() - start


# --- against what is counted ----------------------------------------------------------------------


def bound(rounds: int) -> None:
    """Count what a lane computes, at the pace that numpy reaches on this machine for each operation."""
    rows: list[Row] = []
    for told, outcomes in (("every outcome", engine.KEYS), ("no distribution", CORE)):
        rows += against_count(told, outcomes, rounds)
    print_table("One lane (a scenario with a draw and a reform, 26 years, 5 reported) against a counted bound", rows)


def against_count(told: str, outcomes: Keys, rounds: int) -> list[Row]:
    """Return the rows for some outcomes."""
    parameters, reform = engine.draw_parameters(DRAWS, SEED), engine.Reform({"training": 1.0})
    lanes = DRAWS * len(SCENARIOS)
    counts = counting.count_a_lane([reform], YEARS, outcomes)
    asked: dict[str, Any] = {"scenarios": SCENARIOS, "reforms": [reform], "years": YEARS, "outcomes": outcomes}
    spent, at_numpys_pace, fused = [], [], []
    for _round in range(rounds + 1):
        pace = counting.nanoseconds(list(counts), rounds=1)
        spent.append(1e6 * timed(lambda: engine.project(parameters=parameters, **asked)) / lanes)
        at_numpys_pace.append(sum(number * pace.get(name, 0.0) for name, number in counts.items()) / 1e3)
        fused.append(fused_bound(counts, pace))
    ratios = [
        [ours / least for ours, least in zip(spent, bounds, strict=True)][1:] for bounds in (at_numpys_pace, fused)
    ]
    curved = sum(number for name, number in counts.items() if name in counting.TRANSCENDENTAL)
    flops = sum(counts.values()) - curved - counts[counting.SORT]
    return [
        Row(f"{told}: engine", f"{median(spent[1:]):.1f} us"),
        Row("  exp, log and their kin", f"{curved:,}"),
        Row("  sorted numbers", f"{counts[counting.SORT]:,}"),
        Row("  other operations", f"{flops:,}"),
        Row("  all at numpy's measured pace", f"{median(at_numpys_pace[1:]):.1f} us", median(ratios[0]), "goal 4 x"),
        Row(
            "  other operations fused, at the pace of a matrix product",
            f"{median(fused[1:]):.1f} us",
            median(ratios[1]),
        ),
    ]


def fused_bound(counts: Counter[str], pace: dict[str, float]) -> float:
    """Return microseconds a lane when all but exp, log and sorting went as fast as the processor multiplies matrices."""
    slow = counting.TRANSCENDENTAL | {counting.SORT}
    flops = sum(number for name, number in counts.items() if name not in slow)
    curved = sum(number * pace[name] for name, number in counts.items() if name in slow)
    return curved / 1e3 + 1e6 * flops / counting.peak_flops(rounds=1)


# --- quantiles, which the reference does not compute ----------------------------------------------


def quantile_rows(rounds: int) -> None:
    """Time p10, p50 and p90 of every outcome, year and scenario beside the runs they are of, and beside numpy's own."""
    asked: dict[str, Any] = {"scenarios": SCENARIOS, "parameters": engine.draw_parameters(DRAWS, SEED), "years": YEARS}
    without, reformed = engine.project_packages(packages=[[], [REFORM]], **asked)
    table = engine.tabled(engine.impact(reformed, without).values)
    probabilities = (0.1, 0.5, 0.9)
    np.testing.assert_allclose(
        engine.quantiles_over_last(table, probabilities), np.quantile(table, probabilities, axis=-1), atol=1e-12
    )
    acts = {
        "ours": lambda: engine.quantiles_over_last(table, probabilities),
        "numpy": lambda: np.quantile(table, probabilities, axis=-1),
        "model": lambda: engine.project_packages(packages=[[], [REFORM]], **asked),
    }
    times = in_turns(acts, rounds)
    ours, numpys, model = (1e3 * median(times[name]) for name in acts)
    rows = [
        Row(f"{table.size // DRAWS:,} distributions of {DRAWS:,} draws: engine", f"{ours:.0f} ms"),
        Row("  numpy.quantile", f"{numpys:.0f} ms", ratio(times, "numpy", "ours")),
        Row(
            "  the runs that they are of, with and without the reform", f"{model:.0f} ms", ratio(times, "model", "ours")
        ),
    ]
    print_table("Quantiles of the effect of one proposal, all scenarios and outcomes", rows)


# --- one draw, for a slider -----------------------------------------------------------------------


def slider(_rounds: int) -> None:
    """One draw, four scenarios, with and without a reform, as one call."""
    mode = engine.Parameters.mode()
    asked: dict[str, Any] = {"scenarios": SCENARIOS, "parameters": mode, "years": YEARS}
    acts = {
        "one call": lambda: engine.project_packages(packages=[[], [REFORM]], **asked),
        "two calls": lambda: [engine.project(**asked), engine.project(reforms=[REFORM], **asked)],
    }
    times = in_turns(acts, 50)
    one, two = (1e3 * median(times[name]) for name in ("one call", "two calls"))
    rows = [
        Row("with and without as one call, median of 50", f"{one:.1f} ms", one / 20, "goal 20 ms, aim 10"),
        Row("  as two calls", f"{two:.1f} ms", ratio(times, "two calls", "one call")),
    ]
    print_table("One draw for a live slider: four scenarios, every outcome", rows)


# --- the whole matrix -----------------------------------------------------------------------------


def matrix(rounds: int) -> None:
    """Every reform of the catalogue in four scenarios, and how time grows with each side."""
    whole = {"reforms": len(CATALOGUE), "scenarios": len(SCENARIOS), "draws": DRAWS}
    clock = {"one": partial(wall, partial(one_matrix, **whole)), "two": partial(wall, partial(two_workers, **whole))}
    walls = in_turns(clock, rounds)
    work = in_turns({"one": partial(one_matrix, **whole), "two": partial(two_workers, **whole)}, rounds)
    one, two, alone, busiest = (median(times[name]) for times in (walls, work) for name in ("one", "two"))
    size = f"{whole['reforms']} reforms x {whole['scenarios']} scenarios x {DRAWS} draws"
    rows = [
        Row(f"{size}: one core, processor time", f"{alone:.2f} s"),
        Row("  the busier of two workers, processor time", f"{busiest:.2f} s", ratio(work, "one", "two")),
        Row("  by the clock, on which other work on the machine counts: one core", f"{one:.2f} s"),
        Row("  by the clock: two workers", f"{two:.2f} s", ratio(walls, "one", "two")),
    ]
    sizes = {"draws": (250, 500, 1000, 2000), "reforms": (3, 6, 12, 24), "scenarios": (1, 2, 4)}
    for side, steps in sizes.items():
        small = {"reforms": 3, "scenarios": 2, "draws": 500}
        acts = {str(step): partial(one_matrix, **small | {side: step}) for step in steps}
        times = in_turns(acts, rounds)
        rows.append(
            Row(
                f"  growth with {side}, {steps[0]} to {steps[-1]}: slope",
                f"{slope(steps, times):.2f}",
                slope(steps, times),
                "linear is 1",
            )
        )
    print_table("The whole matrix, each cell reduced to its quantiles", rows)


def one_matrix(reforms: int, scenarios: int, draws: int, part: slice = slice(None)) -> list[np.ndarray]:
    """Project reforms one after the other against doing nothing, and keep quantiles only."""
    parameters = engine.draw_parameters(draws, SEED)
    asked: dict[str, Any] = {"scenarios": SCENARIOS[:scenarios], "parameters": parameters, "years": YEARS}
    without = engine.project(**asked)
    return [
        engine.quantiles_over_last(engine.tabled(engine.impact(engine.project(reforms=[one], **asked), without).values))
        for one in CATALOGUE[:reforms][part]
    ]


def two_workers(reforms: int, scenarios: int, draws: int) -> float:
    """Have two processes do half of the reforms each; they were started before. Return the time of the busier one."""
    halves = [slice(0, None, 2), slice(1, None, 2)]
    return max(POOL.map(time_of_half, *([value] * 2 for value in (reforms, scenarios, draws)), halves))


def time_of_half(reforms: int, scenarios: int, draws: int, part: slice) -> float:
    """Return the processor time of a part of the matrix."""
    return timed(lambda: one_matrix(reforms, scenarios, draws, part))


def wall(act: Any) -> float:
    """Return seconds by the clock."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def slope(steps: Sequence[int], times: dict[str, list[float]]) -> float:
    """Return how time grows with size: 1 is linear, less is better."""
    logs = [math.log(median(times[str(step)])) for step in steps]
    return float(np.polyfit([math.log(step) for step in steps], logs, 1)[0])


# --- memory ---------------------------------------------------------------------------------------

PEAK = """
import resource, sys
sys.path.insert(0, {root!r})
from benchmarks import engine
for reform in {reforms}:
    engine.summarised_ensemble(reform, {draws})
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def memory(_rounds: int) -> None:
    """Peak memory of ensembles that are summarised block by block, each at two sizes."""
    small, large = (peak_megabytes("[engine.REFORM]", draws) for draws in (8_000, 32_000))
    few, many = (peak_megabytes("engine.CATALOGUE", draws) for draws in (2_000, 8_000))
    count = len(CATALOGUE)
    rows = [
        Row("8,000 draws x 4 scenarios, with and without one reform, summarised", f"{small:.0f} MB"),
        Row("  32,000 draws, four times as many", f"{large:.0f} MB", large / small, "1 when bounded"),
        Row(f"{count} reforms x 4 scenarios x 2,000 draws, reform by reform, summarised", f"{few:.0f} MB", few / small),
        Row("  8,000 draws, four times as many", f"{many:.0f} MB", many / few, "1 when bounded"),
    ]
    print_table("Peak memory of one worker", rows)


def summarised_ensemble(reform: engine.Reform, draws: int) -> engine.Summary:
    """Compute an ensemble block by block, and keep counts only."""
    bins, total = None, None
    for number in range(draws // engine.BLOCK):
        asked: dict[str, Any] = {"scenarios": SCENARIOS, "parameters": engine.draw_block(number, SEED), "years": YEARS}
        without, reformed = engine.project_packages(packages=[[], [reform]], **asked)
        tables = [engine.tabled(one.values) for one in (without, reformed, engine.impact(reformed, without))]
        values = np.concatenate([table.reshape(-1, engine.BLOCK) for table in tables])
        bins = bins or engine.Bins.around(values)
        found = engine.summarised(values, bins)
        total = found if total is None else engine.merged(total, found)
    assert total is not None  # noqa: S101
    return total


def peak_megabytes(reforms: str, draws: int) -> float:
    """Return the peak memory of a process of its own."""
    program = PEAK.format(root=str(ROOT), reforms=reforms, draws=draws)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return int(done.stdout) / 1024


TABLES = {
    "workbench": workbench,
    "bound": bound,
    "quantiles": quantile_rows,
    "slider": slider,
    "matrix": matrix,
    "memory": memory,
}

if __name__ == "__main__":
    with ProcessPoolExecutor(2) as POOL:
        main()

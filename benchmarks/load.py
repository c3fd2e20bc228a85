# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole installation under load, on SQLite and where it is at hand on PostgreSQL: `make load`.

300 ballots in 10 seconds by 33 seats whose clients try again, one in ten of them after an answer that was lost, while the
worker and the web process are killed: what was acknowledged is stored, once per seat and question, and counted. Then
twenty people type in one scenario, and see each other's words. It ends with 1 when a ballot is lost or doubled.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

import numpy as np  # noqa: E402

from benchmarks.support import voters, writers  # noqa: E402
from benchmarks.support.table import Row, print_table  # noqa: E402
from tests.servers import postgres, processes  # noqa: E402
from tests.servers.installation import Installation  # noqa: E402
from tests.servers.waiting import wait_for  # noqa: E402

BALLOTS, WITHIN, CLIENTS, ALONE = 300, 10.0, 60, 20
WORKER_AT, SITE_AT = 3.0, 5.0
PEOPLE, WORDS, APART, SEEN_WITHIN = 20, 15, 1.0, 2.0
WORKER, SITE = "celery --app config worker", "config.processes.site"


def main() -> int:
    """Measure on each database, typing first since voting ends it; return 1 when something that was acknowledged is not as it was."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--ballots", type=int, default=BALLOTS)
    arguments.add_argument("--words", type=int, default=WORDS)
    arguments.add_argument("--only", choices=["sqlite", "postgresql"])
    chosen = arguments.parse_args()
    failures: list[str] = []
    for name, site in installations(chosen.only):
        rows = [*typing(site, chosen.words), *ballots(site, chosen.ballots, failures)]
        print_table(f"under load, {name}", rows)
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


def installations(only: str | None) -> Iterator[tuple[str, Installation]]:
    """Start one after the other, each in a folder of its own."""
    if only != "postgresql":
        with tempfile.TemporaryDirectory(prefix="draagvlak-load-") as folder, Installation(Path(folder)) as site:
            yield "SQLite", site
    if only == "sqlite":
        return
    if postgres.binaries() is None:
        print(f"PostgreSQL: not measured, there is none on this machine ({postgres.HOW_TO_GET_IT})")
        return
    with contextlib.ExitStack() as stack:
        url = stack.enter_context(postgres.running())
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="draagvlak-load-"))
        yield "PostgreSQL", stack.enter_context(Installation(Path(folder), DATABASE_URL=url))


def ballots(site: Installation, count: int, failures: list[str]) -> list[Row]:
    """Cast some ballots one by one, then the rest at once under kills, and hold what is stored against what was said."""
    wait_for(lambda: site.ready()["status"] == "ready", "everything")
    found = told(site, voters.SET_UP)
    cells = voters.cells_of(found, count + ALONE, seed=2015)
    quiet = voters.vote(site, cells[:ALONE], within=ALONE * 0.2, clients=1, strikes={})
    strikes = {
        WORKER_AT: lambda: processes.kill(site.var_dir, WORKER),
        SITE_AT: lambda: processes.kill(site.var_dir, SITE),
    }
    crowd = voters.vote(site, cells[ALONE:], within=WITHIN, clients=CLIENTS, strikes=strikes)
    wait_for(lambda: answers(site), "the site")
    stored = told(site, voters.STORED)
    said = quiet.acknowledged | crowd.acknowledged
    kept = {(poll, seat): stance for poll, seat, stance in stored["rows"]}
    problems = [
        *([f"{len(crowd.given_up)} ballots were never acknowledged"] if crowd.given_up else []),
        *([f"{len(said.items() - kept.items())} acknowledged ballots differ"] if said.items() - kept.items() else []),
        *([f"{len(kept.keys() - said.keys())} ballots nobody cast"] if kept.keys() - said.keys() else []),
        *([f"{len(stored['rows'])} rows for {len(kept)} cells"] if len(stored["rows"]) != len(kept) else []),
        *([f"{stored['counted']} counted, {len(kept)} stored"] if stored["counted"] != len(kept) else []),
        *stored["breaks"],
    ]
    failures += problems
    alone = float(np.median(quiet.seconds))
    return [
        Row(
            f"{count} ballots in {WITHIN:.0f} s",
            f"acknowledged {len(crowd.acknowledged)}, stored {len(kept) - len(quiet.acknowledged)}, "
            f"sent {crowd.tries} times; worker killed at {WORKER_AT:.0f} s, site at {SITE_AT:.0f} s",
            None,
            "all once" if not problems else "FAILED",
        ),
        Row("until acknowledged, median", milliseconds(np.median(crowd.seconds)), np.median(crowd.seconds) / alone),
        Row(
            "until acknowledged, 95th of 100",
            milliseconds(np.quantile(crowd.seconds, 0.95)),
            float(np.quantile(crowd.seconds, 0.95)) / alone,
        ),
        Row("until acknowledged, longest", milliseconds(max(crowd.seconds)), max(crowd.seconds) / alone),
        Row("one client at a time", milliseconds(alone), 1.0),
    ]


def typing(site: Installation, words: int) -> list[Row]:
    """Let people type together, and tell how soon the others see a word."""
    wait_for(lambda: site.ready()["status"] == "ready", "everything")
    found = told(site, writers.SET_UP.replace("HOW_MANY", str(PEOPLE)))
    typed = writers.write_together(site, found, words=words, apart=APART)
    delays, expected = typed.delays(), len(typed.typed) * (PEOPLE - 1)
    goal = f"at most {SEEN_WITHIN:.0f} s"
    late = float(np.quantile(delays, 0.95))
    return [
        Row(
            f"{PEOPLE} people, {len(typed.typed)} words",
            f"seen by others {len(delays)} of {expected} times; refused {len(typed.refused)}",
        ),
        Row("a word seen, median", milliseconds(np.median(delays)), float(np.median(delays)) / SEEN_WITHIN),
        Row("a word seen, 95th of 100", milliseconds(late), late / SEEN_WITHIN, goal),
    ]


def told(site: Installation, command: str) -> Any:
    """Give a command for `manage.py shell`, and return what it found."""
    return json.loads(site.manage("shell", "--command", command).partition("FOUND")[2].splitlines()[0])


def answers(site: Installation) -> bool:
    """Whether the site answers again."""
    try:
        return site.get("/healthz")[0] == 200
    except OSError:
        return False


def milliseconds(seconds: Any) -> str:
    """Write a time."""
    return f"{1000 * float(seconds):.0f} ms"


if __name__ == "__main__":
    sys.exit(main())

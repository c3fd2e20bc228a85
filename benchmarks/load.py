# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A whole installation under load, on SQLite and where it is at hand on PostgreSQL: `make load`.

300 ballots in 10 seconds by 33 seats whose clients try again, one in ten of them after an answer that was lost, while the
worker and the web process are killed: what was acknowledged is stored, once per seat and question, and counted. Before
that the same burst without kills, with 33 pages open that show every ballot; and twenty people who type in
one scenario and see each other's words. It ends with 1 when a ballot is lost or doubled.
"""

import argparse
import contextlib
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

import numpy as np  # noqa: E402

from benchmarks.support import voters, watchers, writers  # noqa: E402
from benchmarks.support.table import Row, print_table  # noqa: E402
from tests.servers import postgres, processes  # noqa: E402
from tests.servers.installation import Installation  # noqa: E402
from tests.servers.waiting import wait_for  # noqa: E402

BALLOTS, WITHIN, CLIENTS, ALONE = 300, 10.0, 60, 20
WORKER_AT, SITE_AT = 3.0, 5.0
REST = 5  # seconds for the last ballots to be seen
PEOPLE, WORDS, APART, SEEN_WITHIN = 20, 15, 1.0, 2.0
PAGES = (33,)  # with --pages 300: more than two cores draw, while they also cast the ballots
WORKER, SITE = "celery --app config worker", "config.processes.site"


def main() -> int:
    """Measure on each database, typing first since voting ends it; return 1 when something that was acknowledged is not as it was."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--ballots", type=int, default=BALLOTS)
    arguments.add_argument("--words", type=int, default=WORDS)
    arguments.add_argument("--only", choices=["sqlite", "postgresql"])
    arguments.add_argument("--pages", type=int, nargs="*", default=PAGES, help="how many pages watch, a burst for each")
    chosen = arguments.parse_args()
    failures: list[str] = []
    for name, site in installations(chosen.only):
        rows = [*typing(site, chosen.words), *ballots(site, chosen.ballots, chosen.pages, failures)]
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


def ballots(site: Installation, count: int, watching: Sequence[int], failures: list[str]) -> list[Row]:
    """Cast some ballots one by one, bursts that pages watch, then one under kills; hold what is stored against what was said."""
    wait_for(lambda: site.ready()["status"] == "ready", "everything")
    found = told(site, voters.SET_UP)
    cells = iter(voters.cells_of(found, ALONE + count * (len(watching) + 1), seed=2015))
    said = [voters.vote(site, itertools.islice(cells, ALONE), within=ALONE * 0.2, clients=1, strikes={})]
    alone = float(np.median(said[0].seconds))
    rows = [Row("one voter at a time, nobody watching", milliseconds(alone), 1.0)]
    for pages in watching:
        before = sum(len(one.acknowledged) for one in said)
        with watchers.watching(site.port, found["cookie"], found["topic"], pages) as watched:
            burst = voters.vote(site, itertools.islice(cells, count), within=WITHIN, clients=CLIENTS, strikes={})
            time.sleep(REST)
        said.append(burst)
        rows += [*shown(watched, burst, before, failures), *acknowledged(f"{pages} pages", burst, alone)]
    strikes = {
        WORKER_AT: lambda: processes.kill(site.var_dir, WORKER),
        SITE_AT: lambda: processes.kill(site.var_dir, SITE),
    }
    crowd = voters.vote(site, cells, within=WITHIN, clients=CLIENTS, strikes=strikes)
    wait_for(lambda: answers(site), "the site")
    problems = [*differences(told(site, voters.STORED), [*said, crowd])]
    failures += problems
    figure = (
        f"acknowledged {len(crowd.acknowledged)}, sent {crowd.tries} times; "
        f"worker killed at {WORKER_AT:.0f} s, site at {SITE_AT:.0f} s"
    )
    rows.append(Row(f"{count} ballots in {WITHIN:.0f} s", figure, None, "FAILED" if problems else "all once"))
    return [*rows, *acknowledged("under kills", crowd, alone)]


def shown(watched: watchers.Watched, burst: voters.Said, before: int, failures: list[str]) -> list[Row]:
    """Tell how soon open pages showed a ballot, from the moment it was cast."""
    delays, expected = watched.delays(burst.cast, before), watched.pages * len(burst.cast)
    late = float(np.quantile(delays, 0.95))
    if len(delays) != expected:
        failures.append(f"{watched.pages} pages showed {len(delays)} of {expected} ballots")
    return [
        Row(
            f"{watched.pages} pages",
            f"showed {len(delays)} of {expected}; asked {watched.asked}, failed {watched.failed}",
        ),
        Row("a ballot seen, median", milliseconds(np.median(delays)), float(np.median(delays)) / SEEN_WITHIN),
        Row("a ballot seen, 95th of 100", milliseconds(late), late / SEEN_WITHIN, f"at most {SEEN_WITHIN:.0f} s"),
    ]


def acknowledged(name: str, burst: voters.Said, alone: float) -> list[Row]:
    """Tell how long voters waited, beside one who votes alone."""
    times = {
        "median": np.median(burst.seconds),
        "95th of 100": np.quantile(burst.seconds, 0.95),
        "longest": max(burst.seconds),
    }
    return [
        Row(f"{name}: acknowledged, {word}", milliseconds(seconds), float(seconds) / alone)
        for word, seconds in times.items()
    ]


def differences(stored: Any, said: list[voters.Said]) -> Iterator[str]:
    """Say where what is stored is not what was acknowledged."""
    kept = {(poll, seat): stance for poll, seat, stance in stored["rows"]}
    heard = {cell: stance for one in said for cell, stance in one.acknowledged.items()}
    given_up = sum(len(one.given_up) for one in said)
    if given_up:
        yield f"{given_up} ballots were never acknowledged"
    if differing := len(heard.items() - kept.items()):
        yield f"{differing} acknowledged ballots are stored otherwise, or not"
    if unheard := len(kept.keys() - heard.keys()):
        yield f"{unheard} ballots are stored that nobody cast"
    if len(stored["rows"]) != len(kept):
        yield f"{len(stored['rows'])} rows for {len(kept)} seats and questions"
    if stored["counted"] != len(kept):
        yield f"{stored['counted']} counted, {len(kept)} stored"
    yield from stored["breaks"]


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

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A ballot by name against an empty view behind the same middleware: `python -m tests.servers.postgres python benchmarks/ballot.py`."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="draagvlak-bench-"))

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from workshops.enums import Stance  # noqa: E402
from workshops.models import Round, TallyRow, User, Workshop  # noqa: E402
from workshops.services.example import SLUG, load_example  # noqa: E402
from workshops.services.tokens import create_token  # noqa: E402

ROUNDS, EACH = 7, 30


def timed(act: object) -> float:
    """Return seconds per call, over some calls."""
    start = time.perf_counter()
    for number in range(EACH):
        act(number)  # type: ignore[operator]
    return (time.perf_counter() - start) / EACH


def main() -> None:
    """Interleave both, and print the median of each with its ratio."""
    call_command("migrate", verbosity=0)
    load_example(password="only-for-this-run")  # noqa: S106 -- a database that lives for a minute
    workshop = Workshop.objects.get(slug=SLUG)
    Round.objects.filter(workshop=workshop, number=2).update(state="open")
    poll = Round.objects.get(workshop=workshop, number=2).polls.first()
    person = User.objects.get(username="pieter")
    seat = person.mandates.get().seat
    client = Client(headers={"authorization": f"Bearer {create_token(person=person)}", "host": "127.0.0.1"})
    url = f"/api/v1/polls/{poll.id}/ballots/{seat.id}"

    def cast(number: int) -> None:
        stance = (Stance.FULL, Stance.LIVE_WITH)[number % 2]
        answer = client.put(url, json.dumps({"stance": stance.value, "need": "yes"}), content_type="application/json")
        assert answer.status_code in {200, 201}, answer.content  # noqa: S101 -- a benchmark of refusals is none

    def bare(_number: int) -> None:
        assert client.get("/healthz").status_code == 200  # noqa: S101

    cast(0)
    bare(0)
    with CaptureQueriesContext(connection) as asked:
        cast(1)
    statements = [one["sql"] for one in asked if not one["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
    pairs = [(timed(bare), timed(cast)) for _round in range(ROUNDS)]
    empty, ballot = median(one for one, _other in pairs), median(other for _one, other in pairs)
    ratio = median(other / one for one, other in pairs)
    print(f"database {connection.vendor}; {TallyRow.objects.count()} tally rows; {len(statements)} statements a ballot")
    print(f"empty view {1000 * empty:.2f} ms; ballot {1000 * ballot:.2f} ms; {ratio:.1f} x")


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Hold the model to its targets, and print the table."""

import importlib
import time
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from scenarios.arrays import MODEL_VERSION
from scenarios.arrays.validation import computed_rows, judged
from scenarios.jobs.validation import store_validation
from scenarios.reports.validation_text import validation_table

TWIN = "tests.engine.agreement"


class Command(BaseCommand):
    """Print each check with target, source, our figure and verdict; a miss is no failure."""

    help = "Hold the model to its targets and print the table; exits 0 with misses, and fails only when it cannot run."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """How many points of the second implementation, and whether the page shows what is found."""
        parser.add_argument(
            "--points",
            type=int,
            default=0,
            help="Compare with the second implementation in tests/engine at this many points, at most 2000 (a minute).",
        )
        parser.add_argument("--store", action="store_true", help="Store the figures for the page of this site.")

    def handle(self, *args: Any, points: int, store: bool, **options: Any) -> None:  # noqa: ARG002 -- Django's signature
        """Compute, print, and store when asked."""
        if points:
            self.stderr.write(f"Comparing with the second implementation at {points} points: a minute for 2,000 ...")
        started = time.perf_counter()
        rows = computed_rows(twin=widest_gap(points) if points else None)
        seconds = time.perf_counter() - started
        for line in validation_table(judged(rows), version=MODEL_VERSION, seconds=seconds):
            self.stdout.write(line)
        if store:
            store_validation(rows, seconds)
            self.stdout.write("Stored: the page of this site shows these figures.")


def widest_gap(points: int) -> float:
    """Return how far the second implementation lies from the engine; it is part of the tests, not of the site."""
    if not 1 <= points <= 2000:
        raise CommandError(f"The number of points is {points}; choose from 1 to 2000.")
    try:
        twin = importlib.import_module(TWIN)
    except ModuleNotFoundError as missing:
        raise CommandError(
            f"The second implementation is not here ({missing}). Run this from the source code, or without --points."
        ) from missing
    return float(twin.widest_over(points))

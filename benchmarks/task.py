# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One proposal as a worker does it: time in the model, and time around it (drawing, quantiles, rows, storing).

Four scenarios x 1,000 draws, every outcome of every group, the yardsticks of the default constituencies, in a
database of its own. Seconds of processor time, median of interleaved rounds.
"""

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="draagvlak-bench-")

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

import engine  # noqa: E402
from benchmarks.support.table import Row, print_table  # noqa: E402
from scenarios import arrays, tasks  # noqa: E402
from scenarios.models import Projection, ReformRevision, ScenarioRevision, Yardstick  # noqa: E402
from scenarios.services import projections  # noqa: E402

ROUNDS = 7
MODEL = ("project", "project_packages", "project_variants", "impact")


class Watch:
    """Adds up the processor time that goes into some functions of the engine."""

    def __init__(self) -> None:
        self.spent, self.depth = 0.0, 0
        for name in MODEL:
            setattr(engine, name, self.watched(getattr(engine, name)))

    def watched(self, act: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, with its time added up; a function within another counts once."""

        def timed(*given: object, **named: object) -> Any:
            start, self.depth = time.process_time(), self.depth + 1
            try:
                return act(*given, **named)
            finally:
                self.depth -= 1
                self.spent += 0 if self.depth else time.process_time() - start

        return timed


def main() -> None:
    """Carry out the same proposal some times, and print where the time went."""
    call_command("migrate", verbosity=0)
    call_command("load_reference", verbosity=0)
    projections.send = lambda _run: True  # carried out here, not by a worker
    watch = Watch()
    found = [once(watch) for _round in range(ROUNDS + 1)][1:]
    model, around = median(one for one, _other in found), median(other for _one, other in found)
    ratio = median(other / one for one, other in found)
    rows = Row.objects_of(
        ("one proposal as a Celery task: in the model", f"{1000 * model:.0f} ms", None),
        ("around it: drawing, quantiles, rows, storing", f"{1000 * around:.0f} ms", ratio),
    )
    print_table(f"One proposal, {connection.vendor}", rows)


def once(watch: Watch) -> tuple[float, float]:
    """Ask for one proposal, carry it out as a Celery task; return the time in the model, and around it."""
    Projection.objects.all().delete()
    arrays.drawn.cache_clear()
    reform = ReformRevision.objects.get(reform__key="mw_up_10")
    asked = projections.request_projection(
        reform_revision=reform,
        scenario_revisions=list(ScenarioRevision.objects.all()),
        yardsticks=Yardstick.objects.all(),
    )
    watch.spent = 0.0
    start = time.process_time()
    tasks.run_projections.apply(args=[str(asked[0].run)])
    whole = time.process_time() - start
    assert all(row.is_done for row in Projection.objects.all())  # noqa: S101 -- a benchmark of failures is none
    return watch.spent, whole - watch.spent


if __name__ == "__main__":
    main()

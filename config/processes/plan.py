# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which processes one machine runs, and how each is started."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.processes.watched import Watched

FEWEST_WORKERS, MOST_WORKERS = 2, 4
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
CELERY = (sys.executable, "-m", "celery", "--app", "config")


def worker_count() -> int:
    """Return how much runs at a time: a core each but one for the site, at most four, and two at least.

    With one alone, a study of half a minute would hold up every proposal that is tabled meanwhile.
    """
    return max(FEWEST_WORKERS, min(MOST_WORKERS, (os.cpu_count() or 2) - 1))


@dataclass(frozen=True)
class Plan:
    """The processes of one installation, sharing a folder for logs and what they are told by the environment."""

    code: Path
    logs: Path
    environment: Mapping[str, str]

    def _process(self, name: str, command: Sequence[str], **extra: object) -> Watched:
        environment = {**self.environment, **ONE_THREAD}
        return Watched(name, command, self.logs / f"{name}.log", self.code, environment, **extra)  # type: ignore[arg-type]

    def broker(self, command: Sequence[str]) -> Watched:
        """Carry messages between the others."""
        return self._process("broker", command)

    def site(self, descriptor: int) -> Watched:
        """Answer pages, API and live channel."""
        command = (sys.executable, "-m", "config.processes.site", str(descriptor))
        return self._process("site", command, sockets=(descriptor,))

    def worker(self, processes: int) -> Watched:
        """Carry out projections; asked to stop it finishes what it does, so without a watch it is stopped outright."""
        options = ("--concurrency", str(processes), "--without-gossip", "--without-mingle", "--loglevel", "INFO")
        return self._process("worker", (*CELERY, "worker", *options), when_orphaned=signal.SIGKILL)

    def scheduler(self, schedule: Path) -> Watched:
        """Look every few seconds for work that waits; exactly one of these runs."""
        options = ("--schedule", str(schedule), "--pidfile", "", "--loglevel", "WARNING")
        return self._process("scheduler", (*CELERY, "beat", *options))

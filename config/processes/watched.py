# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One watched process: its command, its log, its life and death."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from config.processes.ties import tie_to_parent

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
STEADY = 60.0  # seconds of life after which an earlier death is forgotten


@dataclass
class Watched:
    """A process in a group of its own, so that stopping it leaves nothing behind."""

    name: str
    command: Sequence[str]
    log: Path
    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    sockets: tuple[int, ...] = ()
    seconds_to_stop: float = 10.0
    when_orphaned: signal.Signals = signal.SIGTERM
    child: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    start_again: float = 0.0

    def start(self) -> None:
        """Start it; what it prints goes to its log."""
        with self.log.open("ab") as log:
            self.child = subprocess.Popen(  # noqa: S603 -- our own command
                list(self.command),
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=self.sockets,
                preexec_fn=partial(tie_to_parent, os.getpid(), self.when_orphaned),  # noqa: PLW1509 -- safe: the watching process has one thread
            )
        self.started = time.monotonic()

    @property
    def is_running(self) -> bool:
        """Whether it lives."""
        return self.child is not None and self.child.poll() is None

    def bury(self) -> str:
        """Clear away what a dead process left running, plan its return, and say how it died."""
        if self.child is None:
            return ""
        code = self.child.wait()
        self._end_group(self.child)
        lived = time.monotonic() - self.started
        self.deaths = 1 if lived > STEADY else self.deaths + 1
        pause = min(FIRST_PAUSE * 2 ** (self.deaths - 1), LONGEST_PAUSE)
        self.start_again = time.monotonic() + pause
        how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"stopped with code {code}"
        return f"The {self.name} {how} after {lived:.0f} s; starting it again in {pause:g} s. Its log: {self.log}"

    def ask_to_stop(self) -> None:
        """Ask it to finish what it does."""
        if self.child is not None and self.child.poll() is None:
            self.child.terminate()

    def make_stop(self) -> None:
        """Wait for it as long as it may take, then end it and everything it started."""
        if self.child is None:
            return
        try:
            self.child.wait(self.seconds_to_stop)
        except subprocess.TimeoutExpired:
            self.child.kill()
        self._end_group(self.child)

    def _end_group(self, child: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody of the group is left
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        self.child = None

    def last_words(self, lines: int = 15) -> str:
        """Return the end of its log."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])

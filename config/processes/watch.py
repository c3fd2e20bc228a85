# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Watch a set of processes: start them in order, restart what dies, stop all of them in the reverse order."""

import signal
import time
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

from django.core.management import CommandError

from config.processes.watched import Watched

GLANCE = 0.1  # seconds between two looks
ATTEMPTS_AT_START = 3
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAskedError(Exception):
    """Somebody pressed Ctrl-C or asked the process to end."""


class Watch:
    """Keeps processes alive until it is asked to stop, and then leaves none."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.all: list[Watched] = []
        self.stopping = False

    def __enter__(self) -> Self:
        """From here on a signal stops in good order."""
        heard = [
            number for number in SIGNALS if not (number == signal.SIGHUP and signal.getsignal(number) == signal.SIG_IGN)
        ]
        self.before = {number: signal.signal(number, self._asked) for number in heard}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Stop everything; being asked to is no error."""
        self._stop_all()
        for number, handler in self.before.items():
            signal.signal(number, handler)
        return kind is not None and issubclass(kind, StopAskedError)

    def _asked(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- the shape of a signal handler
        if not self.stopping:
            self.stopping = True
            raise StopAskedError

    def add(self, process: Watched) -> None:
        """Start a process and keep an eye on it."""
        self.all.append(process)
        process.start()

    def glance(self) -> None:
        """Look once: bury the dead, and start again what has waited long enough."""
        for process in self.all:
            if process.child is not None and not process.is_running:
                self.say(process.bury())
            if process.child is None and time.monotonic() >= process.start_again:
                process.start()

    def keep(self) -> None:
        """Watch until asked to stop."""
        while True:
            self.glance()
            time.sleep(GLANCE)

    def until(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Watch until something is ready or time is up; give up on a process that keeps dying, with its last words."""
        limit = time.monotonic() + seconds
        while not ready():
            self.glance()
            hopeless = next((process for process in self.all if process.deaths >= ATTEMPTS_AT_START), None)
            if hopeless:
                raise CommandError(f"The {hopeless.name} does not stay up. It said last:\n{hopeless.last_words()}")
            if time.monotonic() > limit:
                return False
            time.sleep(GLANCE)
        return True

    def _stop_all(self) -> None:
        self.stopping = True
        if any(process.is_running for process in self.all):
            self.say("Stopping ...")
        for process in reversed(self.all):
            process.ask_to_stop()
            process.make_stop()

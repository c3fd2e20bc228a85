# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A message broker of our own, that a test can stop and start again."""

import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Self

from config.processes.broker import Server, answers, command_for
from tests.servers.waiting import wait_for


class Broker:
    """Keeps its messages in one folder, so that they survive a stop."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it in a folder of its own."""
        self.folder = tempfile.TemporaryDirectory(prefix="broker-")
        self.socket = Path(self.folder.name) / "broker.sock"
        self.url = f"unix://{self.socket}?db=0"
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        self.stop()
        self.folder.cleanup()

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.child = subprocess.Popen(command_for(self.server, self.socket), stdout=subprocess.DEVNULL)
        wait_for(lambda: answers(self.url), "the broker")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it; what it held stays on disk."""
        if self.child is not None:
            self.child.send_signal(how)
            self.child.wait(10)
            self.child = None

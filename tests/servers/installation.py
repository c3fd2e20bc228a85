# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One real installation: `manage.py up` on a port of its own, in a folder of its own."""

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from django.conf import settings

from tests.servers import processes
from tests.servers.waiting import PATIENCE, wait_for

MANAGE = (sys.executable, str(settings.BASE_DIR / "manage.py"))
INHERITED = ("PATH", "HOME", "LANG", "SSL_CERT_FILE")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Installation:
    """Started as a person would start it; everything that it prints is kept."""

    def __init__(self, folder: Path, **told: str) -> None:
        self.folder = folder
        self.var_dir = folder / "var"
        self.port = free_port()
        self.words = folder / "printed.txt"
        kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
        fewer = {"PROJECTION_DRAWS": "100"}  # what is computed is real; how many times over is not what is tested here
        self.environment = {**kept, "VAR_DIR": str(self.var_dir), "PYTHONUNBUFFERED": "1", **fewer, **told}
        self.child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it and wait until it says that it is ready."""
        self.start()
        self.wait_until_ready()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it, and fail when it leaves anything behind."""
        left = self.stop()
        for number in left:
            os.kill(number, signal.SIGKILL)
        assert not left, f"these were left behind: {left}"

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, *by: str) -> None:
        """Start it as a person would, or by a command that takes it as its last words."""
        with self.words.open("wb") as words:
            command = (*by, *MANAGE, "up", "--port", str(self.port))
            self.child = subprocess.Popen(command, env=self.environment, stdout=words, stderr=words, cwd=self.folder)

    def wait_until_ready(self) -> None:
        """Return once it says so."""
        assert self.child is not None
        wait_for(lambda: "is ready at" in self.said() or self.child.poll() is not None, "a start")
        assert self.child.poll() is None, self.said()

    def said(self) -> str:
        """Return what it printed."""
        return self.words.read_text(encoding="utf-8")

    def stop(self, how: signal.Signals = signal.SIGINT) -> dict[int, str]:
        """Stop it as Ctrl-C does; return the processes that it left behind."""
        if self.child is not None and self.child.poll() is None:
            self.child.send_signal(how)
            self.child.wait(PATIENCE)
        return processes.of_installation(self.var_dir)

    def get(self, path: str) -> tuple[int, str]:
        """Return status and text of a page."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as line:
            line.request("GET", path, headers={"Accept-Language": "en"})
            answer = line.getresponse()
            return answer.status, answer.read().decode()

    def ready(self) -> dict[str, Any]:
        """Return what /readyz says."""
        found: dict[str, Any] = json.loads(self.get("/readyz")[1])
        return found

    def manage(self, *arguments: str, **told: str) -> str:
        """Give a command, as from another window, and return what it prints."""
        command = (*MANAGE, *arguments)
        environment = {**self.environment, **told}
        done = subprocess.run(command, env=environment, text=True, capture_output=True, check=False, cwd=self.folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask_database(self, question: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Read the database beside the running site."""
        database = f"file:{self.var_dir / 'draagvlak.sqlite3'}?mode=ro"
        with closing(sqlite3.connect(database, uri=True, timeout=PATIENCE)) as connection:
            return connection.execute(question, list(values)).fetchall()

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Claim this folder and this port for one installation, or say who has them and what to do."""

import fcntl
import json
import os
import socket
from pathlib import Path
from typing import Any, Self

from django.core.management import CommandError


class Claim:
    """Held as long as the file is open: the system lets go of it when the process ends, however it ends."""

    def __init__(self, var_dir: Path, address: str) -> None:
        self.file = var_dir / "up.lock"
        self.address = address

    def __enter__(self) -> Self:
        """Take the folder, or refuse."""
        self.handle = self.file.open("a+", encoding="utf-8")
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.handle.close()
            raise CommandError(_already_running(self.file)) from None
        self.handle.truncate(0)
        self.handle.write(json.dumps({"process": os.getpid(), "address": self.address}))
        self.handle.flush()
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the folder."""
        self.handle.truncate(0)
        self.handle.close()


def _already_running(file: Path) -> str:
    try:
        other: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        other = {"process": "unknown", "address": "another address"}
    return (
        f"Draagvlak is already running from this folder, at {other['address']} (process {other['process']}).\n"
        f"Open that address; or stop it first, with Ctrl-C in its own window or with: kill {other['process']}"
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the port; it outlives the web process, so that a restart refuses nobody."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise CommandError(_cannot_listen(host, port, error)) from None
    listening.listen(512)
    listening.set_inheritable(True)
    return listening


def _cannot_listen(host: str, port: int, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"This account may not listen on port {port}. Choose one above 1023, for example: make run PORT=8000"
    other = port + 1 if port < 65535 else 8000
    return (
        f"Cannot listen on {host} port {port}: {error.strerror or error}.\n"
        f"If another program uses the port, stop it, or choose another port: make run PORT={other}"
    )

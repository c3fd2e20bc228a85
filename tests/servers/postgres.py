# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A PostgreSQL server of our own, reached by a Unix socket only: `python -m tests.servers.postgres COMMAND ...`."""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.servers.legs import is_build_server

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/pgsql/bin")
ACCOUNTS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
OWNER = "tester"
HOW_TO_GET_IT = "Debian: apt-get install postgresql"
QUICK = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


def binaries() -> Path | None:
    """Return the folder with the newest server's programs."""
    on_path = shutil.which("pg_ctl")
    found = [folder for place in PLACES for folder in Path("/").glob(place[1:]) if (folder / "pg_ctl").exists()]
    newest = max(
        found, key=lambda folder: [int(part) for part in folder.parts[-2].split("-") if part.isdigit()], default=None
    )
    return newest or (Path(on_path).parent if on_path else None)


def account() -> str | None:
    """Return the account to run as: ourselves, or an unprivileged one that exists when we are root."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in ACCOUNTS if name in known)


@contextlib.contextmanager
def running() -> Iterator[str]:
    """Make an empty cluster, start it, hand over its address, and leave nothing behind."""
    programs, user = binaries(), account()
    if programs is None:
        raise FileNotFoundError("no PostgreSQL server programs on this machine")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path must be short
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    cleared = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))}

    def run(program: str, *arguments: str) -> None:
        extra = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
        command = [str(programs / program), *arguments]
        done = subprocess.run(command, cwd=folder, env=cleared, text=True, capture_output=True, check=False, **extra)
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{done.stdout}\n{done.stderr}")

    try:
        run(
            "initdb",
            "--pgdata",
            str(data),
            "--username",
            OWNER,
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--no-locale",
            "--no-sync",
        )
        options = f"-k {folder} -c listen_addresses= -c max_connections=60 {' '.join(QUICK)}"
        run("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(folder / "log"), "--options", options)
        try:
            run("createdb", "--host", str(folder), "--username", OWNER, OWNER)
            yield f"postgres://{OWNER}@{str(folder).replace('/', '%2F')}/{OWNER}"
        finally:
            run("pg_ctl", "stop", "--mode", "immediate", "--pgdata", str(data))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_script(url: str, script: Path, **variables: str) -> None:
    """Run an SQL script as the cluster's superuser."""
    at = urlsplit(url)
    programs = binaries()
    command = [str(programs / "psql") if programs else "psql", "--quiet", "--set", "ON_ERROR_STOP=1"]
    for name, value in variables.items():
        command += ["--set", f"{name}={value}"]
    command += ["--host", unquote(at.netloc.split("@")[1]), "--username", OWNER, "--file", str(script), OWNER]
    subprocess.run(command, check=True, capture_output=True, text=True)


def main(command: list[str]) -> int:
    """Run a command with DATABASE_URL set to such a server; without one say so, and on a build server fail."""
    if binaries() is None:
        sys.stdout.write(
            f"SKIPPED: no PostgreSQL server on this machine ({HOW_TO_GET_IT}); not run: {' '.join(command)}\n"
        )
        return int(is_build_server())
    with running() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

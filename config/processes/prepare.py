# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Make an installation ready to serve: tables, reference data, the worked example, styles and scripts."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections

Say = Callable[[str], None]


def prepare(say: Say) -> None:
    """Do each step; every one of them does nothing where it was done before."""
    check_pages_are_built()
    say("Preparing the database ...")
    check_database_answers()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_reference", verbosity=0)
    if settings.DEMO:
        say("Preparing the worked example ...")
        call_command("seed_example", verbosity=0)
    connections.close_all()
    collect_files(say)


def check_pages_are_built() -> None:
    """Refuse to start without styles and scripts: every page would fail."""
    if not any((folder / "theme.css").exists() for folder in map(Path, settings.STATICFILES_DIRS)):
        raise CommandError(
            "The styles and scripts of the pages are not built yet. `make run` builds them; so does `make setup`."
        )


def check_database_answers() -> None:
    """Say so when the database that the environment names is not there."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        raise CommandError(
            f"The database does not answer: {reason}\nStart it, or correct or unset DATABASE_URL."
        ) from None


def collect_files(say: Say) -> None:
    """Gather styles and scripts for serving, unless nothing changed since the last time."""
    root = Path(settings.STATIC_ROOT)
    stamp, now = root / ".collected", _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return
    say("Gathering styles and scripts ...")
    call_command("collectstatic", verbosity=0, interactive=False, clear=root.exists())
    stamp.write_text(now, encoding="ascii")


def _fingerprint() -> str:
    """Return a word that changes with any file to be served."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            about = Path(storage.path(name)).stat()
            seen.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return seen.hexdigest()

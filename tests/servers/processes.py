# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which processes belong to an installation: told its folder, or working in it, whoever started them."""

import os
import signal
from pathlib import Path


def of_installation(var_dir: Path) -> dict[int, str]:
    """Return the living processes of this folder: number and command line. A broker overwrites its environment."""
    mark = f"VAR_DIR={var_dir}".encode()
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "environ").read_bytes().split(b"\0")
            works_in = (folder / "cwd").readlink()
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # it just ended, or is not ours
            continue
        if command and (mark in told or var_dir in (works_in, *works_in.parents)):
            found[int(folder.name)] = command
    return found


def kill(var_dir: Path, word: str) -> list[int]:
    """Kill outright every process of the installation with a word in its command line."""
    doomed = [number for number, command in of_installation(var_dir).items() if word in command]
    for number in doomed:
        os.kill(number, signal.SIGKILL)
    return doomed

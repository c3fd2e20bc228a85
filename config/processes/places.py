# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where an installation that runs by itself keeps its socket: known to the site, the worker and every command."""

import hashlib
import os
import tempfile
from pathlib import Path

LONGEST_SOCKET_PATH = 100  # the kernel's limit is 104 to 108 bytes, by system


def broker_socket(var_dir: Path) -> Path:
    """Return the private broker's socket, in a short folder elsewhere when `var_dir` lies too deep for one."""
    socket = var_dir.resolve() / "broker" / "broker.sock"
    if len(os.fsencode(socket)) <= LONGEST_SOCKET_PATH:
        return socket
    name = hashlib.sha256(os.fsencode(var_dir.resolve())).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"draagvlak-{os.getuid()}-{name}" / "broker.sock"


def make_private(folder: Path) -> Path:
    """Make a folder that only this account can enter, or refuse one that belongs to somebody else."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(
            f"{folder} belongs to another account. Remove it, or set VAR_DIR to a folder of your own."
        )
    folder.chmod(0o700)
    return folder

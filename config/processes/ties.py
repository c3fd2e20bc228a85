# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tie a process to the one that started it: killed outright, that one can not stop it any more (Linux only)."""

import ctypes
import os
import signal
import sys

SIGNAL_AT_DEATH_OF_PARENT = 1  # prctl's PR_SET_PDEATHSIG
C_LIBRARY = ctypes.CDLL(None) if sys.platform == "linux" else None


def tie_to_parent(parent: int, how: signal.Signals) -> None:
    """Have the kernel send this process a signal when its parent dies; the parent may be dead by now."""
    if C_LIBRARY is None:
        return
    C_LIBRARY.prctl(SIGNAL_AT_DEATH_OF_PARENT, how)
    if os.getppid() != parent:
        os.kill(os.getpid(), how)

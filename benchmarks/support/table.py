# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A table of figures with their ratios, under the machine that they were measured on."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; the ratio it ends in, if it has one."""

    name: str
    figure: str
    ratio: float | None = None
    goal: str = ""

    @classmethod
    def objects_of(cls, *rows: tuple[str, str, float | None]) -> "list[Row]":
        """Return rows of name, figure and ratio."""
        return [cls(*row) for row in rows]


def print_table(title: str, rows: Iterable[Row]) -> None:
    """Print a title with the machine, and a line for each row that ends in its ratio."""
    told = list(rows)
    print(f"\n{title}\n{machine()}")
    for line in laid_out(
        [[row.name, row.figure, row.goal, "" if row.ratio is None else f"{short(row.ratio)} x"] for row in told]
    ):
        print(f"  {line}")


def laid_out(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return lines with the columns under one another, the last one to the right."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            [*(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)), row[-1].rjust(widths[-1])]
        )
        for row in cells
    ]


def short(ratio: float) -> str:
    """Return a ratio with the digits that mean something."""
    return f"{ratio:.0f}" if ratio >= 100 else f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def machine() -> str:
    """Return the machine, the versions, and what else it was doing."""
    cpu = Path("/proc/cpuinfo")
    names = (
        [line.partition(":")[2].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")]
        if cpu.exists()
        else []
    )
    load = f"; load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{names[0] if names else platform.processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, numpy {np.__version__}, one thread{load}"
    )

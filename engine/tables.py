# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only reader of the numbers in engine/data: each with its unit, year, source and status."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar

import numpy as np

from engine.axes import FloatArray

_FOLDER = Path(__file__).parent / "data"
_PROVENANCE = ("unit", "year", "source", "status")

Status = Literal["found", "memory", "assumption"]
Block = TypeVar("Block")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number (or row of numbers) of the model, with where it comes from."""

    key: str
    value: Any
    unit: str
    year: int
    source: str
    status: Status


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return a table of engine/data as it stands in the file."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def block(kind: type[Block], name: str, section: str | None = None) -> Block:
    """Return the values of a table as a dataclass; every field must be there, and no other.

    Parameters
    ----------
    kind : type
        A dataclass of floats and arrays.
    name, section : str
        File name without suffix, and the table within it.
    """
    rows = table(name)[section] if section else table(name)
    wanted = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    if wanted != set(rows):
        raise TypeError(f"{name}.toml and {kind.__name__} differ in: {', '.join(sorted(wanted ^ set(rows)))}")
    return kind(**{key: _shaped(row["value"]) for key, row in rows.items()})


def number(name: str, section: str, key: str) -> float:
    """Return one number of a table.

    >>> number("methods", "reforms", "months_of_benefit")
    24.0
    """
    return float(table(name)[section][key]["value"])


@cache
def digests() -> Mapping[str, str]:
    """Return the SHA-256 of every data file, by which two runs are known to have used the same numbers.

    >>> "priors.toml" in digests()
    True
    """
    files = sorted(_FOLDER.glob("*.toml"))
    return MappingProxyType({file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files})


@cache
def vintage() -> int:
    """Return the year of the newest number of the model.

    >>> vintage() >= 2015
    True
    """
    return max(quantity.year for quantity in quantities())


@cache
def quantities() -> tuple[Quantity, ...]:
    """Return every number of the baseline, the equations, the methods, the priors, the drivers and the levers with its source."""
    rows = {f"baseline.{key}": row for key, row in table("baseline").items()}
    for name in ("constants", "methods"):
        rows |= {f"{room}.{key}": row for room, entries in table(name).items() for key, row in entries.items()}
    rows |= {f"{name}.{key}": row for name in ("priors", "drivers", "levers") for key, row in table(name).items()}
    return tuple(
        Quantity(key=key, value=row["value"], **{name: row[name] for name in _PROVENANCE}) for key, row in rows.items()
    )


def _shaped(value: object) -> float | FloatArray:
    if isinstance(value, list):
        array = np.array(value, dtype=np.float64)
        array.flags.writeable = False
        return array
    return float(value)  # type: ignore[arg-type]

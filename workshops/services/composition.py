# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bring a composition in from a table: sides, organisations and seats, never people or ballots."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from workshops.errors import WorkshopError
from workshops.models import Constituency, Delegation, Seat, Workshop

COLUMNS = ("constituency", "organisation", "seats")


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import added."""

    organisations: int
    seats: int


def rows_in(lines: Iterable[str]) -> list[dict[str, str]]:
    """Read a table with a header; a missing column is said by name."""
    reader = csv.DictReader(lines)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise WorkshopError(f"The table has no column {', '.join(missing)}; it needs {', '.join(COLUMNS)}.")
    return list(reader)


@transaction.atomic
def import_composition(*, workshop: Workshop, rows: Iterable[Mapping[str, str]]) -> Brought:
    """Add organisations and seats to a workshop whose sides exist and have no seats yet; one wrong row adds nothing."""
    sides = {side.key: side for side in Constituency.objects.filter(workshop=workshop)}
    if Seat.objects.filter(constituency__workshop=workshop).exists():
        raise WorkshopError("This workshop has seats already; a composition is brought in only once.")
    wrong, added, seats = [], 0, dict.fromkeys(sides, 0)
    for line, row in enumerate(rows, start=2):
        side, count = sides.get(row["constituency"].strip()), row["seats"].strip()
        if side is None:
            wrong.append(f"row {line}: no side {row['constituency']!r} here; known are {', '.join(sorted(sides))}")
        elif not count.isdigit() or not 1 <= int(count) <= 100:
            wrong.append(f"row {line}: seats must be a whole number from 1 to 100, it is {count!r}")
        else:
            seats[side.key] = _seat(side, row["organisation"].strip(), seats[side.key], int(count))
            added += 1
    if wrong:
        raise WorkshopError("Nothing was brought in. " + "; ".join(wrong) + ".")
    return Brought(added, sum(seats.values()))


def _seat(side: Constituency, organisation: str, taken: int, count: int) -> int:
    delegation = Delegation.objects.create(constituency=side, key=slugify(organisation)[:40], name=organisation)
    Seat.objects.bulk_create(
        Seat(constituency=side, delegation=delegation, number=number) for number in range(taken + 1, taken + count + 1)
    )
    return taken + count

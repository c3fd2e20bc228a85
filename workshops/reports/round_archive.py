# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A closed round as one file to keep: the data, the same as tables, and the script that recomputes them."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from workshops.reports import check_round
from workshops.reports.matrix_table import BYTE_ORDER_MARK, Value, written
from workshops.reports.round_file import Data, Published, round_file

LEVELS = (*check_round.LEVELS, *check_round.OUTSIDE)


def round_archive(published: Published) -> bytes:
    """Return the archive; the same round in the same language gives the same bytes."""
    told, one = round_file(published), published.record.round
    named = f"round-{one.number}"
    tables = {
        "electorate.csv": _electorate(told),
        "tallies.csv": _tallies(told),
        **({"ballots.csv": _ballots(told)} if told["ballots"] is not None else {}),
    }
    files = {
        "README.txt": readme(published, f"{named}.json", list(tables)),
        "check_round.py": Path(check_round.__file__).read_text(encoding="utf-8"),
        f"{named}.json": json.dumps(told, ensure_ascii=False, indent=1),
        **{name: _csv(rows, published.language) for name, rows in tables.items()},
    }
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(_entry(f"{named}/{name}", one.closed_at), text)
    return kept.getvalue()


def readme(published: Published, data: str, tables: list[str]) -> str:
    """Say what is in the archive, what it proves, and what it does not."""
    one = published.record.round
    facts = {"number": one.number, "data": data, "tables": ", ".join(tables)}
    told = [
        _("Round %(number)d: %(workshop)s") % {"number": one.number, "workshop": one.workshop.said("title")},
        _("%(data)s holds what was published of this round. The tables say the same for a spreadsheet: %(tables)s.")
        % facts,
        _("Recompute everything with Python 3.11 or newer, without network or other packages:"),
        f"    python3 check_round.py {data}",
        _("It says OK, or names every figure that differs. Give the file of an earlier round as well to check shifts."),
    ]
    if one.is_by_name:
        told.append(_("This round was by name: every count is recomputed from the ballots of the seats."))
    else:
        told.append(
            _(
                "This round was not by name: its ballots are not in here. Shares and verdicts are recomputed from the "
                "counts that are published. A side that is told in words cannot be recomputed."
            )
        )
    if one.box_hash:
        told.append(
            _("The box was opened at closing. Its SHA-256 stands in the journal: %(hash)s") % {"hash": one.box_hash}
        )
    return "\n\n".join(told) + "\n"


def _electorate(told: Data) -> Iterator[list[Value]]:
    yield ["constituency", "seat", "organisation", "member", "voted"]
    for side in told["constituencies"]:
        for seat in side["seats"]:
            yield [side["key"], seat["number"], seat["organisation"], seat["member"], seat["voted"]]


def _tallies(told: Data) -> Iterator[list[Value]]:
    measures = ["ballots", "tookPosition", "supporting", "shareOfPositions", "shareOfBallots"]
    yield [
        "proposal",
        "title",
        "scenario",
        "verdict",
        "constituency",
        "band",
        *(f"answer_{level}" for level in LEVELS),
        *measures,
        "share_of_seats_low",
        "share_of_seats_high",
    ]
    for poll in told["polls"]:
        asked = [poll["proposal"]["number"], poll["proposal"]["title"], poll["scenario"]["letter"], poll["verdict"]]
        for one in poll["constituencies"]:
            counts = one.get("counts")
            yield [
                *asked,
                one["constituency"],
                one.get("band"),
                *(counts.get(level, 0) if counts is not None else None for level in LEVELS),
                *(_decimal(one.get(name)) for name in measures),
                *(_decimal(bound) for bound in one.get("shareOfSeats", [None, None])),
            ]


def _ballots(told: Data) -> Iterator[list[Value]]:
    asked = {poll["id"]: (poll["proposal"]["number"], poll["scenario"]["letter"]) for poll in told["polls"]}
    names = ["answer", "policyNeeded", "reason", "wouldChange", "castBy", "as", "castAt"]
    yield ["proposal", "scenario", "constituency", "seat", *names]
    for one in told["ballots"]:
        yield [*asked[one["poll"]], one["constituency"], one["seat"], *(one[name] for name in names)]


def _decimal(told: str | int | None) -> Value:
    return round(float(Fraction(told)), 4) if isinstance(told, str) else told


def _csv(rows: Iterable[list[Value]], language: str) -> str:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
    writer.writerows([written(value, language) for value in row] for row in rows)
    return BYTE_ORDER_MARK + file.getvalue()


def _entry(name: str, closed_at: datetime | None) -> zipfile.ZipInfo:
    """Dated at closing, so that the archive does not change by when it is asked for."""
    at = timezone.localtime(closed_at) if closed_at else timezone.localtime()
    entry = zipfile.ZipInfo(name, date_time=at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry

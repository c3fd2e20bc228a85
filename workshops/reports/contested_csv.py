# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The contested assumptions as rows for a spreadsheet: a line per contest, assumption, proposal and scenario."""

import csv
import io
from collections.abc import Iterator

from workshops.reports.impact_csv import safe
from workshops.reports.matrix_table import BYTE_ORDER_MARK
from workshops.selectors.contested import Compared, Finding, Findings, Holding, Row

HEADER = (
    "contest",
    "about",
    "assumption",
    "capacity",
    "stated_at",
    "low",
    "value",
    "high",
    "model_low",
    "model_value",
    "model_high",
    "unit",
    "reason",
    "source",
    "stage",
    "proposal",
    "title",
    "scenario",
    "scenario_title",
    "useful_on_record",
    "useful_as_held",
    "changes",
    "useful_share_on_record",
    "useful_share_as_held",
    "variants_on_record",
    "variants_as_held",
    "no_regret_on_record",
    "no_regret_as_held",
    "is_stale",
)


def contested_csv(found: Findings, *, language: str) -> str:
    """Return the table as CSV: semicolons and decimal commas in Dutch, commas and points in English."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
    writer.writerow(HEADER)
    for finding in found.every:
        for holding in finding.holdings:
            head = [*_about(finding, holding)]
            for cells in _cells(finding):
                writer.writerow([_written(value, language) for value in (*head, *cells)])
    return BYTE_ORDER_MARK + file.getvalue()


def _about(finding: Finding, holding: Holding) -> Iterator[object]:
    contest, known = finding.contest, holding.assumption
    yield contest.number
    yield contest.about
    yield known.label if known else holding.key
    yield contest.capacity
    yield contest.stated_at.isoformat(timespec="seconds")
    scale = known.scale if known else 1.0
    yield from (value * scale + 0.0 for value in (holding.low, holding.value, holding.high))
    yield from (value * scale + 0.0 for value in known.range) if known else ("", "", "")
    yield known.unit if known else ""
    yield contest.said("reason")
    yield contest.said("source")
    yield finding.stage.value


def _cells(finding: Finding) -> Iterator[list[object]]:
    """Return a line for every proposal and scenario; one empty line for what is not answered."""
    if not finding.rows:
        yield [""] * (len(HEADER) - 15)
    for row in finding.rows:
        for cell in row.cells:
            yield _cell(row, cell)


def _cell(row: Row, cell: Compared) -> list[object]:
    return [
        row.proposal.number,
        row.proposal.reform_revision.said("title"),
        cell.place.letter,
        cell.place.title,
        cell.record.value,
        cell.held.value,
        cell.flips,
        cell.record_share,
        cell.held_share,
        cell.record_variants,
        cell.held_variants,
        row.record.value,
        row.held.value,
        row.is_stale,
    ]


def _written(value: object, language: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        text = f"{value:.6g}"
        return text.replace(".", ",") if language == "nl" else text
    return safe(str(value))

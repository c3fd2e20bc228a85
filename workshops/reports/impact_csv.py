# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of one proposal as rows for a spreadsheet: the same numbers as on its page."""

from collections.abc import Iterator, Sequence

from scenarios import vocabulary
from scenarios.templatetags.figures import language
from workshops.models import Proposal
from workshops.selectors.impact_table import Change, ImpactTable
from workshops.selectors.progress import Provenance
from workshops.selectors.proposals import JudgedRow
from workshops.selectors.table import Place

HEADER = (
    "proposal",
    "title",
    "scenario",
    "scenario_title",
    "scenario_edition",
    "basis",
    "outcome",
    "outcome_label",
    "group",
    "group_label",
    "year",
    "unit",
    "better",
    "low_p10",
    "median",
    "high_p90",
    "without_reform",
    "unit_without_reform",
    "direction",
    "reason",
    "reform_edition",
    "engine_version",
    "draws",
    "seed",
    "computed_at",
)


def impact_rows(
    proposal: Proposal, table: ImpactTable, judged: Sequence[JudgedRow], provenance: Provenance | None
) -> Iterator[list[str]]:
    """Return header and rows: computed changes first, then what was judged."""
    yield list(HEADER)
    for _outcome, row in table:
        for place, change in zip(table.places, row.changes, strict=True):
            if change is not None:
                cells = _computed(change, row.group, table.year)
                yield [*_head(proposal, place), "computed", *cells, "", "", *_tail(proposal, provenance)]
    for judged_row in judged:
        for place, judgement in zip(table.places, judged_row.cells, strict=True):
            if judgement is not None:
                groups = ["", "", judged_row.side.key, safe(judged_row.side.title)]
                verdict = [judgement.direction, safe(judgement.said("reason"))]
                yield [*_head(proposal, place), "judged", *groups, *[""] * 8, *verdict, *_tail(proposal, None)]


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _head(proposal: Proposal, place: Place) -> list[str]:
    title = safe(proposal.reform_revision.said("title"))
    return [str(proposal.number), title, place.letter, safe(place.title), str(place.revision_number)]


def _computed(change: Change, group: str, year: int) -> list[str]:
    outcome, said = change.outcome, language()
    numbers = [value * outcome.difference_scale for value in (change.band.low, change.band.mid, change.band.high)]
    return [
        outcome.key,
        outcome.label.in_language(said),
        group,
        vocabulary.group(group).label.in_language(said),
        str(year),
        outcome.difference_unit.in_language(said),
        outcome.better or "",
        *(f"{value:.6g}" for value in numbers),
        f"{change.baseline * outcome.scale:.6g}",
        outcome.unit.in_language(said),
    ]


def _tail(proposal: Proposal, provenance: Provenance | None) -> list[str]:
    edition = str(proposal.reform_revision.number)
    if provenance is None:
        return [edition, "", "", "", ""]
    return [
        edition,
        " ".join(provenance.engine_versions),
        str(provenance.draws),
        str(provenance.seed),
        provenance.computed_at.isoformat(timespec="seconds"),
    ]

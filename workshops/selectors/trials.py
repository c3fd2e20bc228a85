# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a trial is about: the scenarios it runs in, and which groups and outcomes a picture of it shows."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from scenarios import vocabulary
from scenarios.arrays.comparisons import Comparison
from scenarios.models import ScenarioRevision
from scenarios.selectors.impacts import ImpactCell
from workshops.selectors.impact_table import BUDGET, ImpactTable, impact_table
from workshops.selectors.scenarios import KEY_FIGURES
from workshops.selectors.table import Place, Side

Key = tuple[str, str]

TELLING: Mapping[str, tuple[str, ...]] = {
    "all": ("employment",),
    "education": ("unemployment",),
    "task": ("real_wage",),
    "contract": ("low_paid_insecure", "job_loss"),
    "age": ("unemployment",),
    "income": ("net_income",),
    "employer": ("cost_index",),
    "government": ("balance_bn",),
}
"""Per kind of group the outcome that says most about it, else the next: every group is in the picture once."""
SHORT_OF_SCENARIO: tuple[Key, ...] = (
    ("unemployment", "everyone"),
    ("real_wage", "low_educated"),
    ("balance", "government"),
)


def drivers_in(places: Sequence[Place]) -> list[dict[str, float]]:
    """Return the drivers of the scenarios, in the order of the places: one statement."""
    ids: list[UUID] = [place.revision_id for place in places]
    found = dict(ScenarioRevision.objects.filter(id__in=ids).values_list("id", "drivers"))
    return [found[one] for one in ids]


def every_key(known: Iterable[Key]) -> list[Key]:
    """Return all outcomes and groups, in the order of the vocabulary."""
    there = set(known)
    return [(one.key, group) for one in vocabulary.outcomes() for group in one.groups if (one.key, group) in there]


def telling_keys(known: Iterable[Key], sides: Sequence[Side]) -> list[Key]:
    """Return for every group its most telling outcome, with all that the sides measure by and the budget."""
    every = every_key(known)
    chosen = {(side.measure.outcome, group) for side in sides for group in side.measure.groups} | {BUDGET}
    for group in vocabulary.groups():
        of_group = [outcome for outcome, one in every if one == group.key]
        preferred = [outcome for outcome in TELLING.get(group.kind, ()) if outcome in of_group]
        chosen |= {(outcome, group.key) for outcome in (preferred or of_group)[:1]}
    return [key for key in every if key in chosen]


def short_keys(keys: Sequence[Key], sides: Sequence[Side]) -> list[Key]:
    """Return one row for each side, and the budget unless a side measures that: what stays in sight on a small screen."""
    firsts = [(side.measure.outcome, side.measure.groups[0]) for side in sides if side.measure.groups]
    budget = [] if any(group == BUDGET[1] for _, group in firsts) else [BUDGET]
    return [one for one in dict.fromkeys([*firsts, *budget]) if one in keys]


def scenario_keys(known: Iterable[Key], *, is_all: bool) -> list[Key]:
    """Return the key figures of a scenario, or everything."""
    every = every_key(known)
    return every if is_all else [one for one in KEY_FIGURES if one in every]


def table_of(comparison: Comparison, *, year: int, places: Sequence[Place], sides: Sequence[Side]) -> ImpactTable:
    """Return a trial as the table that headings are made from."""
    cells = {
        key: {
            place.revision_id: ImpactCell(row[0].change, row[0].baseline, row[0].positive_share)
            for place, row in zip(places, rows, strict=True)
        }
        for key, rows in comparison.cells.items()
    }
    return impact_table(cells, year=year, places=places, sides=sides)

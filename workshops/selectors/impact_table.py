# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one reform does, as a table: per outcome a row for each group, a column for each scenario."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from scenarios import vocabulary
from scenarios.selectors.impacts import Band, ImpactCell
from scenarios.vocabulary import Outcome
from workshops.enums import SignOf
from workshops.selectors.table import Place, Side

SECTIONS: Mapping[str, frozenset[str]] = {
    "education": frozenset({"education", "task"}),
    "contract": frozenset({"contract"}),
    "income": frozenset({"income"}),
    "age": frozenset({"age"}),
    "employers": frozenset({"employer"}),
    "government": frozenset({"government"}),
    "economy": frozenset({"all"}),
}
BUDGET = ("balance_bn", "government")
MOST_AT_FIRST = 3  # groups of one outcome in the short picture, beside those that a side measures by
FEWEST_STEPS = 4  # of the last decimal shown, so that noise is not blown up to fill a scale


@dataclass(frozen=True, slots=True)
class Change:
    """The change for one group in one scenario."""

    band: Band
    baseline: float
    outcome: Outcome

    @property
    def towards_better(self) -> Band:
        """The interval with its sign turned where lower is better: to the right is better."""
        if self.outcome.better != "down":
            return self.band
        return Band(-self.band.high, -self.band.mid, -self.band.low)

    @property
    def is_visible(self) -> bool:
        """The median does not read as nought."""
        return self._as_read(self.band.mid) > 0

    @property
    def is_noticeable(self) -> bool:
        """It is certain, and reads as at least a noticeable difference: words follow the figure that is shown."""
        least = self.outcome.noticeable
        if self.sign == SignOf.UNCERTAIN or not least:
            return False
        return self._as_read(self.band.mid) >= self._as_read(least)

    @property
    def sign(self) -> SignOf:
        """Better or worse where the interval is clear of zero and can be seen."""
        if self.outcome.better is None or not (self.band.is_clear and self.is_visible):
            return SignOf.UNCERTAIN
        return SignOf.BETTER if self.towards_better.mid > 0 else SignOf.WORSE

    @property
    def steps(self) -> float:
        """The size of the median in noticeable differences; nought where the sign is not certain."""
        if self.sign == SignOf.UNCERTAIN or not self.outcome.noticeable:
            return 0.0
        return abs(self.band.mid) / self.outcome.noticeable

    def _as_read(self, value: float) -> float:
        return round(abs(value) * self.outcome.difference_scale, self.outcome.difference_decimals)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: a change per scenario, none where it is not computed yet."""

    group: str
    kind: str
    changes: tuple[Change | None, ...]
    is_measured: bool

    @property
    def steps(self) -> float:
        """The largest noticeable change in any scenario."""
        return max((one.steps for one in self.changes if one), default=0.0)


@dataclass(frozen=True, slots=True)
class OutcomeRows:
    """One outcome: its groups, on one scale; `ticks` is the smallest difference that was agreed to matter."""

    outcome: Outcome
    rows: tuple[GroupRow, ...]
    reach: tuple[float, float]
    tick: float | None

    @property
    def key(self) -> str:
        return self.outcome.key

    def only(self, chosen: Iterable[GroupRow]) -> "OutcomeRows":
        """Return the same outcome on the same scale with some of its rows."""
        return OutcomeRows(self.outcome, tuple(chosen), self.reach, self.tick)


@dataclass(frozen=True, slots=True)
class Section:
    """Outcomes for one kind of group; `not_modelled` are groups that the model cannot tell apart."""

    key: str
    outcomes: tuple[OutcomeRows, ...]
    not_modelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImpactTable:
    """Everything that was computed for one reform in one year."""

    year: int
    places: tuple[Place, ...]
    outcomes: tuple[OutcomeRows, ...]

    @property
    def first(self) -> tuple[OutcomeRows, ...]:
        """The rows to show first: what the sides measure by, the budget, and the largest noticeable changes."""
        chosen = ((one, _first_rows(one)) for one in self.outcomes)
        return tuple(one.only(rows) for one, rows in chosen if rows)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All rows, by kind of group."""
        return tuple(self._section(key, kinds) for key, kinds in SECTIONS.items())

    @property
    def rows(self) -> int:
        return sum(len(one.rows) for one in self.outcomes)

    def __iter__(self) -> Iterator[tuple[OutcomeRows, GroupRow]]:
        return ((one, row) for one in self.outcomes for row in one.rows)

    def row(self, outcome: str, group: str) -> GroupRow | None:
        """Return one row."""
        return next((row for one, row in self if (one.key, row.group) == (outcome, group)), None)

    def _section(self, key: str, kinds: frozenset[str]) -> Section:
        chosen = [one.only(row for row in one.rows if row.kind in kinds) for one in self.outcomes]
        absent = (one.key for one in vocabulary.groups() if not one.modelled and one.kind in kinds)
        return Section(key, tuple(one for one in chosen if one.rows), tuple(absent))


def impact_table(
    cells: Mapping[tuple[str, str], Mapping[UUID, ImpactCell]],
    *,
    year: int,
    places: Sequence[Place],
    sides: Sequence[Side] = (),
) -> ImpactTable:
    """Arrange computed impacts in the order of the vocabulary: no statements."""
    measured = {(side.measure.outcome, group) for side in sides for group in side.measure.groups}
    agreed = {side.measure.outcome: side.measure.smallest_difference for side in sides if side.measure.outcome}
    found = []
    for outcome in vocabulary.outcomes():
        rows = tuple(
            GroupRow(
                group=key,
                kind=vocabulary.group(key).kind,
                changes=tuple(_change(cells[outcome.key, key].get(place.revision_id), outcome) for place in places),
                is_measured=(outcome.key, key) in measured or (outcome.key, key) == BUDGET,
            )
            for key in outcome.groups
            if (outcome.key, key) in cells
        )
        if rows:
            found.append(OutcomeRows(outcome, rows, _reach(outcome, rows), agreed.get(outcome.key)))
    return ImpactTable(year, tuple(places), tuple(found))


def _change(cell: ImpactCell | None, outcome: Outcome) -> Change | None:
    return Change(cell.change, cell.baseline, outcome) if cell else None


def _reach(outcome: Outcome, rows: Sequence[GroupRow]) -> tuple[float, float]:
    """Return how far the scale reaches to the worse and to the better side, in engine units."""
    bands = [one.towards_better for row in rows for one in row.changes if one]
    least = FEWEST_STEPS * 10.0**-outcome.difference_decimals / outcome.difference_scale
    return max(least, *(-band.low for band in bands), 0.0), max(least, *(band.high for band in bands), 0.0)


def _first_rows(one: OutcomeRows) -> list[GroupRow]:
    people = [row for row in one.rows if row.kind != "all" and row.steps >= 1]
    largest = sorted(people, key=lambda row: -row.steps)[:MOST_AT_FIRST]
    return [row for row in one.rows if row.is_measured or row in largest]

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What would move each side: what its seats wrote would change their answer, beside how many of them would have to move."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from scenarios.models.text import Written
from workshops.enums import LEVELS, SUPPORTING, ConditionState, Stance
from workshops.models import Ballot, Condition, Proposal
from workshops.selectors.support import Support, thresholds_of
from workshops.selectors.table import Place, Side
from workshops.selectors.voices import sorted_by

Answers = Mapping[tuple[UUID, UUID], Support]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody on a side wrote that would change its answer: `words.said(field)`, in the scenarios it is about.

    Without `stance` it is a condition, asked openly and apart from any ballot.
    """

    proposal_id: UUID
    side_id: UUID
    stance: Stance | None
    words: Written
    field: str
    places: tuple[Place, ...]

    @property
    def is_of_support(self) -> bool:
        """Said by who supports it: what would lose that support."""
        return self.stance in SUPPORTING


@dataclass(frozen=True, slots=True)
class Table:
    """What wishes are about, loaded before."""

    proposals: Sequence[Proposal]
    sides: Sequence[Side]
    places: Sequence[Place]
    support: Answers


@dataclass(frozen=True, slots=True)
class Gap:
    """A scenario in which a side does not carry a proposal, and how many more seats it would take; none: not told."""

    place: Place
    seats: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal as one side looks at it."""

    proposal: Proposal
    gaps: tuple[Gap, ...]
    gains: tuple[Wish, ...]
    losses: tuple[Wish, ...]

    @property
    def fewest(self) -> int | None:
        """The seats it takes in the scenario that is nearest."""
        known = [gap.seats for gap in self.gaps if gap.seats is not None]
        return min(known) if known else None


@dataclass(frozen=True, slots=True)
class SideMoved:
    """What would move one side: first what it does not carry, the nearest on top."""

    side: Side
    withheld: tuple[Row, ...]
    carried: tuple[Row, ...]


def wishes_in_ballots(table: Table) -> list[Wish]:
    """Return what was written with the ballots of the latest rounds whose counts are shown: one statement.

    Without names the same words of one side stand once, in the order of the words: an order that tells nothing.
    """
    cells = {
        support.poll_id: (proposal.id, place)
        for proposal in table.proposals
        for place in table.places
        if (support := table.support.get((proposal.id, place.revision_id))) and support.is_shown
    }
    rows = Ballot.objects.filter(poll__in=cells).exclude(would_change="").select_related("seat", "poll__round")
    said: dict[tuple[object, ...], tuple[Ballot, list[Place]]] = {}
    for ballot in rows.order_by("seat__number", "would_change", "id"):
        proposal_id, place = cells[ballot.poll_id]
        words = (proposal_id, ballot.constituency_id, ballot.would_change, ballot.stance in SUPPORTING)
        said.setdefault(words, (ballot, []))[1].append(place)
    return [
        Wish(
            proposal_id=cells[ballot.poll_id][0],
            side_id=ballot.constituency_id,
            stance=Stance(ballot.stance),
            words=ballot,
            field="would_change",
            places=tuple(sorted_by(table.places, places)),
        )
        for ballot, places in said.values()
    ]


def wishes_in_conditions(table: Table) -> list[Wish]:
    """Return what seats openly ask before they support a proposal, as far as it is not met: one statement."""
    rows = Condition.objects.filter(
        proposal__in=list(table.proposals), state__in=[ConditionState.OPEN, ConditionState.NOT_MET]
    ).select_related("seat", "scenario")
    return [
        Wish(
            proposal_id=row.proposal_id,
            side_id=row.seat.constituency_id,
            stance=None,
            words=row,
            field="words",
            places=tuple(one for one in table.places if row.scenario is None or row.scenario.key == one.key),
        )
        for row in rows.order_by("proposal__number", "number")
    ]


SOURCES: tuple[Callable[[Table], Iterable[Wish]], ...] = (wishes_in_ballots, wishes_in_conditions)


def moved_sides(table: Table) -> list[SideMoved]:
    """Return what would move each side: one statement for every source of wishes."""
    wishes: dict[tuple[UUID, UUID], list[Wish]] = {}
    for source in SOURCES:
        for wish in source(table):
            wishes.setdefault((wish.side_id, wish.proposal_id), []).append(wish)
    found = []
    for side in table.sides:
        rows = [_row(one, side, table, wishes.get((side.id, one.id), [])) for one in table.proposals]
        withheld = [row for row in rows if row.gaps]
        withheld.sort(key=lambda row: (row.fewest is None, row.fewest or 0, row.proposal.number))
        carried = [row for row in rows if not row.gaps and (row.gains or row.losses)]
        found.append(SideMoved(side, tuple(withheld), tuple(carried)))
    return found


def _row(one: Proposal, side: Side, table: Table, wishes: list[Wish]) -> Row:
    gaps = (_gap(place, side, table.support.get((one.id, place.revision_id))) for place in table.places)
    wishes.sort(key=lambda wish: -LEVELS.index(wish.stance) if wish.stance in LEVELS else 1)
    return Row(
        proposal=one,
        gaps=tuple(gap for gap in gaps if gap),
        gains=tuple(wish for wish in wishes if not wish.is_of_support),
        losses=tuple(wish for wish in wishes if wish.is_of_support),
    )


def _gap(place: Place, side: Side, support: Support | None) -> Gap | None:
    """Return how far a side is from a majority; nothing where it carries, was not asked, or said too little."""
    told = support is not None and support.is_shown and (side.id in support.tallies or side.id in support.bands)
    if support is None or not told or side.id in support.carriers or side.id in support.silent:
        return None
    tally = support.tallies.get(side.id)
    if tally is None:
        return Gap(place, None)
    needed = math.floor(tally.took_position * thresholds_of(support.round).majority) + 1
    return Gap(place, needed - tally.supporting)

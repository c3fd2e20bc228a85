# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""By when something is needed, as a table: a floor a block, a scenario a row; and which proposals would help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from scenarios import vocabulary
from scenarios.models import Impact
from scenarios.selectors.impacts import latest_projections
from scenarios.selectors.studies.timing import FloorPaths, Need, Path, TimingAnswer, Urgency, need
from workshops.models import Proposal
from workshops.selectors.table import Place, Side


@dataclass(frozen=True, slots=True)
class Helper:
    """A proposal that clearly betters the outcome, in the scenarios named, and the last year to decide on it there."""

    proposal: Proposal
    places: tuple[Place, ...]
    decide_by: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One scenario: its path and what it asks."""

    place: Place
    path: Path
    need: Need


@dataclass(frozen=True, slots=True)
class Block:
    """One floor over the scenarios."""

    floor: FloorPaths
    side: Side | None
    rows: tuple[Row, ...]
    helpers: tuple[Helper, ...]

    @property
    def key(self) -> str:
        return f"{self.floor.outcome}-{self.floor.group}"

    @property
    def most_urgent(self) -> Urgency:
        order = list(Urgency)
        return min((row.need.urgency for row in self.rows), key=order.index, default=Urgency.WAIT)


def blocks_of(
    answer: TimingAnswer, places: Sequence[Place], sides: Sequence[Side], *, lead: int, now: int
) -> list[Block]:
    """Arrange what was counted, the most urgent floor first: no statements."""
    by_yardstick = {str(side.yardstick_id): side for side in sides}
    blocks = []
    for floor in answer.floors:
        rows = tuple(
            Row(
                place,
                floor.scenarios[str(place.revision_id)],
                need(floor.scenarios[str(place.revision_id)], answer, lead=lead, now=now),
            )
            for place in places
            if str(place.revision_id) in floor.scenarios
        )
        blocks.append(Block(floor, by_yardstick.get(floor.yardstick), rows, ()))
    order = list(Urgency)
    return sorted(blocks, key=lambda block: (order.index(block.most_urgent), _soonest(block)))


def with_helpers(
    blocks: Sequence[Block], proposals: Sequence[Proposal], places: Sequence[Place], *, year: int
) -> list[Block]:
    """Add to each floor the proposals that better its outcome clearly and noticeably: two statements."""
    found = _improvements(proposals, places, year)
    return [
        Block(block.floor, block.side, block.rows, tuple(_helpers(block, proposals, places, found))) for block in blocks
    ]


def _helpers(
    block: Block,
    proposals: Sequence[Proposal],
    places: Sequence[Place],
    found: Mapping[tuple[UUID, UUID, str, str], Impact],
) -> list[Helper]:
    term = vocabulary.outcome(block.floor.outcome)
    sign = 1 if block.floor.better == "up" else -1
    needs = {row.place: row.need for row in block.rows}
    helpers = []
    for proposal in proposals:
        helped = []
        for place in places:
            one = found.get((proposal.reform_revision_id, place.revision_id, block.floor.outcome, block.floor.group))
            is_clear = one is not None and min(sign * one.low, sign * one.high) > 0
            if one is not None and is_clear and abs(one.mid) >= (term.noticeable or 0.0):
                helped.append(place)
        if helped:
            crossed = [needs[place].median for place in helped if place in needs]
            first = min((year for year in crossed if year is not None), default=None)
            lead = proposal.reform_revision.lead_years
            helpers.append(Helper(proposal, tuple(helped), None if first is None else first - lead))
    return helpers


def _improvements(
    proposals: Sequence[Proposal], places: Sequence[Place], year: int
) -> dict[tuple[UUID, UUID, str, str], Impact]:
    runs = latest_projections(
        reform_revision_ids=[one.reform_revision_id for one in proposals],
        scenario_revision_ids=[place.revision_id for place in places],
    )
    of = {run.id: (run.reform_revision_id, run.scenario_revision_id) for run in runs if run.is_done}
    rows = Impact.objects.filter(projection__in=of, year=year)
    return {(*of[one.projection_id], one.outcome, one.group): one for one in rows}  # type: ignore[misc]


def _soonest(block: Block) -> int:
    return min((row.need.median for row in block.rows if row.need.median is not None), default=9999)

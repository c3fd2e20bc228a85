# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every count of a round, with what it says: shares on each base, medians, both verdicts, and what shifted since before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workshops.enums import AGREEING, Band, SupportClass
from workshops.models import Proposal, Round, Workshop
from workshops.selectors.needs import PlaceNeeds, needs_in
from workshops.selectors.support import Support, support_before, support_in_round, thresholds_of
from workshops.selectors.table import Place, Side
from workshops.tally import Tally, group_informed, plain_mean, support_class, tripartite_mean, weakest


@dataclass(frozen=True, slots=True)
class SideCount:
    """How one side answered, in counts or in a band; and how it answered the same before, when it was asked."""

    side: Side
    tally: Tally | None
    band: Band | None
    tally_before: Tally | None = None
    band_before: Band | None = None

    @property
    def has_before(self) -> bool:
        return self.tally_before is not None or self.band_before is not None

    @property
    def shift(self) -> Fraction | None:
        """By how much support among those who took a position changed; none unless both are told in counts."""
        if self.tally is None or self.tally_before is None:
            return None
        now, before = self.tally.share_of_positions, self.tally_before.share_of_positions
        return None if now is None or before is None else now - before


@dataclass(frozen=True, slots=True)
class Headline:
    """Support over the sides: the weakest decides; the means stand beside it and hide a refusal."""

    weakest: Fraction | None
    tripartite: Fraction | None
    plain: Fraction | None
    informed: float | None


@dataclass(frozen=True, slots=True)
class Counted:
    """One poll counted: as far as it may be told.

    `verdict` counts levels 5, 4 and 3 as support, `strict` 5 and 4 only. Where a side is told in a band there is neither
    strict verdict nor headline: from those its count could be worked out.
    """

    place: Place
    support: Support
    sides: tuple[SideCount, ...]
    strict: SupportClass | None
    headline: Headline | None
    before: Support | None = None

    @property
    def verdict(self) -> SupportClass:
        return self.support.verdict

    @property
    def weakest_side(self) -> Side | None:
        """The side with the smallest share; none unless every side is told in counts."""
        known = [one for one in self.sides if one.tally and one.tally.share_of_positions is not None]
        if self.headline is None or self.headline.weakest is None:
            return None
        return min(known, key=lambda one: one.tally.share_of_positions or 0).side  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class RoundTallies:
    """A round with every proposal that it asked about, counted in every scenario."""

    round: Round
    rows: tuple[tuple[Proposal, tuple[Counted, ...]], ...]

    @property
    def needs(self) -> list[PlaceNeeds]:
        """Per scenario, on which points new policy is needed."""
        return needs_in((proposal, one.place, one.support) for proposal, cells in self.rows for one in cells)

    @property
    def has_before(self) -> bool:
        """Whether an earlier round asked about some of the same texts."""
        return any(counted.before for _proposal, cells in self.rows for counted in cells)


def round_numbered(workshop: Workshop, number: int) -> Round | None:
    """Return a round that was opened: one statement."""
    rounds = workshop.rounds.counted().select_related("agreements", "workshop")
    return rounds.filter(number=number).first()


def tallies_of(one: Round, sides: Sequence[Side], places: Sequence[Place]) -> RoundTallies:
    """Count a round: seven statements at any size."""
    found, before = support_in_round(one), support_before(one)
    polls = one.polls.select_related("proposal__reform_revision", "scenario_revision__scenario")
    order = {place.key: number for number, place in enumerate(places)}
    by_key = {place.key: place for place in places}
    rows: dict[Proposal, list[Counted]] = {}
    for poll in sorted(polls, key=lambda row: (row.proposal.number, order.get(row.scenario_revision.scenario.key, 99))):
        place = by_key.get(poll.scenario_revision.scenario.key)
        if place is None:
            continue
        earlier = before.get((poll.proposal_id, poll.reform_revision_id, poll.scenario_revision_id))
        rows.setdefault(poll.proposal, []).append(counted(place, found[poll.id], sides, earlier))
    return RoundTallies(one, tuple((proposal, tuple(cells)) for proposal, cells in rows.items()))


def counted(place: Place, support: Support, sides: Sequence[Side], before: Support | None = None) -> Counted:
    """Count what a poll found: no statements."""
    is_whole = bool(support.tallies) and not support.bands
    tallies = list(support.tallies.values())
    return Counted(
        place=place,
        support=support,
        sides=tuple(_sides(support, sides, before)),
        strict=support_class(tallies, thresholds_of(support.round), AGREEING) if is_whole else None,
        headline=Headline(weakest(tallies), tripartite_mean(tallies), plain_mean(tallies), group_informed(tallies))
        if is_whole
        else None,
        before=before,
    )


def _sides(support: Support, sides: Sequence[Side], before: Support | None) -> Iterator[SideCount]:
    for side in sides:
        tally, band = support.tallies.get(side.id), support.bands.get(side.id)
        if tally is None and band is None:
            continue
        yield SideCount(
            side=side,
            tally=tally,
            band=band,
            tally_before=before.tallies.get(side.id) if before else None,
            band_before=before.bands.get(side.id) if before else None,
        )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One proposal in one scenario: how each side answered, beside what the groups it represents get."""

from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from scenarios.enums import ProjectionState
from workshops.enums import Band, SignOf, SupportClass, Usefulness
from workshops.selectors.support import Support
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import Basis, Effect, is_desirable, is_useful
from workshops.tally import Tally

TWO_THIRDS, ONE_THIRD = Fraction(2, 3), Fraction(1, 3)
MOSTLY_FOR = (Band.NEARLY_ALL, Band.LARGE_MAJORITY)
MOSTLY_AGAINST = (Band.MINORITY, Band.HARDLY_ANY)


@dataclass(frozen=True, slots=True)
class Line:
    """One side in one cell: how its seats answered, and what its groups get."""

    side: Side
    tally: Tally | None
    effect: Effect
    is_heard: bool = False
    band: Band | None = None

    @property
    def contradicts(self) -> bool:
        """Support and impact point apart.

        Only where the side represents a group and enough of it took a position, the effect is computed and clear of
        zero, and support is at least two thirds or at most one third of those who took a position.
        """
        if not self.is_heard or not self.side.groups or self.effect.basis != Basis.COMPUTED:
            return False
        return (self._is_for and self.effect.sign == SignOf.WORSE) or (
            self._is_against and self.effect.sign == SignOf.BETTER
        )

    @property
    def _is_for(self) -> bool:
        share = self.tally.share_of_positions if self.tally else None
        return self.band in MOSTLY_FOR if share is None else share >= TWO_THIRDS

    @property
    def _is_against(self) -> bool:
        share = self.tally.share_of_positions if self.tally else None
        return self.band in MOSTLY_AGAINST if share is None else share <= ONE_THIRD


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """What computed the effects: the model's version, how many uncertain futures it drew, and from which seed."""

    model_version: str
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One proposal in one scenario."""

    place: Place
    lines: tuple[Line, ...]
    support: Support | None
    verdict: SupportClass
    usefulness: Usefulness
    useful_share: float | None
    useful_variants: int | None
    variants: int | None
    state: ProjectionState | None
    projection_id: UUID | None = None
    run: Run | None = None

    @property
    def is_desirable(self) -> bool | None:
        return is_desirable(self.verdict)

    @property
    def is_useful(self) -> bool | None:
        return is_useful(self.usefulness)

    @property
    def is_judged(self) -> bool:
        """Its usefulness rests on a judgement, at least in part."""
        return any(line.effect.basis == Basis.JUDGED for line in self.lines)

    @property
    def is_waiting(self) -> bool:
        """Asked in a round whose counts are not told yet."""
        return self.support is not None and not self.support.is_shown

    @property
    def is_provisional(self) -> bool:
        """The round is open: this may still change."""
        return self.support is not None and self.support.round.is_open

    @property
    def passes(self) -> bool:
        return self.is_useful is True and self.is_desirable is True

    @property
    def fails(self) -> bool:
        return self.is_useful is False or self.is_desirable is False

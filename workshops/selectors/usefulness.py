# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""On what "useful" rests: per scenario the share of the draws, and the rival theories under which it does not hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from scenarios import vocabulary
from scenarios.enums import Over
from scenarios.models import Projection
from scenarios.vocabulary import Theory
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import holds_over


@dataclass(frozen=True, slots=True)
class Ground:
    """What the model says of one proposal in one scenario, and what was agreed to be enough."""

    place: Place
    share: float
    variants: int
    tried: int
    needed_share: float
    needed_variants: int
    not_under: tuple[Theory, ...]

    @property
    def holds_in_draws(self) -> bool:
        return self._holds(Over.DRAWS)

    @property
    def holds_in_variants(self) -> bool:
        return self._holds(Over.VARIANTS)

    @property
    def is_useful(self) -> bool:
        return self._holds(Over.BOTH)

    def _holds(self, over: Over) -> bool:
        return holds_over(
            over,
            share=self.share,
            variants=self.variants,
            needed_share=self.needed_share,
            needed_variants=self.needed_variants,
        )


def grounds_of(
    projections: Mapping[UUID, Projection],
    places: Sequence[Place],
    sides: Sequence[Side],
    *,
    needed: tuple[float, int],
) -> list[Ground]:
    """Return the grounds per scenario that was computed by the yardsticks of today: no statements."""
    found = []
    for place in places:
        run = projections.get(place.revision_id)
        if run is None or not sides or {str(side.yardstick_id) for side in sides} - set(run.yardsticks):
            continue
        if run.useful_share is None or run.useful_variants is None or run.variants is None:
            continue
        found.append(
            Ground(
                place=place,
                share=run.useful_share,
                variants=run.useful_variants,
                tried=run.variants,
                needed_share=needed[0],
                needed_variants=needed[1],
                not_under=_not_under(run),
            )
        )
    return found


def _not_under(run: Projection) -> tuple[Theory, ...]:
    """Return the rival theories under which it is not useful; none where an earlier version did not keep which."""
    if len(run.useful_under) != run.useful_variants:
        return ()
    return tuple(one for one in vocabulary.theories() if one.key not in run.useful_under)

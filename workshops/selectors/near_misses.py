# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""No regret asked three ways: on support and effect, on support only, on effect only; and the one thing that breaks it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshops.selectors.cells import Cell
from workshops.selectors.obstacles import FAILING, Reason, undesirable, useless
from workshops.selectors.table import Place, Side
from workshops.selectors.verdicts import NoRegret, no_regret

Reasons = list[tuple[Reason, Side | None]]


@dataclass(frozen=True, slots=True)
class Held:
    """A verdict over all scenarios, and what breaks it when that is one scenario or one side only."""

    verdict: NoRegret
    breaks_in: Place | None = None
    broken_by: Side | None = None

    @property
    def is_near(self) -> bool:
        """One scenario or one side stands in the way, and nothing else does."""
        return self.breaks_in is not None or self.broken_by is not None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdict itself, and its two halves."""

    strict: Held
    support_only: Held
    impact_only: Held


def verdicts_of(cells: Sequence[Cell], *, needed_share: float) -> Verdicts:
    """Return the three verdicts on one proposal."""
    support = [list(undesirable(cell)) for cell in cells]
    impact = [_reasons_of_effect(cell, needed_share) for cell in cells]
    both = [[*one, *other] for one, other in zip(support, impact, strict=True)]
    return Verdicts(
        strict=_held(cells, [(cell.is_useful, cell.is_desirable) for cell in cells], both),
        support_only=_held(cells, [(True, cell.is_desirable) for cell in cells], support),
        impact_only=_held(cells, [(cell.is_useful, True) for cell in cells], impact),
    )


def _reasons_of_effect(cell: Cell, needed_share: float) -> Reasons:
    """Return why it is not useful; where no side gains enough that is a reason too, also beside a loss."""
    reasons = list(useless(cell, needed_share))
    loses = any(reason == Reason.WORSE for reason, _ in reasons)
    if loses and not any(line.effect.is_better(needed_share) for line in cell.lines):
        reasons.append((Reason.NO_GAIN, None))
    return reasons


def _held(
    cells: Sequence[Cell], answers: Sequence[tuple[bool | None, bool | None]], reasons: Sequence[Reasons]
) -> Held:
    verdict = no_regret(answers)
    failing = [cell.place for cell, answer in zip(cells, answers, strict=True) if False in answer]
    return Held(
        verdict,
        breaks_in=failing[0] if verdict == NoRegret.NEAR_MISS else None,
        broken_by=_the_one_side(reason for one in reasons for reason in one) if failing else None,
    )


def _the_one_side(reasons: Iterable[tuple[Reason, Side | None]]) -> Side | None:
    """Return the side that every reason is about, when all of them fail the verdict and are about the same one."""
    told = set(reasons)
    sides = {side for _, side in told}
    only = sides.pop() if len(sides) == 1 else None
    return only if all(reason in FAILING for reason, _ in told) else None

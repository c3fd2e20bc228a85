# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Useful, desirable, no regret: one definition, kept apart from the tables it is read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scenarios.selectors.impacts import Band
from workshops.enums import Direction, SignOf, SupportClass, Usefulness

DESIRABLE = (SupportClass.BROAD, SupportClass.RESERVED)


class NoRegret(StrEnum):
    """Whether a proposal is useful and desirable in every scenario."""

    YES = "yes"
    NEAR_MISS = "near_miss"
    SOME = "some"
    NOWHERE = "nowhere"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one side's groups get in one scenario: computed, judged, or neither."""

    band: Band | None = None
    better: str = "up"
    worse_share: float | None = None
    better_share: float | None = None
    judged: Direction | None = None
    judged_because: str = ""
    judged_on: str = ""

    @property
    def sign(self) -> SignOf:
        """Better or worse when the interval is clear of zero, or as judged."""
        if self.judged is not None:
            return {Direction.BETTER: SignOf.BETTER, Direction.WORSE: SignOf.WORSE}.get(self.judged, SignOf.UNCERTAIN)
        if self.band is None or not self.band.is_clear:
            return SignOf.UNCERTAIN
        return SignOf.BETTER if (self.band.mid > 0) == (self.better == "up") else SignOf.WORSE


def usefulness(
    effects: Sequence[Effect],
    *,
    share: float | None,
    variants: int | None,
    needed_share: float,
    needed_variants: int,
) -> Usefulness:
    """Say whether a proposal is useful in a scenario: by the model, or by judgement where the model cannot say."""
    if any(one.judged is not None for one in effects):
        return _by_judgement(effects, needed_share)
    if share is None or variants is None:
        return Usefulness.NOT_ESTABLISHED
    is_useful = share >= needed_share and variants >= needed_variants
    return Usefulness.BY_MODEL if is_useful else Usefulness.NOT_USEFUL


def _by_judgement(effects: Sequence[Effect], needed_share: float) -> Usefulness:
    if any(_is_worse(one, needed_share) for one in effects):
        return Usefulness.NOT_USEFUL
    if any(one.judged == Direction.DISPUTED or (one.judged is None and one.band is None) for one in effects):
        return Usefulness.NOT_ESTABLISHED
    is_better = any(_is_better(one, needed_share) for one in effects)
    return Usefulness.BY_JUDGEMENT if is_better else Usefulness.NOT_USEFUL


def _is_worse(effect: Effect, needed_share: float) -> bool:
    if effect.judged is not None:
        return effect.judged == Direction.WORSE
    return effect.worse_share is not None and effect.worse_share > 1 - needed_share


def _is_better(effect: Effect, needed_share: float) -> bool:
    if effect.judged is not None:
        return effect.judged == Direction.BETTER
    return effect.better_share is not None and effect.better_share >= needed_share


def is_desirable(verdict: SupportClass) -> bool | None:
    """Wenselijk: broad support or with reservations; none when nobody was asked or too few spoke out."""
    if verdict in {SupportClass.NOT_VOTED, SupportClass.INSUFFICIENT}:
        return None
    return verdict in DESIRABLE


def is_useful(found: Usefulness) -> bool | None:
    """Return yes, no, or none when it cannot be established."""
    if found == Usefulness.NOT_ESTABLISHED:
        return None
    return found in {Usefulness.BY_MODEL, Usefulness.BY_JUDGEMENT}


def no_regret(cells: Sequence[tuple[bool | None, bool | None]]) -> NoRegret:
    """Return the verdict over scenarios from (useful, desirable) per scenario; a missing cell is never a pass."""
    passed = [useful is True and desirable is True for useful, desirable in cells]
    failed = [useful is False or desirable is False for useful, desirable in cells]
    if cells and all(passed):
        return NoRegret.YES
    if len(cells) > 1 and sum(failed) == 1 and sum(passed) == len(cells) - 1:
        return NoRegret.NEAR_MISS
    if not any(failed):
        return NoRegret.CANNOT_TELL
    if any(passed):
        return NoRegret.SOME
    return NoRegret.NOWHERE if all(failed) else NoRegret.CANNOT_TELL

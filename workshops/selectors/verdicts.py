# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Useful, desirable, no regret: one definition, kept apart from the tables it is read from."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scenarios.enums import Over
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


class Basis(StrEnum):
    """Where an effect comes from, or why there is none."""

    COMPUTED = "computed"
    JUDGED = "judged"
    UNDERWAY = "underway"
    FAILED = "failed"
    OUTDATED = "outdated"
    TO_JUDGE = "to_judge"
    NOT_COMPUTED = "not_computed"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one side's groups get in one scenario: computed, judged, or neither."""

    basis: Basis = Basis.NOT_COMPUTED
    band: Band | None = None
    better: str = "up"
    smallest_difference: float = 0.0
    worse_share: float | None = None
    better_share: float | None = None
    judged: Direction | None = None
    judged_because: str = ""
    judged_on: str = ""

    @property
    def towards_better(self) -> Band | None:
        """The interval with its sign turned where lower is better: positive is better, low is the worst end."""
        if self.band is None or self.better == "up":
            return self.band
        return Band(-self.band.high, -self.band.mid, -self.band.low)

    @property
    def steps(self) -> Band | None:
        """The interval in smallest differences that matter; positive is better."""
        band, step = self.towards_better, self.smallest_difference
        return Band(band.low / step, band.mid / step, band.high / step) if band and step > 0 else band

    @property
    def is_slight(self) -> bool:
        """The whole interval stays within the smallest difference that matters."""
        step = self.smallest_difference
        return self.band is not None and max(abs(self.band.low), abs(self.band.high)) < step

    @property
    def sign(self) -> SignOf:
        """Better or worse as judged, or when the interval is clear of zero and not all of it too small to matter."""
        if self.judged is not None:
            return {Direction.BETTER: SignOf.BETTER, Direction.WORSE: SignOf.WORSE}.get(self.judged, SignOf.UNCERTAIN)
        if self.band is None or not self.band.is_clear or self.is_slight:
            return SignOf.UNCERTAIN
        return SignOf.BETTER if (self.band.mid > 0) == (self.better == "up") else SignOf.WORSE

    def is_worse(self, needed_share: float) -> bool:
        """Worse than the side bears: as judged, or in more draws than the agreements leave room for."""
        if self.judged is not None:
            return self.judged == Direction.WORSE
        return self.worse_share is not None and self.worse_share > 1 - needed_share + 1e-9

    def is_better(self, needed_share: float) -> bool:
        """Better by what matters to the side: as judged, or in enough draws."""
        if self.judged is not None:
            return self.judged == Direction.BETTER
        return self.better_share is not None and self.better_share >= needed_share


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
    is_useful = holds_over(
        Over.BOTH, share=share, variants=variants, needed_share=needed_share, needed_variants=needed_variants
    )
    return Usefulness.BY_MODEL if is_useful else Usefulness.NOT_USEFUL


def holds_over(over: Over, *, share: float, variants: int, needed_share: float, needed_variants: int) -> bool:
    """Say whether it is useful in enough draws, under enough rival theories, or both: the verdict asks both."""
    in_draws, in_variants = share >= needed_share, variants >= needed_variants
    return {Over.DRAWS: in_draws, Over.VARIANTS: in_variants, Over.BOTH: in_draws and in_variants}[over]


def _by_judgement(effects: Sequence[Effect], needed_share: float) -> Usefulness:
    if any(one.is_worse(needed_share) for one in effects):
        return Usefulness.NOT_USEFUL
    if any(one.judged == Direction.DISPUTED or (one.judged is None and one.band is None) for one in effects):
        return Usefulness.NOT_ESTABLISHED
    is_better = any(one.is_better(needed_share) for one in effects)
    return Usefulness.BY_JUDGEMENT if is_better else Usefulness.NOT_USEFUL


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

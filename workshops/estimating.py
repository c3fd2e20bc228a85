# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What answers on a scale of five say together, by a rule that was fixed before anybody answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from workshops.enums import Finding

SCALE = (1, 2, 3, 4, 5)
MIDDLE = 3
FEWEST, COUNTED_FROM = 5, 20  # answers under which nothing is told; from which each point is told apart


@dataclass(frozen=True, slots=True)
class ConsensusRule:
    """From which share of those who judged there is agreement, and how many must have judged."""

    agreement: Fraction = Fraction(3, 4)
    fewest: int = FEWEST


@dataclass(frozen=True, slots=True)
class Answers:
    """How often each point of the scale was given, and how many said that they cannot judge."""

    counts: Mapping[int, int] = field(default_factory=dict)
    cannot: int = 0

    @property
    def judged(self) -> int:
        return sum(self.counts.values())

    @property
    def total(self) -> int:
        return self.judged + self.cannot

    def share(self, *points: int) -> Fraction:
        """Return which part of those who judged gave one of these points."""
        return Fraction(sum(self.counts.get(point, 0) for point in points), self.judged or 1)


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of answers without names: how many, the middle of them, and each point where that tells on nobody."""

    judged: int
    cannot: int
    lower: int | None = None
    middle: float | None = None
    upper: int | None = None
    counts: tuple[int, ...] = ()

    @property
    def is_too_few(self) -> bool:
        return self.middle is None


def finding_of(answers: Answers, rule: ConsensusRule) -> Finding:
    """Return what is agreed: high, at least the middle, low, or that it is disputed."""
    if answers.judged < max(rule.fewest, FEWEST):
        return Finding.TOO_FEW
    if answers.share(4, 5) >= rule.agreement:
        return Finding.HIGH
    if answers.share(1, 2) >= rule.agreement:
        return Finding.LOW
    return Finding.MIDDLE if answers.share(3, 4, 5) >= rule.agreement else Finding.DISPUTED


def told_of(answers: Answers) -> Told:
    """Decide what is told: under five nothing but the number, under twenty or nearly all alike only the middle half."""
    judged = answers.judged
    if judged < FEWEST:
        return Told(judged, answers.cannot)
    given = [point for point in SCALE for _each in range(answers.counts.get(point, 0))]
    quarter = (judged - 1) // 4
    middle = (given[(judged - 1) // 2] + given[judged // 2]) / 2
    counts = tuple(answers.counts.get(point, 0) for point in SCALE)
    is_countable = judged >= COUNTED_FROM and max(counts) < judged - 1
    return Told(judged, answers.cannot, given[quarter], middle, given[-1 - quarter], counts if is_countable else ())

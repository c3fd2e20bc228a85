# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the scenarios really differ: figures whose bands lie apart, and figures in which they hardly do."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from scenarios import vocabulary
from scenarios.distances import OutcomeGap, outcome_gap
from scenarios.selectors.impacts import Band, Figures
from workshops.selectors.futures import Future


@dataclass(frozen=True, slots=True)
class Difference:
    """One key figure over all scenarios: who is lowest and highest, and which pairs lie apart."""

    outcome: str
    group: str
    lowest: Future
    low: Band
    highest: Future
    high: Band
    gap: OutcomeGap
    apart: tuple[tuple[Future, Future], ...]
    pairs: int

    @property
    def is_real(self) -> bool:
        """The scenarios that differ most are apart noticeably, and their bands have nothing in common."""
        return self.gap.is_real


@dataclass(frozen=True, slots=True)
class Differences:
    """The figures in which scenarios really differ, the largest first, and those in which they do not."""

    real: tuple[Difference, ...]
    hardly: tuple[Difference, ...]


def differences_of(
    keys: Sequence[tuple[str, str]], futures: Sequence[Future], state: Figures, year: int
) -> Differences:
    """Compare every two scenarios in every key figure of which a noticeable size is agreed: no statements."""
    found = [one for key in keys if (one := _difference(key, futures, state, year))]
    ordered = sorted(found, key=lambda one: -one.gap.steps)
    return Differences(
        real=tuple(one for one in ordered if one.is_real), hardly=tuple(one for one in ordered if not one.is_real)
    )


def _difference(key: tuple[str, str], futures: Sequence[Future], state: Figures, year: int) -> Difference | None:
    by_scenario = state.bands.get(key, {})
    known = [(one, by_scenario[one.id][year]) for one in futures if year in by_scenario.get(one.id, {})]
    if len(known) < 2 or not vocabulary.outcome(key[0]).noticeable:
        return None
    pairs = list(combinations(known, 2))
    lowest, highest = min(known, key=lambda one: one[1].mid), max(known, key=lambda one: one[1].mid)
    return Difference(
        *key,
        *lowest,
        *highest,
        gap=gap_in(key[0], lowest[1], highest[1]),
        apart=tuple((one[0], other[0]) for one, other in pairs if gap_in(key[0], one[1], other[1]).is_real),
        pairs=len(pairs),
    )


def gap_in(key: str, one: Band, other: Band) -> OutcomeGap:
    """Return how far two scenarios are apart in one figure, by the size that the vocabulary calls noticeable."""
    outcome = vocabulary.outcome(key)
    return outcome_gap(one, other, noticeable=outcome.noticeable or 1.0, is_relative=outcome.difference == "percent")

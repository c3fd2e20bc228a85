# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far every two scenarios of a workshop lie apart, and which two are nearly the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from scenarios import vocabulary
from scenarios.distances import OutcomeGap, are_nearly_same, driver_gaps, mean_apart, most_room
from scenarios.selectors.impacts import Figures
from workshops.selectors.differences import gap_in
from workshops.selectors.futures import Future


@dataclass(frozen=True, slots=True)
class Pair:
    """Two scenarios: their distance in drivers as a share, in how many known key figures they really differ, and more."""

    first: Future
    second: Future
    drivers_apart: float
    real: int
    known: int
    steps: float | None
    overlap: float | None
    is_nearly_same: bool
    most_room: str

    @property
    def real_share(self) -> float:
        """The share of the known key figures in which they really differ."""
        return self.real / self.known if self.known else 0.0


@dataclass(frozen=True, slots=True)
class PairRow:
    """A scenario against each of those before it; none where the pair stands elsewhere."""

    future: Future
    cells: tuple[Pair | None, ...]


@dataclass(frozen=True, slots=True)
class Distances:
    """All pairs, once as a list and once as half a square."""

    futures: tuple[Future, ...]
    pairs: tuple[Pair, ...]

    @property
    def rows(self) -> tuple[PairRow, ...]:
        """Half a square: every scenario but the first, against every scenario but the last."""
        found = {(one.first.letter, one.second.letter): one for one in self.pairs}
        return tuple(
            PairRow(down, tuple(found.get((across.letter, down.letter)) for across in self.futures[:-1]))
            for down in self.futures[1:]
        )

    @property
    def nearly_same(self) -> tuple[Pair, ...]:
        return tuple(one for one in self.pairs if one.is_nearly_same)


def distances_of(keys: Sequence[tuple[str, str]], futures: Sequence[Future], state: Figures, year: int) -> Distances:
    """Measure every two scenarios, in drivers and in the key figures that are known of both: no statements."""
    pairs = (_pair(keys, one, other, state, year) for one, other in combinations(futures, 2))
    return Distances(tuple(futures), tuple(pairs))


def _pair(keys: Sequence[tuple[str, str]], one: Future, other: Future, state: Figures, year: int) -> Pair:
    drivers = driver_gaps(one.revision.drivers, other.revision.drivers, vocabulary.drivers())
    outcomes = _outcome_gaps(keys, one, other, state, year)
    room = most_room(drivers)
    return Pair(
        first=one,
        second=other,
        drivers_apart=mean_apart(drivers),
        real=sum(gap.is_real for gap in outcomes),
        known=len(outcomes),
        steps=_mean([gap.steps for gap in outcomes]),
        overlap=_mean([gap.overlap for gap in outcomes]),
        is_nearly_same=are_nearly_same(drivers, outcomes),
        most_room=room.key if room else "",
    )


def _outcome_gaps(
    keys: Sequence[tuple[str, str]], one: Future, other: Future, state: Figures, year: int
) -> list[OutcomeGap]:
    found = []
    for key in keys:
        bands = [state.bands.get(key, {}).get(future.id, {}).get(year) for future in (one, other)]
        if bands[0] and bands[1] and vocabulary.outcome(key[0]).noticeable:
            found.append(gap_in(key[0], bands[0], bands[1]))
    return found


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Try a version out: one draw at once, many draws by a worker; nothing is written.

One draw is the only computing that a page does itself: it has to follow the hand.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from threading import BoundedSemaphore, Lock
from typing import Any

from django.utils.translation import gettext as _

from scenarios import arrays
from scenarios.arrays.comparisons import Comparison, Numbers, compare, reform_with
from scenarios.errors import BusyError

AT_ONCE = 2  # in one process: more only wait for one another, and pages wait for them
MOST_EACH = 3  # running or waiting for one person; all strangers together are one
SECONDS_TO_TURN = 2.0


class Turns:
    """Lets few previews run at a time, and few of any one person wait."""

    def __init__(self) -> None:
        self.places = BoundedSemaphore(AT_ONCE)
        self.asked: Counter[str] = Counter()
        self.lock = Lock()

    @contextmanager
    def of(self, asker: str) -> Iterator[None]:
        """Wait for a turn, or be told to try again."""
        with self.lock:
            if self.asked[asker] >= MOST_EACH:
                raise BusyError(_("You ask faster than we can answer. Wait a moment, then try again."))
            self.asked[asker] += 1
        try:
            if not self.places.acquire(timeout=SECONDS_TO_TURN):
                raise BusyError(_("Many people are trying things out. Wait a moment, then try again."))
            try:
                yield
            finally:
                self.places.release()
        finally:
            with self.lock:
                self.asked[asker] -= 1
                self.asked += Counter()  # forgets who asks nothing any more


turns = Turns()


@dataclass(frozen=True, slots=True)
class Trial:
    """What somebody tries: levers in some scenarios, or other drivers in one. It can be looked up by.

    `before` are the drivers of the scenarios as they are, `after` those that are tried: the same ones for levers.
    """

    before: tuple[Numbers, ...]
    after: tuple[Numbers, ...]
    years: tuple[int, ...]
    levers: Numbers = ()
    start_year: int = 2017
    phase_years: int = 3
    budget_bn: float = 0.0
    is_costed_by_model: bool = False

    def digest(self, *, draws: int, seed: int) -> str:
        """Return what decides the answer as one word: the same word, the same answer."""
        question = {"model": arrays.MODEL_VERSION, "draws": draws, "seed": seed, **asdict(self)}
        return hashlib.sha256(json.dumps(question, sort_keys=True).encode()).hexdigest()[:32]

    def as_message(self) -> dict[str, Any]:
        """Return it as plain data that can travel to a worker."""
        return asdict(self)

    @classmethod
    def from_message(cls, told: Mapping[str, Any]) -> "Trial":
        """Return what travelled."""
        drivers = {name: tuple(_numbers(one) for one in told[name]) for name in ("before", "after")}
        return cls(**{**told, **drivers, "levers": _numbers(told["levers"]), "years": tuple(told["years"])})


def numbers_of(values: Mapping[str, float]) -> Numbers:
    """Return keys and values in one order, whatever order they came in."""
    return tuple(sorted((key, float(value)) for key, value in values.items()))


def preview(trial: Trial, *, asker: str = "") -> Comparison:
    """Answer with one draw, the middle of every assumption: a few milliseconds, in the process that asks."""
    with turns.of(asker):
        return _previewed(trial)


def drawn_band(trial: Trial, *, draws: int, seed: int) -> Comparison:
    """Answer with quantiles over many draws: for a worker."""
    return _answer(trial, draws, seed)


@lru_cache(maxsize=256)
def _previewed(trial: Trial) -> Comparison:
    return _answer(trial, 1, 0)


def _answer(trial: Trial, draws: int, seed: int) -> Comparison:
    reform = reform_with(
        trial.levers,
        start_year=trial.start_year,
        phase_years=trial.phase_years,
        exante_budget_bn=trial.budget_bn,
        budget_from_model=trial.is_costed_by_model,
    )
    return compare(before=trial.before, after=trial.after, reform=reform, years=trial.years, draws=draws, seed=seed)


def _numbers(pairs: Sequence[Sequence[Any]]) -> Numbers:
    return tuple((str(key), float(value)) for key, value in pairs)

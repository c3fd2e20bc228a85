# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study of assumptions answers: per scenario and outcome, how much each of them moves it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moved:
    """What moves one effect in one scenario: rank correlations and shares of the variance, by assumption.

    `yardstick` is its id where the effect is what a side measures, in smallest differences; else outcome and group.
    """

    yardstick: str
    outcome: str
    group: str
    low: float
    mid: float
    high: float
    ranks: tuple[float, ...]
    first: tuple[float, ...]
    total: tuple[float, ...]

    @property
    def key(self) -> str:
        return self.yardstick or f"{self.outcome}-{self.group}"

    @property
    def is_moved(self) -> bool:
        """Something moves it: a reform that does nothing to an outcome has no shares."""
        return bool(self.total)


@dataclass(frozen=True, slots=True)
class SensitivityAnswer:
    """The assumptions in order, and per scenario what they move."""

    assumptions: tuple[str, ...]
    draws: int
    runs: int
    scenarios: Mapping[str, tuple[Moved, ...]]

    def moved(self, scenario: str, key: str) -> Moved | None:
        """Return one effect in one scenario."""
        return next((one for one in self.scenarios.get(scenario, ()) if one.key == key), None)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a study of packages answers: which were tried, which were left out and why, and which no other beats."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clash:
    """Reforms that cannot be taken together, by which lever and why."""

    package: tuple[str, ...]
    lever: str
    why: str


@dataclass(frozen=True, slots=True)
class Package:
    """What a package costs and gives.

    `cost_bn` adds up what its reforms cost, as stated or by the model; `balance_bn` is what the model makes of all of
    them together in the worst scenario. `gain` is that of the yardstick and scenario that come off worst, in smallest
    differences that matter. `support` is that of the least supported member; none when one was not voted on.
    """

    package: tuple[str, ...]
    cost_bn: float
    balance_bn: float
    gain: float
    yardstick: str
    scenario: str
    useful: float
    support: float | None


@dataclass(frozen=True, slots=True)
class PackagesAnswer:
    """The packages tried.

    `efficient` are those that none beats on cost, gain and support, confirmed with all draws; `others` are cost and
    gain of what was tried beside them, to draw.
    """

    reforms: int
    tried: int
    beyond_frame: int
    largest: int
    clashes: tuple[Clash, ...]
    costs: Mapping[str, float]
    screening: int
    draws: int
    confirmed: int
    efficient: tuple[Package, ...]
    others: tuple[tuple[float, ...], ...]

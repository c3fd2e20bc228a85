# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""A question of one's own to the engine: scenarios, a package of reforms, years and draws, as plain data."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import engine
from scenarios.arrays import MODEL_VERSION, YEARS, drawn
from scenarios.arrays.described import data_vintage

ONE_RULE = engine.ONE_RULE  # one number in the law: it goes up or down, not both
MOST_SCENARIOS = 8
AT_ONCE = 200_000  # draws x scenarios x years whose values are kept side by side: half a gigabyte
MOST_BINNED = 40  # scenarios x years of a question that is split: as many bins fit in a worker
LANES_A_PART = 20_000  # some seconds of one core: little is lost when a worker dies
MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class AskedScenario:
    """A future as it is asked about: all drivers, under a name; `based_on` is the default scenario it started from."""

    name: str
    drivers: Mapping[str, float]
    based_on: str = ""


@dataclass(frozen=True, slots=True)
class AskedReform:
    """One reform of the package, from the catalogue when it has a key."""

    levers: Mapping[str, float]
    start_year: int = 2017
    phase_years: int = 3
    exante_budget_bn: float = 0.0
    budget_from_model: bool = False
    key: str = ""

    @property
    def name(self) -> str:
        """How it is called in words and tables."""
        return self.key or " + ".join(f"{lever} {value:+g}" for lever, value in self.levers.items())

    def for_engine(self) -> engine.Reform:
        """Return the reform as the engine knows it."""
        return engine.Reform(
            self.levers, self.start_year, self.phase_years, self.exante_budget_bn, self.budget_from_model
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A run of whole blocks of draws, to be computed by one worker."""

    first: int
    blocks: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the engine; an empty package asks for the scenarios by themselves."""

    scenarios: tuple[AskedScenario, ...]
    package: tuple[AskedReform, ...]
    draws: int
    seed: int
    years: tuple[int, ...] = YEARS
    variants: bool = False
    experiments: bool = False

    @property
    def cells(self) -> int:
        """Number of figures of each outcome and group."""
        return len(self.scenarios) * len(self.years)

    @property
    def is_split(self) -> bool:
        """Whether it takes more draws than are kept side by side, so that they are summarised in bins."""
        return self.draws * self.cells > AT_ONCE

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a split question: as large as a worker does in seconds, and not too many to merge."""
        blocks = -(-self.draws // engine.BLOCK)
        size = max(1, LANES_A_PART // (engine.BLOCK * len(self.scenarios)), -(-blocks // MOST_PARTS))
        return tuple(Part(first, min(size, blocks - first)) for first in range(0, blocks, size))

    def blocks_of(self, part: Part) -> Iterator[engine.Parameters]:
        """Yield the draws of a part, block by block: each depends on the seed and its number alone."""
        for number in range(part.first, part.first + part.blocks):
            count = min(engine.BLOCK, self.draws - number * engine.BLOCK)
            yield engine.draw_block(number, self.seed, count)

    @property
    def parameters(self) -> engine.Parameters:
        """All draws of a question that is not split."""
        return drawn(self.draws, self.seed)

    @property
    def drivers(self) -> list[Mapping[str, float]]:
        """The drivers of each scenario, for the engine."""
        return [scenario.drivers for scenario in self.scenarios]

    @property
    def reforms(self) -> list[engine.Reform]:
        """The package, for the engine."""
        return [reform.for_engine() for reform in self.package]

    @property
    def digest(self) -> str:
        """What decides the answer, as one digest."""
        told = {"model": MODEL_VERSION, **self.as_data()}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def as_data(self) -> dict[str, Any]:
        """Return the question as JSON can hold it."""
        told = {name: getattr(self, name) for name in ("draws", "seed", "variants", "experiments")}
        told |= {"years": list(self.years), "scenarios": [_plain(one) for one in self.scenarios]}
        return told | {"package": [_plain(one) for one in self.package]}

    @classmethod
    def from_data(cls, told: Mapping[str, Any]) -> "Question":
        """Return the question that was stored."""
        plain = {name: value for name, value in told.items() if name not in {"years", "scenarios", "package"}}
        return cls(
            scenarios=tuple(AskedScenario(**one) for one in told["scenarios"]),
            package=tuple(AskedReform(**one) for one in told["package"]),
            years=tuple(told["years"]),
            **plain,
        )


def _plain(asked: AskedScenario | AskedReform) -> dict[str, Any]:
    values = {one.name: getattr(asked, one.name) for one in fields(asked)}
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items()}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where figures come from: enough to compute them again, and to see that nothing else was used."""

    question: Question
    model_version: str = MODEL_VERSION
    base_year: int = YEARS[0]
    data_vintage: int = field(default_factory=data_vintage)

    @property
    def sampling(self) -> str:
        """How the uncertain parameters are drawn."""
        if self.question.is_split:
            return f"Latin hypercubes of {engine.BLOCK} draws; block n by the generator of (seed, n)"
        return "one Latin hypercube; draw 0 is the mode of every prior"

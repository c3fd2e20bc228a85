# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the engine says of itself: units of what is sent to it, rival theories, and which numbers it holds."""

from collections.abc import Mapping
from dataclasses import dataclass

import engine
from scenarios import vocabulary


@dataclass(frozen=True, slots=True)
class Theory:
    """A rival theory: the parameters and drivers that it sets."""

    key: str
    parameters: Mapping[str, float]
    drivers: Mapping[str, float]
    source: str
    status: str


def theories() -> tuple[Theory, ...]:
    """Return the rival theories that every reform is also run under."""
    return tuple(
        Theory(one.key, one.parameters, one.drivers, one.source, one.status) for one in engine.structural_variants()
    )


def units() -> Mapping[str, str]:
    """Return the unit of the value of every lever, driver and outcome as it is sent and received."""
    levers, drivers = ({one.key: one.unit for one in specs} for specs in (engine.LEVERS, engine.DRIVERS))
    return levers | drivers | {one.key: one.unit for one in engine.OUTCOMES}


def data_files() -> dict[str, str]:
    """Return the SHA-256 of every file of numbers: those of the engine, and those that name reforms and scenarios."""
    engines = {f"engine/data/{name}": digest for name, digest in engine.digests().items()}
    return engines | {f"scenarios/data/{name}": digest for name, digest in vocabulary.digests().items()}


def data_vintage() -> int:
    """Return the year of the newest number of the model."""
    return engine.vintage()

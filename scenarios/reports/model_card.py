# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model consists of: every number with its unit, bounds, source and status."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenarios import arrays, vocabulary
from scenarios.arrays import Prior, described
from scenarios.arrays.described import Theory


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The model laid open."""

    version: str
    years: tuple[int, ...]
    data_vintage: int
    data_files: dict[str, str]
    units: Mapping[str, str]
    scenarios: tuple[vocabulary.DefaultScenario, ...]
    drivers: tuple[vocabulary.Driver, ...]
    levers: tuple[vocabulary.Lever, ...]
    outcomes: tuple[vocabulary.Outcome, ...]
    groups: tuple[vocabulary.PopulationGroup, ...]
    priors: tuple[Prior, ...]
    variants: tuple[str, ...]
    theories: tuple[Theory, ...]
    sources: tuple[vocabulary.SourceRef, ...]
    status_counts: dict[str, int]


def model_card() -> ModelCard:
    """Return the model card, without a single statement: all of it is data of this version."""
    return ModelCard(
        version=arrays.MODEL_VERSION,
        years=arrays.YEARS,
        data_vintage=described.data_vintage(),
        data_files=described.data_files(),
        units=described.units(),
        scenarios=vocabulary.default_scenarios(),
        drivers=vocabulary.drivers(),
        levers=vocabulary.levers(),
        outcomes=vocabulary.outcomes(),
        groups=vocabulary.groups(),
        priors=arrays.priors(),
        variants=arrays.variant_names(),
        theories=described.theories(),
        sources=vocabulary.sources(),
        status_counts=arrays.status_counts(),
    )

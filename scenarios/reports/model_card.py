# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the model consists of: every number with its unit, bounds, source and status."""

from dataclasses import dataclass

from scenarios import arrays, vocabulary
from scenarios.arrays import Prior


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The model laid open."""

    version: str
    drivers: tuple[vocabulary.Driver, ...]
    levers: tuple[vocabulary.Lever, ...]
    outcomes: tuple[vocabulary.Outcome, ...]
    groups: tuple[vocabulary.PopulationGroup, ...]
    priors: tuple[Prior, ...]
    variants: tuple[str, ...]
    sources: tuple[vocabulary.SourceRef, ...]
    status_counts: dict[str, int]


def model_card() -> ModelCard:
    """Return the model card, without a single statement: all of it is data of this version."""
    return ModelCard(
        version=arrays.MODEL_VERSION,
        drivers=vocabulary.drivers(),
        levers=vocabulary.levers(),
        outcomes=vocabulary.outcomes(),
        groups=vocabulary.groups(),
        priors=arrays.priors(),
        variants=arrays.variant_names(),
        sources=vocabulary.sources(),
        status_counts=arrays.status_counts(),
    )

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the model and of the default content, in Dutch and English, each with its source."""

from scenarios.vocabulary.reading import UnknownTerm, entries, pick
from scenarios.vocabulary.terms import (
    Actor,
    CatalogueReform,
    DefaultDevelopment,
    DefaultScenario,
    DefaultYardstick,
    Driver,
    Institution,
    Level,
    Lever,
    Outcome,
    PopulationGroup,
    RelatedScenario,
    SourceRef,
    Status,
    Strain,
    Text,
    Theme,
    Theory,
    YardstickLine,
)

__all__ = [
    "Actor",
    "CatalogueReform",
    "DefaultDevelopment",
    "DefaultScenario",
    "DefaultYardstick",
    "Driver",
    "Institution",
    "Level",
    "Lever",
    "Outcome",
    "PopulationGroup",
    "RelatedScenario",
    "SourceRef",
    "Status",
    "Strain",
    "Text",
    "Theme",
    "Theory",
    "UnknownTerm",
    "YardstickLine",
    "actor",
    "actors",
    "catalogue",
    "catalogue_reform",
    "default_scenario",
    "default_scenarios",
    "driver",
    "driver_themes",
    "drivers",
    "group",
    "groups",
    "institution",
    "institutions",
    "lever",
    "lever_themes",
    "levers",
    "outcome",
    "outcomes",
    "source",
    "sources",
    "theories",
    "yardsticks",
]


def levers() -> tuple[Lever, ...]:
    """Return every lever, in the order of its theme."""
    return entries("levers", "levers", Lever)


def lever(key: str) -> Lever:
    """Return one lever."""
    return pick("lever", key, levers())


def lever_themes() -> tuple[Theme, ...]:
    """Return the headings of the levers."""
    return entries("levers", "themes", Theme)


def drivers() -> tuple[Driver, ...]:
    """Return every driver."""
    return entries("drivers", "drivers", Driver)


def driver(key: str) -> Driver:
    """Return one driver."""
    return pick("driver", key, drivers())


def driver_themes() -> tuple[Theme, ...]:
    """Return the headings of the drivers."""
    return entries("drivers", "themes", Theme)


def outcomes() -> tuple[Outcome, ...]:
    """Return every outcome."""
    return entries("outcomes", "outcomes", Outcome)


def outcome(key: str) -> Outcome:
    """Return one outcome."""
    return pick("outcome", key, outcomes())


def groups() -> tuple[PopulationGroup, ...]:
    """Return every population group, those that the model cannot compute included."""
    return entries("groups", "groups", PopulationGroup)


def group(key: str) -> PopulationGroup:
    """Return one population group."""
    return pick("population group", key, groups())


def sources() -> tuple[SourceRef, ...]:
    """Return every source."""
    return entries("sources", "sources", SourceRef)


def source(key: str) -> SourceRef:
    """Return one source."""
    return pick("source", key, sources())


def theories() -> tuple[Theory, ...]:
    """Return the rival theories, in the order of the engine."""
    return entries("theories", "theories", Theory)


def institutions() -> tuple[Institution, ...]:
    """Return the institutions of 2015."""
    return entries("institutions", "institutions", Institution)


def institution(key: str) -> Institution:
    """Return one institution."""
    return pick("institution", key, institutions())


def actors() -> tuple[Actor, ...]:
    """Return everybody who may have to act on a reform."""
    return entries("reforms", "actors", Actor)


def actor(key: str) -> Actor:
    """Return one actor."""
    return pick("actor", key, actors())


def catalogue() -> tuple[CatalogueReform, ...]:
    """Return the ready-made reforms."""
    return entries("reforms", "reforms", CatalogueReform)


def catalogue_reform(key: str) -> CatalogueReform:
    """Return one ready-made reform."""
    return pick("reform", key, catalogue())


def default_scenarios() -> tuple[DefaultScenario, ...]:
    """Return the four scenarios to start from."""
    return entries("scenarios", "scenarios", DefaultScenario)


def default_scenario(key: str) -> DefaultScenario:
    """Return one of the four scenarios."""
    return pick("scenario", key, default_scenarios())


def yardsticks() -> tuple[DefaultYardstick, ...]:
    """Return the yardsticks that hold until a workshop agrees on its own."""
    return entries("yardsticks", "yardsticks", DefaultYardstick)

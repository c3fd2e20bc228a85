# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the model and of the default content, in Dutch and English, each with its source."""

from scenarios.vocabulary.reading import UnknownTerm, digests, entries, pick
from scenarios.vocabulary.terms import (
    Actor,
    CatalogueReform,
    Condition,
    DefaultDevelopment,
    DefaultScenario,
    DefaultYardstick,
    Driver,
    FixedTerm,
    Institution,
    LeadTime,
    Level,
    Lever,
    OthersAssumption,
    OtherScenario,
    Outcome,
    PopulationGroup,
    PresetTerm,
    PriorTerm,
    ReformDesign,
    RelatedScenario,
    SourceRef,
    Status,
    Strain,
    Text,
    Theme,
    Theory,
    ValidationBlock,
    ValidationCheck,
    Weakness,
    YardstickLine,
)

__all__ = [
    "Actor",
    "CatalogueReform",
    "Condition",
    "DefaultDevelopment",
    "DefaultScenario",
    "DefaultYardstick",
    "Driver",
    "FixedTerm",
    "Institution",
    "LeadTime",
    "Level",
    "Lever",
    "OtherScenario",
    "OthersAssumption",
    "Outcome",
    "PopulationGroup",
    "PresetTerm",
    "PriorTerm",
    "ReformDesign",
    "RelatedScenario",
    "SourceRef",
    "Status",
    "Strain",
    "Text",
    "Theme",
    "Theory",
    "UnknownTerm",
    "ValidationBlock",
    "ValidationCheck",
    "Weakness",
    "YardstickLine",
    "actor",
    "actors",
    "catalogue",
    "catalogue_reform",
    "condition",
    "default_scenario",
    "default_scenarios",
    "digests",
    "driver",
    "driver_themes",
    "drivers",
    "fixed_numbers",
    "fixed_rooms",
    "group",
    "groups",
    "institution",
    "institutions",
    "lead_time",
    "lead_times",
    "lever",
    "lever_themes",
    "levers",
    "other",
    "others",
    "outcome",
    "outcomes",
    "presets",
    "prior",
    "prior_themes",
    "priors",
    "reform_design",
    "reform_designs",
    "source",
    "sources",
    "theories",
    "validation_block",
    "validation_blocks",
    "validation_check",
    "validation_checks",
    "weaknesses",
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


def priors() -> tuple[PriorTerm, ...]:
    """Return every uncertain parameter of the model, under its heading."""
    return entries("assumptions", "priors", PriorTerm)


def prior(key: str) -> PriorTerm:
    """Return one uncertain parameter."""
    return pick("assumption", key, priors())


def condition(key: str) -> Condition:
    """Return how a limit on a driver or an assumption is said."""
    known: tuple[Condition, ...] = (
        *entries("conditions", "drivers", Condition),
        *entries("conditions", "assumptions", Condition),
    )
    return pick("driver or assumption", key, known)


def lead_times() -> tuple[LeadTime, ...]:
    """Return how long it takes from deciding to working, by what has to happen first."""
    return entries("lead_times", "kinds", LeadTime)


def lead_time(key: str) -> LeadTime:
    """Return one of them."""
    return pick("lead time", key, lead_times())


def prior_themes() -> tuple[Theme, ...]:
    """Return the headings of the uncertain parameters."""
    return entries("assumptions", "themes", Theme)


def fixed_numbers() -> tuple[FixedTerm, ...]:
    """Return the numbers that every run takes as they are."""
    return entries("assumptions", "fixed", FixedTerm)


def fixed_rooms() -> tuple[Theme, ...]:
    """Return the headings of the fixed numbers: the rooms of the model."""
    return entries("assumptions", "rooms", Theme)


def presets() -> tuple[PresetTerm, ...]:
    """Return the states of knowledge."""
    return entries("assumptions", "presets", PresetTerm)


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


def validation_blocks() -> tuple[ValidationBlock, ...]:
    """Return the kinds of checks on the model, in the order in which they are shown."""
    return entries("validation", "blocks", ValidationBlock)


def validation_block(key: str) -> ValidationBlock:
    """Return one kind of check."""
    return pick("kind of check", key, validation_blocks())


def validation_checks() -> tuple[ValidationCheck, ...]:
    """Return the words of every check on the model."""
    return entries("validation", "checks", ValidationCheck)


def validation_check(key: str) -> ValidationCheck:
    """Return the words of one check."""
    return pick("check", key, validation_checks())


def weaknesses() -> tuple[Weakness, ...]:
    """Return what the model cannot do, or does badly."""
    return entries("validation", "weaknesses", Weakness)


def others() -> tuple[OtherScenario, ...]:
    """Return the scenarios and findings of others, with what they assume."""
    return entries("others", "others", OtherScenario)


def other(key: str) -> OtherScenario:
    """Return one of them."""
    return pick("scenario of others", key, others())


def reform_designs() -> tuple[ReformDesign, ...]:
    """Return how each reform of the catalogue is designed."""
    return entries("designs", "designs", ReformDesign)


def reform_design(key: str) -> ReformDesign:
    """Return how one reform of the catalogue is designed."""
    return pick("design", key, reform_designs())

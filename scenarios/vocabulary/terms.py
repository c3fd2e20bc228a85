# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a lever, a driver, an outcome and their kin consist of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Status = Literal["found", "memory", "assumption"]


EUROS = "billion euros a year"


@dataclass(frozen=True)
class Text:
    """The same words in Dutch and in English; a blank line parts paragraphs."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text for a language code such as nl, en or en-gb."""
        return self.en if language.lower().startswith("en") else self.nl

    def paragraphs(self, language: str) -> tuple[str, ...]:
        """Return the paragraphs of the text in one language."""
        return tuple(self.in_language(language).split("\n\n"))


@dataclass(frozen=True)
class SourceRef:
    """Where a number or claim comes from, and whether we read it there ourselves."""

    key: str
    citation: Text
    year: int
    status: Status
    locator: Text | None = None


@dataclass(frozen=True)
class Theme:
    """A heading under which levers or drivers are listed."""

    key: str
    label: Text


@dataclass(frozen=True)
class Theory:
    """A rival theory under which every reform is run as well."""

    key: str
    label: Text
    sentence: Text


@dataclass(frozen=True)
class Lever:
    """A model parameter that a reform moves; 0 is no change, shown value = value x scale."""

    key: str
    theme: str
    label: Text
    sentence: Text
    unit_label: Text
    scale: float
    decimals: int
    low: float
    high: float
    step: float
    source: str
    status: Status

    @property
    def is_in_euros(self) -> bool:
        """The lever is an amount that the government spends."""
        return self.unit_label.en == EUROS

    def decimals_of(self, value: float) -> int:
        """Return how many decimals a value needs as it is shown: a quarter of a year is not 0.2."""
        digits = f"{abs(value * self.scale) % 1:.6f}".rstrip("0")
        return max(self.decimals, len(digits) - 2)


@dataclass(frozen=True)
class Level:
    """One worded ambition level of a driver."""

    value: float
    label: Text


@dataclass(frozen=True)
class Driver:
    """A force that makes one scenario differ from another."""

    key: str
    theme: str
    label: Text
    sentence: Text
    unit: Text
    scale: float
    decimals: int
    low: float
    high: float
    step: float
    levels: tuple[Level, ...]
    source: str
    status: Status

    def level_at(self, value: float) -> Level | None:
        """Return the worded level that is exactly this value, if any."""
        return next((one for one in self.levels if abs(one.value - value) < self.step / 1000), None)

    def nearest_level(self, value: float) -> Level:
        """Return the worded level that comes closest."""
        return min(self.levels, key=lambda one: abs(one.value - value))


@dataclass(frozen=True)
class PriorTerm:
    """An uncertain parameter of the model in plain words; shown value = value x scale."""

    key: str
    theme: str
    label: Text
    sentence: Text
    unit: Text
    scale: float
    decimals: int
    source_nl: str


@dataclass(frozen=True)
class Condition:
    """How a limit on a driver or an assumption is said within a sentence; {limit} has its unit, {number} has not."""

    key: str
    above: Text
    below: Text


@dataclass(frozen=True)
class LeadTime:
    """Years between deciding and the first effect, by what has to happen first."""

    key: str
    label: Text
    sentence: Text
    years: int
    source: str
    status: Status


@dataclass(frozen=True)
class PresetTerm:
    """A state of knowledge in plain words."""

    key: str
    label: Text
    sentence: Text
    source_nl: str


@dataclass(frozen=True)
class FixedTerm:
    """A number of the base year or inside an equation, in plain words; its English unit is the engine's."""

    key: str
    label: Text
    unit_nl: str


@dataclass(frozen=True)
class Outcome:
    """A quantity the model reports; differences have a scale and unit of their own."""

    key: str
    label: Text
    sentence: Text
    unit: Text
    difference_unit: Text
    scale: float
    decimals: int
    difference: Literal["points", "percent"]
    difference_scale: float
    difference_decimals: int
    groups: tuple[str, ...]
    source: str
    status: Status
    better: Literal["up", "down"] | None = None
    noticeable: float | None = None


@dataclass(frozen=True)
class PopulationGroup:
    """People, employers or the government on whom a reform has an impact."""

    key: str
    kind: Literal["all", "education", "task", "contract", "age", "income", "employer", "government"]
    label: Text
    short: Text
    sentence: Text
    modelled: bool = True
    note: Text | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody who has to act before a reform can work."""

    key: str
    label: Text


@dataclass(frozen=True)
class CatalogueReform:
    """A ready-made change of the rules: what it moves in the model and what the model misses."""

    key: str
    title: Text
    summary: Text
    levers: Mapping[str, float]
    levers_source: str
    levers_status: Status
    start_year: int
    phase_years: int
    exante_budget_bn: float
    budget_from_model: bool
    budget_source: str
    budget_status: Status
    budget_note: Text
    level: Literal["central", "decentral", "both"]
    actors: tuple[str, ...]
    institution: str
    lead_time_years: int
    left_out: Text


@dataclass(frozen=True)
class ReformDesign:
    """Which institutions a reform changes and to what end, who does what, and how it stands in Europe."""

    key: str
    institutions: tuple[str, ...]
    aim: Literal["transition", "protection", "both"]
    roles: Mapping[str, Text]
    eu_room: Literal["yes", "no", "find_out"]
    eu_note: Text
    competing: Literal["better", "worse", "no_difference", "find_out"]
    competing_note: Text
    status: Status
    abroad: Text | None = None


@dataclass(frozen=True)
class Strain:
    """How hard a scenario presses on an institution, and why: the authors' judgement."""

    degree: Literal["little", "some", "strong"]
    sentence: Text


@dataclass(frozen=True)
class Institution:
    """A rule or body on or around the labour market as it is in 2015."""

    key: str
    label: Text
    sentence: Text
    purpose: Text
    strains: Mapping[str, Strain]
    source: str
    status: Status
    strains_status: Literal["judgement"] = "judgement"


@dataclass(frozen=True)
class DefaultDevelopment:
    """A bottleneck or opportunity that a scenario brings about."""

    key: str
    kind: Literal["bottleneck", "opportunity"]
    domain: Literal["economy", "labour_market", "organisation_of_work", "industrial_relations"]
    title: Text
    text: Text
    groups: tuple[str, ...]
    status: Status
    institutions: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelatedScenario:
    """A scenario of another institute and what we did with it."""

    source: str
    use: Literal["adopted", "adapted"]
    note: Text


@dataclass(frozen=True)
class OthersAssumption:
    """Something that others assume in a scenario or finding of theirs, with where we read it."""

    key: str
    text: Text
    source: str


@dataclass(frozen=True)
class OtherScenario:
    """A scenario or finding of others: what we know that it assumes, and what we looked for and did not read."""

    key: str
    title: Text
    source: str
    assumptions: tuple[OthersAssumption, ...]
    unknown: tuple[Text, ...] = ()


@dataclass(frozen=True)
class DefaultScenario:
    """One coherent future to start a workshop from."""

    key: str
    letter: str
    title: Text
    summary: Text
    story: Text
    drivers: Mapping[str, float]
    developments: tuple[DefaultDevelopment, ...]
    economy: Text
    labour_market: Text
    organisation: Text
    early_signs: tuple[Text, ...]
    industrial_relations: Text
    representatives: Text
    related: tuple[RelatedScenario, ...]
    source: str
    status: Status


@dataclass(frozen=True)
class YardstickLine:
    """One outcome of one group to measure by, in the units of the engine."""

    outcome: str
    group: str
    better: Literal["up", "down"]
    smallest_difference: float
    tolerance: float
    floor: float | None = None


@dataclass(frozen=True)
class DefaultYardstick:
    """What a side of the table measures by until it agrees otherwise: the mean of its lines."""

    key: str
    label: Text
    sentence: Text
    lines: tuple[YardstickLine, ...]
    source: str
    status: Status


@dataclass(frozen=True)
class ValidationBlock:
    """A kind of check on the model, and the question it answers."""

    key: str
    label: Text
    sentence: Text


@dataclass(frozen=True)
class ValidationCheck:
    """What a check on the model is called, how its figures are shown, and what a miss tells."""

    key: str
    label: Text
    unit: Text
    decimals: int
    source_nl: str = ""  # where the engine's own words for the source are not read as Dutch
    told: Text | None = None


@dataclass(frozen=True)
class Weakness:
    """What the model cannot do, or does badly."""

    key: str
    label: Text
    sentence: Text

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The closed lists of this package: plain values, no labels."""

from enum import StrEnum


class ProjectionState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class StudyKind(StrEnum):
    """What a study asks of the model, beyond what a reform does."""

    DISCOVERY = "discovery"
    SENSITIVITY = "sensitivity"
    TIMING = "timing"
    PACKAGES = "packages"


class Modelled(StrEnum):
    """How much of a reform the engine can compute."""

    FULL = "full"
    PARTLY = "partly"
    NONE = "none"


class Level(StrEnum):
    """Where a reform is decided."""

    CENTRAL = "central"
    DECENTRAL = "decentral"
    BOTH = "both"


class DevelopmentKind(StrEnum):
    BOTTLENECK = "bottleneck"
    OPPORTUNITY = "opportunity"


class Likelihood(StrEnum):
    """The council's label: who writes a development does not give it one."""

    POSSIBLE = "possible"
    LIKELY = "likely"
    NOT_JUDGED = "not_judged"


class Domain(StrEnum):
    """What a development is about."""

    ECONOMY = "economy"
    LABOUR_MARKET = "labour_market"
    ORGANISATION = "organisation_of_work"
    RELATIONS = "industrial_relations"


class Part(StrEnum):
    """The parts of a scenario, each written apart; the last two are fields, the others texts."""

    TITLE = "title"
    SUMMARY = "summary"
    STORY = "story"
    ECONOMY = "economy"
    LABOUR_MARKET = "labour_market"
    ORGANISATION = "organisation"
    RELATIONS = "relations"
    SIGNS = "signs"
    RELATED = "related"
    DRIVERS = "drivers"
    DEVELOPMENTS = "developments"


LONGEST_PARTS: dict[Part, int] = {
    Part.TITLE: 120,
    Part.SUMMARY: 700,
    Part.STORY: 12_000,
    Part.ECONOMY: 4_000,
    Part.LABOUR_MARKET: 4_000,
    Part.ORGANISATION: 4_000,
    Part.RELATIONS: 6_000,
    Part.SIGNS: 2_000,
    Part.RELATED: 4_000,
}


class ExampleState(StrEnum):
    SUBMITTED = "submitted"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Teller(StrEnum):
    """Who tells a practice example."""

    FIRM = "firm"
    WORKERS = "workers"


class Over(StrEnum):
    """Over which futures a verdict or a metric is asked."""

    DRAWS = "draws"
    VARIANTS = "variants"
    BOTH = "both"


class Metric(StrEnum):
    """A way to sum up how a choice fares over the futures examined."""

    USEFUL = "useful_share"
    BETTER_THAN_NOTHING = "better_than_nothing"
    STRICTLY_BETTER = "strictly_better_than_nothing"
    LARGEST_REGRET = "largest_regret"
    REGRET_P90 = "regret_p90"
    MEAN_REGRET = "mean_regret"
    WORST_PAYOFF = "worst_payoff"


class SetSign(StrEnum):
    """The sign that an effect has in every future examined, or that it differs."""

    BETTER = "better"
    WORSE = "worse"
    NONE = "none"
    OPEN = "open"

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
    POSSIBLE = "possible"
    LIKELY = "likely"


class ExampleState(StrEnum):
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Teller(StrEnum):
    """Who tells a practice example."""

    FIRM = "firm"
    WORKERS = "workers"

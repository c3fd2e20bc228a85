# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""One scenario in its place in a workshop, with what may come of it."""

from dataclasses import dataclass
from uuid import UUID

from scenarios.enums import DevelopmentKind
from scenarios.models import Development, ScenarioRevision


@dataclass(frozen=True, slots=True)
class Future:
    """One scenario in its place."""

    letter: str
    key: str
    revision: ScenarioRevision
    developments: tuple[Development, ...]

    @property
    def id(self) -> UUID:
        """The edition under discussion."""
        return self.revision.id

    @property
    def title(self) -> str:
        return str(self.revision.said("title"))

    def bottlenecks_for(self, group: str) -> int:
        """Count the bottlenecks in which the authors name a group as under pressure."""
        return sum(one.kind == DevelopmentKind.BOTTLENECK and group in one.groups for one in self.developments)

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every part of the example needs to know: the workshop, its council, its scenarios, its calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from scenarios.models import ScenarioRevision
from scenarios.services.reference import Reference
from workshops.enums import Act
from workshops.journal import Line, record_each
from workshops.models import User, Workshop
from workshops.services.example.calendar import Calendar
from workshops.services.example.council import SeatedCouncil


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did at one moment, for the journal."""

    at: datetime
    lines: Sequence[Line]
    actor: User | None
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """The workshop and who acts in it."""

    workshop: Workshop
    council: SeatedCouncil
    scenarios: Mapping[str, ScenarioRevision]
    reference: Reference
    calendar: Calendar
    done: list[Done] = field(default_factory=list)

    def record(
        self, act: Act, actor: User, *, at: datetime, subject: str = "", data: dict[str, Any] | None = None
    ) -> None:
        """Note an act for the journal, as it was written when people did this themselves."""
        self.done.append(Done(at, [Line(act, subject, data or {})], actor, self.council.capacity_of(actor.username)))

    def write_journal(self) -> None:
        """Write down what was done in the order of time, whatever the order in which it was laid out."""
        for one in sorted(self.done, key=lambda one: one.at):
            record_each(
                workshop=self.workshop,
                lines=one.lines,
                actor=one.actor,
                capacity=one.capacity,
                at=one.at,
                is_locked=True,
            )

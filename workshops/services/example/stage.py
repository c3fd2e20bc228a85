# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every part of the example needs to know: the workshop, its council, its scenarios, its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scenarios.models import ScenarioRevision
from scenarios.services.reference import Reference
from workshops.enums import Act
from workshops.journal import record
from workshops.models import User, Workshop
from workshops.services.example.calendar import Calendar
from workshops.services.example.council import SeatedCouncil


@dataclass(frozen=True, slots=True)
class Stage:
    """The workshop and who acts in it."""

    workshop: Workshop
    council: SeatedCouncil
    scenarios: Mapping[str, ScenarioRevision]
    reference: Reference
    calendar: Calendar

    def record(
        self, act: Act, actor: User, *, at: datetime, subject: str = "", data: dict[str, Any] | None = None
    ) -> None:
        """Write a line in the journal, as it was written when people did this themselves."""
        capacity = self.council.capacity_of(actor.username)
        record(
            workshop=self.workshop,
            act=act,
            actor=actor,
            capacity=capacity,
            subject=subject,
            data=data,
            at=at,
            is_locked=True,
        )

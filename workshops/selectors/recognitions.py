# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which sides recognise themselves in a future, and in which edition of it they said so."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshops.models import Recognition, WorkshopScenario
from workshops.selectors.table import Side


@dataclass(frozen=True, slots=True)
class SideSays:
    """What one side said last, if anything; about an earlier edition when the text changed since."""

    side: Side
    said: Recognition | None
    is_about_earlier: bool


def recognitions_of(place: WorkshopScenario, sides: Sequence[Side]) -> list[SideSays]:
    """Return per side its latest word on this scenario: one statement."""
    rows = Recognition.objects.filter(
        constituency__in=[side.id for side in sides], revision__scenario=place.scenario_id
    ).select_related("revision")
    latest = {row.constituency_id: row for row in rows.order_by("revision__number", "said_at")}
    found = []
    for side in sides:
        said = latest.get(side.id)
        found.append(SideSays(side, said, said is not None and said.revision_id != place.revision_id))
    return found

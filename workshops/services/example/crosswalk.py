# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the invented council does with what others assume."""

from workshops.enums import Act, Role, Use
from workshops.models import Borrowing
from workshops.services.example.calendar import ANSWERED
from workshops.services.example.stage import Stage
from workshops.services.tables import table, written


def cross_with_others(stage: Stage) -> None:
    """Let the secretariat, which holds the pens, say it for every scenario."""
    places = {one.scenario.key: one for one in stage.workshop.places.select_related("scenario", "revision")}
    secretary = stage.council.first_in(Role.SECRETARY)
    at = stage.calendar.at(ANSWERED, 16, 30)
    rows = [
        Borrowing(
            place=places[entry["scenario"]],
            revision=places[entry["scenario"]].revision,
            other=entry["other"],
            assumption=entry["assumption"],
            use=Use(entry["use"]),
            said_by=secretary,
            capacity=stage.council.capacity_of(secretary.username),
            said_at=at,
            **written(entry, "because"),
        )
        for entry in table("crosswalk")["borrowings"]
    ]
    Borrowing.objects.bulk_create(rows)
    for place, other in dict.fromkeys((row.place, row.other) for row in rows):
        changed = sum((row.place, row.other) == (place, other) for row in rows)
        facts = {"other": other, "changed": changed}
        stage.record(Act.ASSUMPTIONS_CROSSED, secretary, at=at, subject=f"scenario {place.letter}", data=facts)

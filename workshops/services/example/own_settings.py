# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the invented members see the driving forces of a scenario, each for themselves."""

from datetime import datetime

from workshops.enums import Act
from workshops.models import OwnSetting, User, WorkshopScenario
from workshops.services.example.calendar import ANSWERED
from workshops.services.example.stage import Stage
from workshops.services.tables import table

AFTER_REACTIONS = 17  # o'clock, once members reacted to the drafts


def set_as_they_see(stage: Stage) -> None:
    """Store a number for every seat that is told of, and one line in the journal for every person and scenario."""
    places = {one.scenario.key: one for one in stage.workshop.places.select_related("scenario", "revision")}
    rows = [
        OwnSetting(
            place=places[entry["scenario"]],
            person=stage.council.members[side, number],
            constituency=stage.council.constituencies[side],
            revision=places[entry["scenario"]].revision,
            key=entry["driver"],
            value=value,
        )
        for entry in table("own_settings")["settings"]
        for side in stage.council.constituencies
        for number, value in enumerate(entry.get(side, ()), start=1)
    ]
    OwnSetting.objects.bulk_create(rows)
    for nth, (place, person) in enumerate(dict.fromkeys((row.place, row.person) for row in rows)):
        _tell(stage, place, person, at=stage.calendar.step(ANSWERED, nth, hour=AFTER_REACTIONS))


def _tell(stage: Stage, place: WorkshopScenario, person: User, *, at: datetime) -> None:
    stage.record(Act.OWN_DRIVERS_SET, person, at=at, subject=f"scenario {place.letter}")

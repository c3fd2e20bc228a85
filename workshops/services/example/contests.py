# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people at the table hold otherwise than the model; whether it matters is left to the model."""

from typing import Any

from workshops.enums import Act, Contestable, Role
from workshops.models import Contest, Proposal, User
from workshops.selectors.assumptions import knowledge
from workshops.services.contests import words_of_preset
from workshops.services.example.calendar import CONTESTED
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table, written


def contest_assumptions(stage: Stage) -> None:
    """Lay the contests of the table down, one after another, each by the member of its seat or in a role."""
    for nth, entry in enumerate(table("contests")["contests"], start=1):
        person, facts = _by_role(stage, entry) if "role" in entry else _by_seat(stage, entry)
        at = stage.calendar.step(CONTESTED, nth)
        contest = Contest.objects.create(
            workshop=stage.workshop,
            number=nth,
            kind=Contestable(entry["about"].partition(":")[0]),
            about=entry["about"],
            capacity=stage.council.capacity_of(person.username),
            stated_by=person,
            stated_at=at,
            **facts,
        )
        data = {"about": contest.about, "values": contest.values}
        stage.record(Act.ASSUMPTION_CONTESTED, person, at=at, subject=f"contest {nth}", data=data)


def _by_seat(stage: Stage, entry: Entry) -> tuple[User, dict[str, Any]]:
    place = (entry["constituency"], entry["seat"])
    kind, _colon, key = entry["about"].partition(":")
    proposal = Proposal.objects.get(workshop=stage.workshop, number=int(key)) if kind == Contestable.BUDGET else None
    facts = {"seat": stage.council.seats[place], "values": {key: entry["values"]}, "proposal": proposal}
    return stage.council.members[place], facts | written(entry, "reason", "source")


def _by_role(stage: Stage, entry: Entry) -> tuple[User, dict[str, Any]]:
    """Return a state of knowledge, as the facilitator lays it on the table in one step."""
    preset = next(one for one in knowledge() if one.about == entry["about"])
    return stage.council.first_in(Role(entry["role"])), {"values": preset.values, **words_of_preset(preset)}

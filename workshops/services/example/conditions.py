# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What seats need before they support a proposal, and which of that is met."""

from datetime import timedelta

from workshops.enums import Act, ConditionState
from workshops.models import Condition
from workshops.services.example.calendar import AMENDED
from workshops.services.example.stage import Stage
from workshops.services.tables import table, written

SETTLED = timedelta(hours=2)


def ask_conditions(stage: Stage) -> None:
    """Lay the conditions beside their proposals, in the order in which they were asked."""
    proposals = {one.number: one for one in stage.workshop.proposals.all()}
    for nth, entry in enumerate(table("conditions")["conditions"], start=1):
        place, at = (entry["constituency"], entry["seat"]), stage.calendar.step(AMENDED, nth, hour=17)
        proposal, member = proposals[entry["proposal"]], stage.council.members[place]
        state = ConditionState(entry.get("state", ConditionState.OPEN))
        condition = Condition.objects.create(
            proposal=proposal,
            number=proposal.conditions.count() + 1,
            seat=stage.council.seats[place],
            asked_by=member,
            asked_at=at,
            kind=entry["kind"],
            year=entry.get("year"),
            other=proposals.get(entry.get("other", 0)),
            state=state,
            settled_at=None if state == ConditionState.OPEN else at + SETTLED,
            **written(entry, "words"),
        )
        subject = f"condition {proposal.number}.{condition.number}"
        stage.record(Act.CONDITION_ASKED, member, at=at, subject=subject, data={"kind": entry["kind"]})
        if condition.settled_at is not None:
            data = {"state": str(state)}
            stage.record(Act.CONDITION_SETTLED, member, at=condition.settled_at, subject=subject, data=data)

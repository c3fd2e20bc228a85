# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the council agreed before it voted, and the copy that waits for the facilitator."""

from fractions import Fraction
from typing import Any

from workshops.enums import Act, Role
from workshops.models import Agreements
from workshops.services.agreements import CHANGEABLE
from workshops.services.example.calendar import AGREED, AGREED_ANEW
from workshops.services.example.stage import Stage
from workshops.services.tables import table, written


def lock_first_agreements(stage: Stage) -> Agreements:
    """Lock version 1, under which both rounds are held."""
    facilitator, at = stage.council.first_in(Role.FACILITATOR), stage.calendar.at(AGREED, 15)
    agreements = Agreements.objects.create(
        workshop=stage.workshop, version=1, locked_at=at, locked_by=facilitator, **_content()
    )
    facts = {field: getattr(agreements, field) for field in CHANGEABLE}
    stage.record(Act.AGREEMENTS_LOCKED, facilitator, at=at, subject="version 1", data=facts)
    return agreements


def begin_next_agreements(stage: Stage) -> Agreements:
    """Lay version 2 ready: the same until the facilitator changes or locks it."""
    facilitator, at = stage.council.first_in(Role.FACILITATOR), stage.calendar.at(AGREED_ANEW, 16)
    stage.record(Act.AGREEMENTS_CHANGED, facilitator, at=at, subject="version 2")
    return Agreements.objects.create(workshop=stage.workshop, version=2, **_content())


def _content() -> dict[str, Any]:
    told = table("agreements")
    texts = written(told, "frame_source", "absent_groups")
    response = float(Fraction(told["response_share"]))
    return (
        {field: told[field] for field in (*CHANGEABLE, "frame_status") if field in told}
        | texts
        | {"response_share": response}
    )

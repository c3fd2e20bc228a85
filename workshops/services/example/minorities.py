# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What some seats want recorded beside the others, who signed it, and the reply of who tabled the proposal."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from workshops.enums import Act, Mandated
from workshops.models import MinorityPosition, PositionReply, Proposal, Seat, Signature
from workshops.services.example.calendar import MINORITIES_STATED
from workshops.services.example.stage import Stage
from workshops.services.tables import Entry, table, written


def state_minorities(stage: Stage) -> None:
    """Record the minority positions of the table, one after another."""
    moments = (stage.calendar.step(MINORITIES_STATED, nth) for nth in count())
    for number, entry in enumerate(table("minorities")["minorities"], start=1):
        _state(stage, number, entry, moments)


def _state(stage: Stage, number: int, entry: Entry, moments: Iterator[datetime]) -> None:
    at = next(moments)
    proposal = Proposal.objects.get(workshop=stage.workshop, number=entry["proposal"])
    owner, *others = entry["signatures"]
    place = (owner["constituency"], owner["seat"])
    position = MinorityPosition.objects.create(
        workshop=stage.workshop,
        number=number,
        proposal=proposal,
        reform_revision_id=proposal.reform_revision_id,
        seat=stage.council.seats[place],
        stated_by=stage.council.members[place],
        stated_at=at,
        **written(entry, "text"),
    )
    subject, mandated = f"position {number}", Mandated(owner["mandated"])
    data = {"proposal": proposal.number, "mandated": mandated}
    _sign(stage, position, owner, at)
    stage.record(Act.POSITION_STATED, stage.council.members[place], at=at, subject=subject, data=data)
    for signature in others:
        later = next(moments)
        _sign(stage, position, signature, later)
        person = stage.council.members[signature["constituency"], signature["seat"]]
        data = {"mandated": Mandated(signature["mandated"])}
        stage.record(Act.POSITION_SIGNED, person, at=later, subject=subject, data=data)
    if "reply" in entry and proposal.seat is not None:
        _reply(stage, position, proposal.seat, entry["reply"], next(moments))


def _sign(stage: Stage, position: MinorityPosition, entry: Entry, at: datetime) -> None:
    place = (entry["constituency"], entry["seat"])
    Signature.objects.create(
        position=position,
        seat=stage.council.seats[place],
        signed_by=stage.council.members[place],
        mandated=Mandated(entry["mandated"]),
        signed_at=at,
    )


def _reply(stage: Stage, position: MinorityPosition, seat: Seat, entry: Entry, at: datetime) -> None:
    person = next(one for place, one in stage.council.members.items() if stage.council.seats[place] == seat)
    told = written(entry, "text")
    PositionReply.objects.create(position=position, seat=seat, replied_by=person, replied_at=at, **told)
    stage.record(Act.POSITION_REPLIED, person, at=at, subject=f"position {position.number}")

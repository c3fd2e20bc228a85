# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a seat sealed in an open secret round: opened for that seat, and never stored open."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from workshops import sealing
from workshops.errors import SealError, WorkshopError
from workshops.models import Ballot, Round, SealedBallot

Contents = dict[str, dict[str, str]]


def sealed_ballots(one: Round, seat_id: UUID) -> dict[UUID, Ballot]:
    """Return what a seat answered so far, by poll; the ballots are not rows: one statement."""
    row = SealedBallot.objects.filter(round=one, seat=seat_id).first()
    return {UUID(poll): _ballot(seat_id, poll, told) for poll, told in contents_of(one, row).items()}


def contents_of(one: Round, row: SealedBallot | None) -> Contents:
    """Return what is in a sealed ballot, by poll, or say that the key is missing."""
    if row is None:
        return {}
    try:
        return sealing.unseal(one.pk, bytes(row.content))
    except SealError as failure:
        raise WorkshopError(
            _(
                "The key of this round is not on this server, so sealed ballots cannot be opened. "
                "Nothing was lost or changed. Ask who runs the server to put the key back."
            )
        ) from failure


def _ballot(seat_id: UUID, poll: str, told: Mapping[str, Any]) -> Ballot:
    said = {name: value for name, value in told.items() if name != "at"}
    return Ballot(poll_id=UUID(poll), seat_id=seat_id, cast_at=datetime.fromisoformat(told["at"]), **said)

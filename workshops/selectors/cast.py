# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The ballots that somebody may read: their own, and those of rounds by name whose counts are shown."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from workshops.enums import BallotMode, RoundState
from workshops.models import Ballot, Poll, Workshop
from workshops.rules import Standing

SHOWN = Q(poll__round__state=RoundState.CLOSED) | Q(poll__round__state=RoundState.OPEN, poll__round__is_live=True)
BY_NAME = Q(poll__round__mode=BallotMode.NAMED)


def ballots_of(seats: Iterable[UUID], workshop: Workshop) -> QuerySet[Ballot]:
    """Return what some seats answered in a workshop, in the order of rounds and proposals."""
    return Ballot.objects.filter(seat__in=list(seats), poll__round__workshop=workshop).order_by(
        "poll__round__number", "poll__proposal__number", "poll__scenario_revision__scenario__key", "seat"
    )


def ballots_in(poll: Poll, who: Standing) -> QuerySet[Ballot]:
    """Return the ballots of a poll that somebody may read."""
    own = Q(seat__in=[seat.id for seat in who.seats])
    return Ballot.objects.filter(own | (SHOWN & BY_NAME), poll=poll).order_by(
        "seat__constituency__order", "seat__number"
    )


def polls_of(workshop: Workshop, who: Standing) -> QuerySet[Poll]:
    """Return what is asked in a workshop; a round in preparation is the facilitator's."""
    rows = Poll.objects.filter(round__workshop=workshop).exclude(round__state=RoundState.ANNULLED)
    if not who.is_facilitator:
        rows = rows.exclude(round__state=RoundState.DRAFT)
    return rows.select_related(
        "round__workshop", "proposal", "reform_revision", "scenario_revision__scenario"
    ).order_by("round__number", "proposal__number", "scenario_revision__scenario__key")

# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Count ballots anew: the running count must be what the ballots say."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Coalesce

from workshops.enums import Need, Stance
from workshops.models import Ballot, Constituency, Round, TallyRow

Answered = tuple[UUID, UUID, str, str]  # poll, side, and the answer to either question


@transaction.atomic
def rebuild_tally(*, one: Round) -> None:
    """Replace the count of a round by what its ballots say, answers that nobody gave included."""
    sides = Constituency.objects.filter(seats__in=one.electorate.values("seat")).distinct()
    rows = empty_tally(one, [side.pk for side in sides])
    counted = _counted(one)
    for row in rows:
        row.count = counted.get((row.poll_id, row.constituency_id, row.stance, row.need), 0)
    TallyRow.objects.filter(poll__round=one).delete()
    TallyRow.objects.bulk_create(rows)


def empty_tally(one: Round, sides: Iterable[UUID]) -> list[TallyRow]:
    """Return a row for every answer that a side may give to the two questions of every poll: nobody gave it yet."""
    kinds = [*((stance, "") for stance in Stance), *(("", need) for need in Need)]
    places = product(one.polls.all(), sides, kinds)
    return [
        TallyRow(poll=poll, constituency_id=side, stance=stance, need=need) for poll, side, (stance, need) in places
    ]


def _counted(one: Round) -> Counter[Answered]:
    """Count both questions of every ballot in one statement."""
    counted: Counter[Answered] = Counter()
    ballots = Ballot.objects.filter(poll__round=one).annotate(side_of=Coalesce("side", "seat__constituency"))
    for poll, side, stance, need, count in ballots.values_list("poll", "side_of", "stance", "need").annotate(
        count=Count("id")
    ):
        counted[poll, side, stance, ""] += count
        counted[poll, side, "", need] += count
    return counted

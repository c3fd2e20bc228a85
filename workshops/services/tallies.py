# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""Count ballots anew: the running count must be what the ballots say."""

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Coalesce

from workshops.enums import Stance
from workshops.models import Ballot, Constituency, Round, TallyRow


@transaction.atomic
def rebuild_tally(*, one: Round) -> None:
    """Replace the count of a round by what its ballots say, answers that nobody gave included."""
    counted = {
        (poll, side, stance): count
        for poll, side, stance, count in Ballot.objects.filter(poll__round=one)
        .annotate(side_of=Coalesce("side", "seat__constituency"))
        .values_list("poll", "side_of", "stance")
        .annotate(count=Count("id"))
    }
    sides = Constituency.objects.filter(seats__in=one.electorate.values("seat")).distinct()
    rows = [
        TallyRow(poll=poll, constituency=side, stance=stance, count=counted.get((poll.id, side.id, stance), 0))
        for poll in one.polls.all()
        for side in sides
        for stance in Stance
    ]
    TallyRow.objects.filter(poll__round=one).delete()
    TallyRow.objects.bulk_create(rows)
